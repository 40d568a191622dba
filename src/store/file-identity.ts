import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** How files are recognised: by what the file system says of them and their ends, or by all their bytes. */
export type IdentityMode = 'stat' | 'content';

/** What identifies a state of a file, as plain data: equal as JSON, the same bytes. */
export type FileIdentity =
  | {
      readonly by: 'stat';
      readonly path: string;
      readonly size: string;
      /** In nanoseconds since 1970. */
      readonly modified: string;
      /** The same of the status, which no program can set: it shows an edit whose modification time was put back. */
      readonly changed: string;
      readonly device: string;
      readonly inode: string;
      /** SHA-256 of the first and last 64 KiB. */
      readonly ends: string;
    }
  | { readonly by: 'content'; readonly size: string; readonly sha256: string };

const endBytes = 64 * 1024;
const blockBytes = 1024 ** 2;

/** Two changes in this time may carry the same times: no file system counts in coarser steps. Milliseconds. */
const recent = 2000;

/**
 * The identity of a file, by its absolute path; null if it is no regular file or cannot be read, and by `stat` also if
 * it was changed less than 2 s before `now` (milliseconds since 1970) or after it: it could be changed again and
 * look the same.
 *
 * By `content`, recent changes do not matter (a fresh checkout), so the caller asks before and after reading, and keeps
 * what it read only if both are equal.
 */
export function identityOf(path: string, mode: IdentityMode, now: number): FileIdentity | null {
  try {
    // A pipe must not be opened: that would wait for its writer, or take its end.
    if (!statSync(path).isFile()) return null;
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const state = fstatSync(file, { bigint: true });
      if (!state.isFile()) return null;
      if (mode === 'content') return contentOf(file);
      return isRecent(state, now) ? null : stateOf(file, path, state);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

const isRecent = ({ mtimeMs, ctimeMs }: BigIntStats, now: number): boolean =>
  [mtimeMs, ctimeMs].some((time) => Number(time) > now - recent);

function stateOf(file: number, path: string, { size, mtimeNs, ctimeNs, dev, ino }: BigIntStats): FileIdentity {
  const hash = createHash('sha256');
  const memory = Buffer.allocUnsafe(endBytes);
  const bytes = Number(size);
  for (const from of bytes <= endBytes ? [0] : [0, Math.max(endBytes, bytes - endBytes)])
    hash.update(memory.subarray(0, readSync(file, memory, 0, endBytes, from)));
  return {
    by: 'stat',
    path,
    size: String(size),
    modified: String(mtimeNs),
    changed: String(ctimeNs),
    device: String(dev),
    inode: String(ino),
    ends: hash.digest('hex'),
  };
}

function contentOf(file: number): FileIdentity {
  const hash = createHash('sha256');
  const memory = Buffer.allocUnsafe(blockBytes);
  let size = 0;
  for (let more = -1; more !== 0; size += more) {
    more = readSync(file, memory, 0, blockBytes, null);
    hash.update(memory.subarray(0, more));
  }
  return { by: 'content', size: String(size), sha256: hash.digest('hex') };
}
