import { createHash } from 'node:crypto';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { entryBytes, type FoundParts, type Parts, readEntry, writeEntry } from './entry.ts';
import { folderState, makeStoreFolder } from './folder.ts';
import { entryFile, freeDisk, inventoryOf, limitOf, type StoredFile, type StoreKind } from './inventory.ts';
import { type StoreReason, writeFailure } from './reason.ts';
import { fingerprintOf, makeSecret, readSecret, secretName } from './secret.ts';

/** What a store depends on. */
export interface StoreSetting {
  /** From `storeFolder`; null where there is no place for one. */
  readonly folder: string | null;
  /** Number of the user; null where users have none (Windows). */
  readonly uid: number | null;
  /** Of the program: what another wrote is not found. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The free bytes of the disk of a folder. */
  readonly free?: (folder: string) => number;
}

/** What earlier runs have left. Nothing here throws: whatever fails, a run goes on as without. */
export interface Store {
  /** What was put under a key, in `into` if it fits there; null if there is nothing, or anything about it is odd. */
  get(kind: StoreKind, key: string, into?: ArrayBuffer): FoundParts | null;
  /** Keeps parts under a key; null, or why not. */
  put(kind: StoreKind, key: string, parts: Parts): StoreReason | null;
  /** For keyed hashes, made if there is none; null if that fails: then nothing is kept or found. */
  secret(): Uint8Array | null;
}

/** The store, or why there is none. */
export type Opened =
  | { readonly store: Store; readonly reason: null }
  | { readonly store: null; readonly reason: StoreReason };

/** Opens the store of a user. Nothing is written before something is kept. */
export function openStore(setting: StoreSetting): Opened {
  const { folder, uid } = setting;
  if (folder === null) return { store: null, reason: { why: 'no_place' } };
  const state = folderState(folder, uid);
  if (state !== 'there' && state !== 'missing') return { store: null, reason: state };
  return { store: storeIn(folder, setting), reason: null };
}

const day = 24 * 3600 * 1000;

function storeIn(folder: string, { uid, version, now, free = freeDisk }: StoreSetting): Store {
  const secretPath = join(folder, secretName);
  let secret = readSecret(secretPath);
  /** Why no more is written: what failed once would fail again, after hundreds of megabytes. */
  let broken: StoreReason | null = null;
  let room: Room | null = null;

  const pathOf = (kind: StoreKind, key: string): string =>
    join(folder, entryFile(kind, createHash('sha256').update(key).digest('hex').slice(0, 32)));
  /** An entry written under another secret would have other hashes of the same people. */
  const fullKey = (own: Uint8Array, kind: StoreKind, key: string): string =>
    JSON.stringify([version, fingerprintOf(own), kind, key]);

  /** The secret, in a folder that is made for it; null if that is not possible. */
  const needed = (): Buffer | null => {
    if (secret !== null || broken !== null) return secret;
    try {
      makeStoreFolder(folder);
      // Another may have been first.
      const state = folderState(folder, uid);
      if (state === 'there') secret = readSecret(secretPath) ?? makeSecret(secretPath);
      if (secret === null) broken = state === 'there' || state === 'missing' ? { why: 'no_secret' } : state;
    } catch (error) {
      broken = writeFailure(error);
    }
    return secret;
  };

  return {
    secret: needed,
    get(kind, key, into) {
      if (secret === null) return null;
      const path = pathOf(kind, key);
      const found = readEntry(path, fullKey(secret, kind, key), into);
      if (found !== null) touch(path, now);
      return found;
    },
    put(kind, key, parts) {
      const own = needed();
      if (own === null || broken !== null) return broken;
      try {
        const path = pathOf(kind, key);
        room ??= roomIn(folder, limitOf(free(folder)), now);
        const whole = fullKey(own, kind, key);
        const bytes = entryBytes(whole, parts);
        if (!room.make(path, bytes)) return { why: 'too_large' };
        writeEntry(path, whole, parts);
        touch(path, now);
        room.add({ path, bytes, used: now });
        return null;
      } catch (error) {
        broken = writeFailure(error);
        return broken;
      }
    },
  };
}

/** Marks an entry as used; one that may only be read is as old as it was. */
function touch(path: string, now: number): void {
  try {
    utimesSync(path, now / 1000, now / 1000);
  } catch {
    // It is still there to be read.
  }
}

/** The bytes that a store may have. */
interface Room {
  /** Removes what was not used for longest until so many bytes fit; whether they ever can. */
  make(path: string, bytes: number): boolean;
  add(file: StoredFile): void;
}

/** Looks once at what there is: what other runs add meanwhile, a later run counts. */
function roomIn(folder: string, limit: number, now: number): Room {
  const { entries, unfinished } = inventoryOf(folder);
  for (const { path, used } of unfinished) if (now - used > day) rmSync(path, { force: true });
  const files = new Map<string, StoredFile>(entries.map((entry) => [entry.path, entry]));
  let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const forget = (path: string): void => {
    total -= files.get(path)?.bytes ?? 0;
    files.delete(path);
  };
  return {
    make(path, bytes) {
      if (bytes > limit) return false;
      // What is replaced counts no more, and is no older than what replaces it.
      forget(path);
      for (const { path: old } of [...files.values()].sort((a, b) => a.used - b.used)) {
        if (total + bytes <= limit) break;
        rmSync(old, { force: true });
        forget(old);
      }
      return true;
    },
    add(file) {
      files.set(file.path, file);
      total += file.bytes;
    },
  };
}
