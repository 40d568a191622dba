import type { Language } from '../core/choices.ts';
import { sameInAll, type Text } from '../core/text.ts';

/** One thing to read: a file, a member of a zip, or standard input. */
export interface Input {
  /** As shown to people: `exports/a.csv`, `exports/b.zip/orders.csv`, `-`. */
  readonly path: string;
  /** Bytes on disk (compressed size if compressed); null if unknown. */
  readonly size: number | null;
  /** Where these very bytes are on disk; null if they are packed or come from elsewhere. */
  readonly disk: string | null;
  /** The decompressed bytes from the start; may be called again. */
  open(): Promise<AsyncIterable<Buffer>>;
  /** As many of them as memory is given for, in that memory; for long files on disk. */
  begin?: ((into: Buffer) => AsyncIterable<Buffer>) | undefined;
  /** Of a sheet of a workbook, which is read as CSV: numbers in it are numbers, whatever marks its texts use. */
  readonly sheet?: Sheet;
  /** Throws the Problem `changed` if the file is no longer as it was found; absent if it cannot change. */
  unchanged?(): void;
}

/** A sheet, and the workbook that it is part of. */
export interface Sheet {
  /** The path of the workbook. */
  readonly book: string;
  readonly name: string;
  readonly hidden: boolean;
  /** Written by this program: no data. */
  readonly isOwn?: true;
  /** How many formulas without a stored value were met so far: a program wrote them that does not compute. */
  readonly uncomputed?: { count: number };
}

/** The path of an input as sentences write it. */
export const named = (path: string): Text =>
  path === '-' ? { en: 'standard input', fr: "l'entrée standard" } : sameInAll(path);

/** How much one input may cost before it is refused. */
export interface Limits {
  /** Decompressed bytes for each compressed byte, once `ratioFrom` bytes have come out. */
  readonly maxRatio: number;
  /** Decompressed bytes of one compressed input, and bytes kept of standard input. */
  readonly maxBytes: number;
  /** Bytes of one CSV or JSON record. */
  readonly maxRecordBytes: number;
  /** Cells of one CSV record. */
  readonly maxColumns: number;
}

const MiB = 1024 ** 2;

/**
 * Exports compress 5 to 20 times, the most repetitive event logs about 60; deflate itself cannot pass 1032. So 200
 * never stops an honest file and does stop a bomb. 64 GiB is more than any shop exports in one file. The longest honest
 * records (an order with all its notes, a JSON order) stay under 1 MiB; 16 MiB leaves room and still limits memory if a
 * quote is never closed. 16384 columns is what Excel can write.
 */
export const defaultLimits: Limits = {
  maxRatio: 200,
  maxBytes: 64 * 1024 * MiB,
  maxRecordBytes: 16 * MiB,
  maxColumns: 16384,
};

const units: Readonly<Record<Language, readonly string[]>> = {
  en: ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'],
  fr: ['octets', 'Kio', 'Mio', 'Gio', 'Tio'],
};

/** A number of bytes for people: `16 MiB`. */
export function sizeText(bytes: number): Text {
  let size = bytes;
  let unit = 0;
  while (size > 0 && size % 1024 === 0 && unit < units.en.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return { en: `${size} ${units.en[unit]}`, fr: `${size}\u00a0${units.fr[unit]}` };
}

/** Below this much output no ratio is judged: a small file of zeros hurts nobody. */
export const ratioFrom = 64 * MiB;

/** Bytes asked from the disk and from the decompressors at a time: fewer, larger chunks cost less per byte. */
export const chunkSize = 256 * 1024;
