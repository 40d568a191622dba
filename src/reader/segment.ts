import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Row } from '../readers/row.ts';
import { sepLine } from '../readers/sep.ts';
import { Batch } from './batch.ts';
import type { Columns, ColumnsPlan } from './columns.ts';
import { Parcel } from './parcel.ts';
import { Scanner } from './scan.ts';

/** A stretch of a file: the records that begin in it. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Whether a record begins at `from`; else the first one after it is guessed, and its place in `Columns.from` tells. */
  readonly exact: boolean;
}

/** Bytes read beyond a segment, for its last record. */
const slack = 64 * 1024;
/** How many line ends are tried to find one that ends a record. */
const guesses = 64;

/** Reads segments of one file into columns. */
export class SegmentReader {
  readonly #file: number;
  readonly #size: number;
  readonly #scanner: Scanner;
  readonly #row: Row;

  constructor(private readonly plan: ColumnsPlan) {
    this.#file = openSync(plan.path, 'r');
    this.#size = fstatSync(this.#file).size;
    this.#scanner = new Scanner(plan, Batch.ofThread());
    this.#row = new Row(plan.delimiter.charCodeAt(0));
  }

  /** The columns of a segment; `memory`: that of other columns, to be used again. */
  read({ from, to, exact }: Segment, memory: ArrayBuffer | null = null): Columns {
    // The byte before may end a line.
    const begin = exact ? from : from - 1;
    for (let more = slack; ; more *= 8) {
      const end = Math.min(this.#size, to + more);
      const bytes = this.#bytes(begin, end);
      const last = end >= this.#size || bytes.length < end - begin;
      const start = exact ? 0 : this.#guess(bytes, to - begin, last);
      const parcel = new Parcel(memory, (to - from) * 2);
      const found = this.#scanner.scan(bytes.length, start, to - begin, last, begin, parcel);
      if (found !== null) return found;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #bytes(from: number, to: number): Buffer {
    const bytes = this.#scanner.begin(Math.max(0, to - from));
    let size = 0;
    while (size < bytes.length) {
      const read = readSync(this.#file, bytes, size, bytes.length - size, from + size);
      if (read === 0) break;
      size += read;
    }
    return bytes.subarray(0, size);
  }

  /** Where the first record probably begins: after a line end, with as many cells as the table has. */
  #guess(bytes: Buffer, stop: number, last: boolean): number {
    const row = this.#row;
    row.bytes = bytes;
    let first = -1;
    let at = 0;
    for (let tried = 0; tried < guesses; tried += 1) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      if (bytes[at] === 13 && bytes[at + 1] === 10) at += 1;
      at += 1;
      if (at >= stop) break;
      if (first === -1) first = at;
      if (row.scan(at, bytes.length, last) > 0 && row.width === this.plan.width) return at;
    }
    return first === -1 ? Math.min(stop, bytes.length) : first;
  }
}

/** Bytes of a file between some places, one after the other. */
export function bytesBetween(path: string, places: readonly (readonly [from: number, to: number])[]): Uint8Array {
  const bytes = new Uint8Array(places.reduce((sum, [from, to]) => sum + to - from, 0));
  if (bytes.length === 0) return bytes;
  const file = openSync(path, 'r');
  try {
    let size = 0;
    for (const [from, to] of places) {
      const end = size + to - from;
      while (size < end) {
        const read = readSync(file, bytes, size, end - size, to - (end - size));
        if (read === 0) return bytes;
        size += read;
      }
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Bytes that hold the header of nearly every table. */
const headBytes = 64 * 1024;

/**
 * Where the first record below the header, of this many, begins, and whether the file ends with a line end; null if that is
 * unclear.
 */
export function bodyOf(
  path: string,
  delimiter: string,
  size: number,
  records: number,
): { start: number; isEnded: boolean } | null {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(headBytes, size));
    const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
    const row = new Row(delimiter.charCodeAt(0));
    row.bytes = head;
    let start = sepLine(head).length;
    for (let at = 0; at < records && start >= 0; at += 1) start = row.scan(start, head.length, head.length === size);
    const end = Buffer.alloc(1);
    readSync(file, end, 0, 1, size - 1);
    return start < 0 ? null : { start, isEnded: end[0] === 10 || end[0] === 13 };
  } finally {
    closeSync(file);
  }
}
