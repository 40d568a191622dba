import { type CsvShape, eachHeadRecord, headRecords } from '../readers/csv.ts';
import type { Head } from '../readers/decode.ts';
import { HeadIndex } from '../readers/head-index.ts';
import type { Limits } from '../readers/input.ts';

export type Records = readonly (readonly string[])[];

/** This many first records of a head are split whole: its preamble and header are among them. */
const firstRecords = 1000;

/** Number of records of the head that decide conventions. */
export const headRows = 50_000;

/** Records one after the other; only the cells of these columns are guaranteed. */
export type Rows = (columns: readonly number[]) => Iterable<readonly string[]>;

/** The records of the head of a file. */
export interface HeadRecords {
  /** The first of them. */
  readonly first: Records;
  /** All of them, or those from one on. */
  readonly all: (columns: readonly number[], first?: number) => Iterable<readonly string[]>;
  /** Whether `first` are all of them. */
  readonly areKnown: boolean;
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
  const indexes: HeadIndex[] = [];
  return {
    first,
    areKnown: false,
    all(columns, first = 0) {
      let index = indexes.find((one) => columns.every((column) => one.columns.includes(column)));
      if (index === undefined) {
        index = new HeadIndex(head, shape, [...new Set(columns)], headRows, limits);
        indexes.push(index);
      }
      const found = index;
      // From the first record on that is not strict, csv-parse may have to split the records, each time anew.
      const odd = (): Iterable<readonly string[]> => {
        const only = new Uint8Array(Math.max(0, ...columns) + 1);
        for (const column of columns) only[column] = 1;
        const from = Math.max(found.oddFrom ?? 0, first);
        return below(eachHeadRecord(head, shape, headRows, limits, only), from - 1);
      };
      return found.rows(columns, first, odd);
    },
  };
}

/** The records of the table whose header is at a place. */
export const rowsBelow =
  ({ all, joined }: HeadRecords, at: number): Rows =>
  (columns) =>
    all(columns, joined === at ? at + 2 : at + 1);

/** The records after one of them. */
export function* below(records: Iterable<readonly string[]>, place: number): Generator<readonly string[]> {
  let at = 0;
  for (const record of records) {
    if (at > place) yield record;
    at += 1;
  }
}
