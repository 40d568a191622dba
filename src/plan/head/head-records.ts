import { type CsvShape, eachHeadRecord, headRecords } from '../../readers/csv.ts';
import type { Head } from '../../readers/decode.ts';
import { HeadScan, shape as shapes } from '../../readers/head-scan.ts';
import type { Limits } from '../../readers/input.ts';

export type Records = readonly (readonly string[])[];

/** This many first records of a head are split whole: its preamble, its header and the rows by which columns are recognised. */
const firstRecords = 600;

/** Shapes that say all of a number, and of a date. */
const amounts = [shapes.empty, shapes.whole, shapes.point, shapes.comma];
const yearFirst = [shapes.empty, shapes.date];

/** Number of records of the head that decide conventions. */
export const headRows = 50_000;

/**
 * Records one after the other; only the cells of these columns are guaranteed. `passing`: the next one may take the place of one
 * that was given, of which nothing but cells is kept: records are wide, and a new one for each of thousands is costly.
 */
export type Rows = (columns: readonly number[], passing?: 'passing') => Iterable<readonly string[]>;

/** What the cells of a column show without being read. */
export interface Glance {
  /** How many are amounts of at least 0 with a decimal point, or a comma: the digits after it are no group of thousands. */
  readonly points: number;
  readonly commas: number;
  /** Whether any other has what amounts below 0 are written with. */
  readonly hasMinus: boolean;
}

/**
 * Columns of some rows at a glance: those of numbers, and those of dates. `tell` is given the texts of all cells that may say more,
 * those of each column in their order: not whole numbers of at least 0, and not dates that begin with the year.
 */
export type Glances = (
  numbers: readonly number[],
  dates: readonly number[],
  tell?: (column: number, text: string) => void,
) => ReadonlyMap<number, Glance>;

/** What amounts below 0 are written with. */
const minus = /[-\u2212\u2013\u2014(]/;

/** The records of the head of a file. */
export interface HeadRecords {
  /** The first of them. */
  readonly first: Records;
  /** All of them, or those from one on. */
  readonly all: (columns: readonly number[], first?: number, passing?: 'passing') => Iterable<readonly string[]>;
  /** Whether `first` are all of them. */
  readonly areKnown: boolean;
  /** Whether the file has more than its head. */
  readonly isCut: boolean;
  /** Those from one on with so many cells at least, at a glance; left out where all are known. */
  readonly glances?: (first: number, least: number) => Glances;
  /** The place of a header that continues in the record below it, and is joined with that in `first`. */
  readonly joined?: number;
}

/** Records that are known already. */
export const knownRecords = (records: Records, isCut = false): HeadRecords => ({
  first: records,
  isCut,
  all: (_, first = 0) => (first === 0 ? records : below(records, first - 1)),
  areKnown: true,
});

/** Rows that are made of known records, kept: each question about a table goes through them again. */
export function keptRows(rows: Rows): Rows {
  let kept: Records | null = null;
  return () => {
    kept ??= [...rows([])];
    return kept;
  };
}

/** Splits the head of a CSV file only as far as needed: most cells of a wide export are never used. */
export function splitHead(head: Head, shape: CsvShape, limits: Limits): HeadRecords {
  const first = headRecords(head, shape, firstRecords, limits);
  if (first.length < firstRecords) return knownRecords(first, !head.complete);
  const scan = new HeadScan(head, shape, first.at(-1)!.length, headRows, limits);
  // From the first record on that is not strict, csv-parse may have to split the records.
  const odd = (columns: readonly number[], from: number): Iterable<readonly string[]> => {
    const only = new Uint8Array(Math.max(0, ...columns) + 1);
    for (const column of columns) only[column] = 1;
    return below(eachHeadRecord(head, shape, headRows, limits, only), from - 1);
  };
  return {
    first,
    areKnown: false,
    isCut: !head.complete,
    *all(columns, from = 0, passing) {
      for (let record = from; record < first.length; record += 1) yield first[record]!;
      const different = [...new Set(columns)];
      yield* scan.rows(different, Math.max(from, first.length), (begin) => odd(different, begin), passing);
    },
    glances(from, least) {
      const known = new Map<number, Glance>();
      return (numbers, dates, tell) => {
        const columns = [...new Set([...numbers, ...dates])].filter(
          (column) => tell !== undefined || !known.has(column),
        );
        if (columns.length === 0) return known;
        const withMinus = new Set<number>();
        const other = (column: number, text: string): void => {
          if (minus.test(text)) withMinus.add(column);
          tell?.(column, text);
        };
        const others = (record: readonly string[]): void => {
          if (record.length >= least) for (const column of columns) other(column, record[column] ?? '');
        };
        for (const record of first.slice(from)) others(record);
        const counted = (column: number) => (numbers.includes(column) ? amounts : yearFirst);
        const { counts, oddFrom } = scan.shapes(columns, Math.max(from, first.length), least, counted, other);
        if (oddFrom !== null) for (const record of odd(columns, oddFrom)) others(record);
        for (const column of columns) {
          const found = counts.get(column)!;
          const hasMinus = withMinus.has(column);
          known.set(column, { points: found[shapes.point]!, commas: found[shapes.comma]!, hasMinus });
        }
        return known;
      };
    },
  };
}

/** Columns at a glance where some are made of other cells: of those `rows` has the texts. */
export const glancesOf =
  (own: Glances, isOwn: (column: number) => boolean, rows: Rows): Glances =>
  (numbers, dates, tell) => {
    const seen = new Map(own(numbers.filter(isOwn), dates.filter(isOwn), tell));
    const made = [...numbers, ...dates].filter((column) => !isOwn(column));
    for (const column of made) seen.set(column, { points: 0, commas: 0, hasMinus: true });
    if (made.length > 0 && tell !== undefined)
      for (const row of rows(made)) for (const column of made) tell(column, row[column] ?? '');
    return seen;
  };

/** The first record of the table whose header is at a place. */
export const firstBelow = ({ joined }: HeadRecords, at: number): number => (joined === at ? at + 2 : at + 1);

/** The records of that table. */
export const rowsBelow =
  (records: HeadRecords, at: number): Rows =>
  (columns, passing) =>
    records.all(columns, firstBelow(records, at), passing);

/** The records after one of them. */
export function* below(records: Iterable<readonly string[]>, place: number): Generator<readonly string[]> {
  let at = 0;
  for (const record of records) {
    if (at > place) yield record;
    at += 1;
  }
}
