import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { blockBytes, checksum } from './checksum.ts';

/*
 * An entry is a file:
 *
 *   bytes 0–31     "kpistore", the version of this format, the length of the head, its checksum
 *   the head       JSON: the whole key, and of each part its name, its bytes and its checksum
 *   the parts      one after the other
 *
 * Head and parts begin at whole blocks of 16 bytes, with zeros between them. Numbers are in the machine's own order, so
 * that columns need no conversion: a machine with another order reads another version, and that is a miss.
 *
 * Nothing is flushed to the disk: after a power cut a file may have its name and not its bytes, which the checksums show.
 */

/** Named bytes, such as the columns of a file. */
export type Parts = ReadonlyMap<string, ArrayBufferView>;

/** The same as they are read: views of one buffer, each at a whole block of 16 bytes, so that any typed array fits. */
export type FoundParts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const magic = Buffer.from('kpistore');
const formatVersion = 1;
const frontBytes = 32;
/** Of one call: Linux reads and writes no more than 2 GiB at once. */
const callBytes = 1 << 30;

type Head = { readonly key: string; readonly parts: readonly (readonly [name: string, bytes: number, sum: string])[] };

const padded = (bytes: number): number => Math.ceil(bytes / blockBytes) * blockBytes;
const bytesOf = (part: ArrayBufferView): Uint8Array => new Uint8Array(part.buffer, part.byteOffset, part.byteLength);

/** The head as bytes, with the checksums of the parts. */
const headOf = (key: string, parts: Parts, sumOf: (bytes: Uint8Array) => string): Buffer =>
  Buffer.from(
    JSON.stringify({
      key,
      parts: [...parts].map(([name, part]) => [name, part.byteLength, sumOf(bytesOf(part))] as const),
    } satisfies Head),
  );

/** The bytes that an entry will have, without reading its parts: all checksums have the same length. */
export const entryBytes = (key: string, parts: Parts): number =>
  [...parts.values()].reduce(
    (sum, { byteLength }) => sum + padded(byteLength),
    frontBytes + padded(headOf(key, parts, () => noSum).length),
  );
const noSum = checksum(new Uint8Array(0));

/**
 * Writes an entry beside its place, then renames it: there is the whole entry or what was there before, whenever a run
 * ends and however many write at once. Throws what the file system says, and leaves nothing then.
 */
export function writeEntry(path: string, key: string, parts: Parts): void {
  const text = headOf(key, parts, checksum);
  const begun = `${path}.${randomBytes(8).toString('hex')}${temporary}`;
  const file = openSync(begun, 'wx', 0o600);
  try {
    try {
      writeAll(file, Buffer.concat([frontOf(text), text, zeros(text.length)]));
      for (const part of parts.values()) {
        writeAll(file, bytesOf(part));
        writeAll(file, zeros(part.byteLength));
      }
    } finally {
      closeSync(file);
    }
    renameSync(begun, path);
  } catch (error) {
    rmSync(begun, { force: true });
    throw error;
  }
}

/** How the names of files end that are being written. */
export const temporary = '.tmp';

/**
 * Reads an entry, into such memory if it fits there; null if there is none, if it is of another key or format, or if anything
 * about it is odd. Never throws.
 */
export function readEntry(path: string, key: string, into?: ArrayBuffer): FoundParts | null {
  try {
    return partsIn(wholeFile(path, into), key);
  } catch {
    return null;
  }
}

function frontOf(head: Uint8Array): Buffer {
  const front = Buffer.alloc(frontBytes);
  front.set(magic);
  new Uint32Array(front.buffer, front.byteOffset + 8, 2).set([formatVersion, head.length]);
  front.write(checksum(head), 16, 'hex');
  return front;
}

/** The zeros after so many bytes. */
const zeros = (bytes: number): Uint8Array => new Uint8Array(padded(bytes) - bytes);

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(callBytes, bytes.length - at));
}

/** The bytes of a regular file, in memory that begins with them. Not followed: a link. Not waited for: a pipe. */
function wholeFile(path: string, into?: ArrayBuffer): Buffer<ArrayBuffer> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new Error('no file');
    const fits = into !== undefined && into.byteLength >= found.size;
    const bytes = fits ? Buffer.from(into, 0, found.size) : Buffer.allocUnsafeSlow(found.size);
    for (let at = 0; at < bytes.length; ) {
      const more = readSync(file, bytes, at, Math.min(callBytes, bytes.length - at), null);
      if (more === 0) throw new Error('shorter than it was');
      at += more;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** The parts, once every byte is known to be as it was written; else null, or an error. */
function partsIn(file: Buffer<ArrayBuffer>, key: string): FoundParts | null {
  const length = new Uint32Array(file.buffer, file.byteOffset, frontBytes / 4)[3]!;
  const headEnd = frontBytes + padded(length);
  const text = file.subarray(frontBytes, frontBytes + length);
  // The head as it is: a front made for it is what must be there.
  if (!frontOf(text).equals(file.subarray(0, frontBytes))) return null;
  if (checksum(file.subarray(frontBytes, headEnd)) !== checksum(text)) return null;
  const head = JSON.parse(text.toString()) as Head;
  if (head.key !== key) return null;
  const end = head.parts.reduce((sum, [, bytes]) => sum + padded(bytes), headEnd);
  if (end !== file.length) return null;
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = headEnd;
  for (const [name, bytes, sum] of head.parts) {
    // With the zeros behind it, whose damage would harm nobody: but a file that is odd is a miss.
    if (checksum(file.subarray(at, at + padded(bytes))) !== sum) return null;
    found.set(name, new Uint8Array(file.buffer, file.byteOffset + at, bytes));
    at += padded(bytes);
  }
  return found;
}
