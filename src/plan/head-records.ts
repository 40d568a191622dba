import { type CsvShape, headRecords } from '../readers/csv.ts';
import type { Limits } from '../readers/input.ts';
import type { Head } from '../readers/text.ts';

export type Records = readonly (readonly string[])[];

/** So many first records of a head are split whole: among them stand its preamble and its header. */
const firstRecords = 1000;

/** As many records of the head as conventions are decided by. */
export const headRows = 50_000;

/** The records of the head of a file. */
export interface HeadRecords {
  /** The first of them. */
  readonly first: Records;
  /** All of them; only the cells of these columns are sure to be there. */
  readonly all: (columns: readonly number[]) => Records;
}

/** Records that are known already. */
export const knownRecords = (records: Records): HeadRecords => ({ first: records, all: () => records });

/** Splits the head of a CSV file as far as it is asked for: of a wide export most cells never are. */
export function splitHead(head: Head, shape: CsvShape, limits: Limits): HeadRecords {
  const first = headRecords(head, shape, firstRecords, limits);
  if (first.length < firstRecords) return knownRecords(first);
  let split: { readonly columns: ReadonlySet<number>; readonly records: Records } | null = null;
  return {
    first,
    all(columns) {
      if (split === null || columns.some((column) => split?.columns.has(column) === false)) {
        const wanted = new Set([...(split?.columns ?? []), ...columns]);
        const only = new Uint8Array(Math.max(0, ...wanted) + 1);
        for (const column of wanted) only[column] = 1;
        split = { columns: wanted, records: headRecords(head, shape, headRows, limits, only) };
      }
      return split.records;
    },
  };
}
