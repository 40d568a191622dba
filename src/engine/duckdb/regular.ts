import { closeSync, openSync, readSync } from 'node:fs';
import type { FilePlan } from '../../plan/plan.ts';
import { type Delimiter, headRecords } from '../../readers/csv.ts';
import { RecordGate } from '../../readers/csv-records.ts';
import { type Head, OtherEncoding } from '../../readers/decode.ts';
import { diskBlocks } from '../../readers/disk.ts';
import { defaultLimits } from '../../readers/input.ts';
import { sepLine } from '../../readers/sep.ts';
import { strictRecords } from '../../readers/strict.ts';
import { Utf8Check } from '../../readers/utf8.ts';

/** A CSV file that DuckDB may read. */
export interface RegularFile {
  readonly path: string;
  /** Lines before the first row of the table. */
  readonly skip: number;
  /** Columns of every row. */
  readonly width: number;
  readonly delimiter: Delimiter;
  /** Whether it may be in another encoding than its head. */
  readonly byHead: boolean;
}

const blockBytes = 1 << 20;
const headBytes = 1 << 16;
/** This much of the previous block is scanned again: no quote has more blanks beside it. */
const tailBytes = 64;

/** Whether every record of a file is written as RFC 4180 says: a quote beside a blank is then inside a quoted cell. */
function isStrict(path: string, delimiter: string): boolean {
  const gate = new RecordGate(path, defaultLimits, () => true);
  const file = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const block = Buffer.alloc(blockBytes);
      const size = readSync(file, block, 0, blockBytes, null);
      const bytes = Buffer.concat([rest, block.subarray(0, size)]);
      const start = gate.count === 0 ? sepLine(bytes).length : 0;
      const stop = strictRecords(bytes, start, delimiter.charCodeAt(0), size === 0, gate);
      if (stop.odd || bytes.length - stop.at > defaultLimits.maxRecordBytes) return false;
      if (size === 0) return true;
      rest = bytes.subarray(stop.at);
    }
  } finally {
    closeSync(file);
  }
}

/** Characters that DuckDB reads as a pattern in a path: it would read other files that match. */
const pattern = /[*?[\]{}\\]/;

/**
 * How DuckDB reads a file: plain CSV on disk, UTF-8, its header the first line, its path a plain one. Null for all
 * others.
 */
export function regularFile({ input, shape, encoding, byHead, source, tables }: FilePlan): RegularFile | null {
  const [table] = tables;
  if (input.disk === null || shape.form !== 'csv' || encoding.name !== 'utf-8') return null;
  if (pattern.test(input.disk)) return null;
  if (table === undefined || tables.length > 1 || source.layout !== 'table' || table.at !== 0) return null;
  const isPlain = table.derived.length === 0 && table.carried.length === 0 && !table.subtitles;
  if (!isPlain || source.lines === 'gather') return null;
  if (table.header.some((name) => /[\r\n]/.test(name))) return null;
  const head = headOf(input.disk, headBytes);
  const [header] = headRecords(head, shape, 1);
  if (header === undefined) return null;
  const skip = sepLine(head.text).delimiter === null ? 1 : 2;
  return { path: input.disk, skip, width: header.length, delimiter: shape.delimiter, byHead };
}

/** The first bytes of a file in UTF-8, up to this many. */
export function headOf(path: string, bytes: number): Head {
  const file = openSync(path, 'r');
  try {
    const all = Buffer.allocUnsafe(bytes);
    const text = all.subarray(0, readSync(file, all, 0, bytes, 0));
    return { text, complete: text.length < bytes, encoding: { name: 'utf-8', bom: false } };
  } finally {
    closeSync(file);
  }
}

/**
 * Whether DuckDB reads a regular file as this program does. It refuses irregular input itself (rows of other widths,
 * quotes that do not close, mixed line ends) and never repairs it silently, except blanks between a quote and its
 * cell's end, which it drops; NUL characters, which this program drops; and lines that are too long for it, which it
 * skips. Throws `OtherEncoding`.
 */
export async function readsAlike({ path, delimiter, byHead }: RegularFile): Promise<boolean> {
  const blanks = delimiter === '\t' ? ' ' : ' \t';
  const dropped = new RegExp(`(^|[\n\r${delimiter}])[${blanks}]+"|"[${blanks}]+($|[\n\r${delimiter}])`);
  const check = byHead ? new Utf8Check() : null;
  let suspect = false;
  for await (const { bytes, full, again } of diskBlocks(path, 0, tailBytes)) {
    if (check !== null && check.add(bytes.subarray(again)) !== null) throw new OtherEncoding(path);
    if (bytes.includes(0)) return false;
    if (full && !bytes.includes('\n') && !bytes.includes('\r')) return false;
    const beside = bytes.includes('"') && ['" ', ' "', '"\t', '\t"'].some((odd) => bytes.includes(odd));
    if (beside && dropped.test(bytes.toString('latin1'))) suspect = true;
  }
  if (check !== null && check.end() !== null) throw new OtherEncoding(path);
  return !suspect || isStrict(path, delimiter);
}
