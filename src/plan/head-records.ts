import { type CsvShape, eachHeadRecord, headRecords } from '../readers/csv.ts';
import type { Head } from '../readers/decode.ts';
import { HeadScan, shape as shapes } from '../readers/head-scan.ts';
import type { Limits } from '../readers/input.ts';

export type Records = readonly (readonly string[])[];

/** This many first records of a head are split whole: its preamble and header are among them. */
const firstRecords = 1000;

/** Shapes that say all of a number, and of a date. */
const amounts = [shapes.empty, shapes.whole, shapes.point, shapes.comma];
const yearFirst = [shapes.empty, shapes.date];

/** Number of records of the head that decide conventions. */
export const headRows = 50_000;

/** Records one after the other; only the cells of these columns are guaranteed. */
export type Rows = (columns: readonly number[]) => Iterable<readonly string[]>;

/** What the cells of a column show without being read. */
export interface Glance {
  /** How many are amounts of at least 0 with a decimal point, or a comma: the digits after it are no group of thousands. */
  readonly points: number;
  readonly commas: number;
  /** The texts of all others that may say something, in their order: not those of whole numbers, or of dates that begin with the year. */
  readonly others: readonly string[];
}

/** Columns of some rows at a glance: those of numbers, and those of dates. */
export type Glances = (numbers: readonly number[], dates: readonly number[]) => ReadonlyMap<number, Glance>;

/** The records of the head of a file. */
export interface HeadRecords {
  /** The first of them. */
  readonly first: Records;
  /** All of them, or those from one on. */
  readonly all: (columns: readonly number[], first?: number) => Iterable<readonly string[]>;
  /** Whether `first` are all of them. */
  readonly areKnown: boolean;
  /** Those from one on with so many cells at least, at a glance; left out where all are known. */
  readonly glances?: (first: number, least: number) => Glances;
  /** The place of a header that continues in the record below it, and is joined with that in `first`. */
  readonly joined?: number;
}

/** Records that are known already. */
export const knownRecords = (records: Records): HeadRecords => ({
  first: records,
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
  if (first.length < firstRecords) return knownRecords(first);
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
    *all(columns, from = 0) {
      for (let record = from; record < first.length; record += 1) yield first[record]!;
      const different = [...new Set(columns)];
      yield* scan.rows(different, Math.max(from, first.length), (begin) => odd(different, begin));
    },
    glances(from, least) {
      const known = new Map<number, Glance>();
      return (numbers, dates) => {
        const columns = [...new Set([...numbers, ...dates])].filter((column) => !known.has(column));
        if (columns.length === 0) return known;
        const others = new Map(columns.map((column) => [column, [] as string[]]));
        const texts = (record: readonly string[]): void => {
          if (record.length >= least) for (const [column, texts] of others) texts.push(record[column] ?? '');
        };
        for (const record of first.slice(from)) texts(record);
        const { counts, oddFrom } = scan.shapes(
          columns,
          Math.max(from, first.length),
          least,
          (column) => (numbers.includes(column) ? amounts : yearFirst),
          (column, text) => others.get(column)!.push(text),
        );
        if (oddFrom !== null) for (const record of odd(columns, oddFrom)) texts(record);
        for (const column of columns) {
          const found = counts.get(column)!;
          known.set(column, {
            points: found[shapes.point]!,
            commas: found[shapes.comma]!,
            others: others.get(column)!,
          });
        }
        return known;
      };
    },
  };
}

/** Columns at a glance where some are made of other cells: of those `rows` has the texts. */
export const glancesOf =
  (own: Glances, isOwn: (column: number) => boolean, rows: Rows): Glances =>
  (numbers, dates) => {
    const seen = new Map(own(numbers.filter(isOwn), dates.filter(isOwn)));
    const made = [...numbers, ...dates].filter((column) => !isOwn(column));
    const texts = new Map(made.map((column) => [column, [] as string[]]));
    if (made.length > 0)
      for (const row of rows(made)) for (const [column, others] of texts) others.push(row[column] ?? '');
    for (const [column, others] of texts) seen.set(column, { points: 0, commas: 0, others });
    return seen;
  };

/** The first record of the table whose header is at a place. */
export const firstBelow = ({ joined }: HeadRecords, at: number): number => (joined === at ? at + 2 : at + 1);

/** The records of that table. */
export const rowsBelow =
  (records: HeadRecords, at: number): Rows =>
  (columns) =>
    records.all(columns, firstBelow(records, at));

/** The records after one of them. */
export function* below(records: Iterable<readonly string[]>, place: number): Generator<readonly string[]> {
  let at = 0;
  for (const record of records) {
    if (at > place) yield record;
    at += 1;
  }
}
