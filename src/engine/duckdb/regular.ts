import { closeSync, openSync, readSync } from 'node:fs';
import type { FilePlan } from '../../plan/plan.ts';
import { headRecords } from '../../readers/csv.ts';
import { sepLine } from '../../readers/sep.ts';

/** A CSV file that DuckDB reads as this program does. */
export interface RegularFile {
  readonly path: string;
  /** Lines before the first row of the table. */
  readonly skip: number;
  /** Columns of every row. */
  readonly width: number;
  readonly delimiter: string;
}

const blockBytes = 1 << 20;
const headBytes = 1 << 16;

/**
 * Whether DuckDB can read a file: plain CSV on the disk, UTF-8, its header the first line. DuckDB itself refuses what else
 * is irregular (rows of other widths, quotes that do not close, mixed line ends) and never repairs it in silence, but for
 * blanks between a quote and its cell's end, which it drops; and NUL characters, which this program drops.
 */
export function regularFile({ input, shape, encoding, source, tables }: FilePlan): RegularFile | null {
  const [table] = tables;
  if (input.disk === null || shape.form !== 'csv' || encoding.name !== 'utf-8') return null;
  if (table === undefined || tables.length > 1 || source.layout !== 'table' || table.at !== 0) return null;
  if (table.header.some((name) => /[\r\n]/.test(name))) return null;
  const file = openSync(input.disk, 'r');
  try {
    const block = Buffer.alloc(blockBytes);
    let found: RegularFile | null = null;
    // The last byte of the block before stands in front.
    for (let size = readSync(file, block, 1, blockBytes - 1, null); size > 0; ) {
      const bytes = block.subarray(found === null ? 1 : 0, size + 1);
      if (['\0', '" ', ' "', '"\t', '\t"'].some((odd) => bytes.includes(odd))) {
        if (shape.delimiter !== '\t' || ['\0', '" ', ' "'].some((odd) => bytes.includes(odd))) return null;
      }
      if (found === null) {
        const text = Buffer.from(bytes.subarray(0, headBytes));
        const [header] = headRecords({ text, complete: size < headBytes, encoding }, shape, 1);
        if (header === undefined) return null;
        const skip = sepLine(text).delimiter === null ? 1 : 2;
        found = { path: input.disk, skip, width: header.length, delimiter: shape.delimiter };
      }
      block[0] = block[size]!;
      size = readSync(file, block, 1, blockBytes - 1, null);
    }
    return found;
  } finally {
    closeSync(file);
  }
}
