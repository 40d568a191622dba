import { RecordGate } from '../readers/csv-records.ts';
import { fromWindows1252 } from '../readers/encoding.ts';
import { relaxedRecords } from '../readers/relaxed.ts';
import { Row } from '../readers/row.ts';
import type { Columns, ColumnsPlan } from './columns.ts';

/** Keeps records with their lengths. */
export class KeepingGate extends RecordGate {
  readonly found: { readonly cells: readonly string[]; readonly bytes: number }[] = [];

  constructor(maxRecordBytes: number) {
    super('', { maxRatio: 0, maxBytes: 0, maxRecordBytes, maxColumns: 2 ** 30 }, () => true);
  }

  override take(cells: string[], bytes: number): void {
    super.take(cells, bytes);
    this.found.push({ cells, bytes });
  }
}

/** The bytes of records, one after the other. */
export function bytesOf(bytes: Buffer, start: number, spans: readonly number[]): Uint8Array {
  let size = 0;
  for (let at = 0; at < spans.length; at += 3) size += spans[at + 2]! - spans[at + 1]!;
  const all = new Uint8Array(size);
  size = 0;
  for (let at = 0; at < spans.length; at += 3) {
    all.set(bytes.subarray(start + spans[at + 1]!, start + spans[at + 2]!), size);
    size += spans[at + 2]! - spans[at + 1]!;
  }
  return all;
}

const withoutNul = (cell: string): string => cell.replaceAll('\0', '');

/** The cells of the records that are left to the exact reader, in their order. */
export class ExactRecords {
  readonly #row: Row;
  #next = 0;
  #at = 0;
  #bytes: Uint8Array;

  constructor(
    readonly columns: Columns,
    readonly plan: Pick<ColumnsPlan, 'delimiter' | 'encoding' | 'maxRecordBytes'>,
    /** Reads bytes of the file. */
    read: (spans: readonly [from: number, to: number][]) => Uint8Array,
  ) {
    this.#row = new Row(plan.delimiter.charCodeAt(0));
    const { exact, spans, from } = columns;
    const places = (): [number, number][] =>
      Array.from({ length: spans.length / 3 }, (_, at) => [from + spans[at * 3 + 1]!, from + spans[at * 3 + 2]!]);
    this.#bytes = exact ?? read(places());
  }

  /** The cells of the next one. */
  next(): readonly string[] {
    const { spans } = this.columns;
    const size = spans[this.#next + 2]! - spans[this.#next + 1]!;
    const { buffer, byteOffset } = this.#bytes;
    const own = Buffer.from(buffer, byteOffset + this.#at, size);
    const bytes = this.plan.encoding === 'utf-8' ? own : fromWindows1252(own);
    this.#next += 3;
    this.#at += size;
    const row = this.#row;
    row.bytes = bytes;
    let cells: readonly string[] = [];
    if (row.scan(0, bytes.length, true) >= 0) cells = row.cells();
    else {
      const gate = new KeepingGate(this.plan.maxRecordBytes);
      relaxedRecords(bytes, this.plan.delimiter, true, gate);
      cells = gate.found[0]?.cells ?? [];
    }
    return bytes.includes(0) ? cells.map(withoutNul) : cells;
  }
}
