import { lstatSync, readdirSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporary } from './entry.ts';
import { type FolderState, folderState, tagName } from './folder.ts';
import type { StoreReason } from './reason.ts';
import { secretName } from './secret.ts';

/**
 * What is kept: where the columns of a file are, these columns segment by segment, how files are read, the settled records
 * of several files, and answers of questions.
 */
export const storeKinds = ['columns', 'segments', 'plans', 'facts', 'answers'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A file of the store. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was last used, in milliseconds since 1970. */
  readonly used: number;
}

export interface StoredEntry extends StoredFile {
  readonly kind: StoreKind;
}

/** What is in the folder of a store. */
export interface Inventory {
  readonly entries: readonly StoredEntry[];
  /** Files that are being written, or were when a run was killed. */
  readonly unfinished: readonly StoredFile[];
}

const anyKind = storeKinds.join('|');
const entryName = new RegExp(`^(${anyKind})-[0-9a-f]{32}\\.kpi$`);
const unfinishedName = new RegExp(`^(?:(?:${anyKind})-[0-9a-f]{32}\\.kpi|secret)\\.[0-9a-f]{16}\\.tmp$`);

/** The name of an entry by the hash of its key. */
export const entryFile = (kind: StoreKind, hash: string): string => `${kind}-${hash}.kpi`;

/** Lists the files of a store by their names alone; others in the folder are nobody's business. Throws if it cannot be read. */
export function inventoryOf(folder: string): Inventory {
  const entries: StoredEntry[] = [];
  const unfinished: StoredFile[] = [];
  for (const name of readdirSync(folder)) {
    const kind = storeKinds.find((one) => one === entryName.exec(name)?.[1]);
    if (kind === undefined && !(name.endsWith(temporary) && unfinishedName.test(name))) continue;
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    // Another run may have removed it meanwhile.
    if (found === undefined || found.isDirectory()) continue;
    const file = { path, bytes: found.size, used: found.mtimeMs };
    if (kind === undefined) unfinished.push(file);
    else entries.push({ ...file, kind });
  }
  return { entries, unfinished };
}

/** The free bytes of the disk that a folder is on, or would be. Throws if no disk says so. */
export function freeDisk(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return freeDisk(dirname(folder));
  }
}

/** Most bytes that a store keeps: 2 GB, or a tenth of the free disk if that is less. */
export const limitOf = (free: number): number => Math.min(2_000_000_000, Math.floor(free / 10));

/** What `kpi cache status` says. */
export interface StoreStatus {
  readonly state: FolderState;
  readonly entries: readonly StoredEntry[];
  readonly bytes: number;
  /** Null if the disk does not say what is free. */
  readonly limit: number | null;
}

/** Looks at a store; never throws. */
export function storeStatus(folder: string, uid: number | null, free = freeDisk): StoreStatus {
  let [entries, state]: [readonly StoredEntry[], FolderState] = [[], folderState(folder, uid)];
  try {
    if (state === 'there') entries = inventoryOf(folder).entries;
  } catch {
    state = { why: 'unreadable' };
  }
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  try {
    return { state, entries, bytes, limit: limitOf(free(folder)) };
  } catch {
    return { state, entries, bytes, limit: null };
  }
}

/** What was removed, and why not all. */
export interface Cleared {
  readonly entries: number;
  readonly bytes: number;
  readonly reason: StoreReason | null;
}

/** Removes the files of a store and no other, and the folder if nothing else is in it; never throws. */
export function clearStore(folder: string, uid: number | null): Cleared {
  const state = folderState(folder, uid);
  const cleared = { entries: 0, bytes: 0 };
  if (state === 'missing') return { ...cleared, reason: null };
  if (state !== 'there') return { ...cleared, reason: state };
  try {
    const { entries, unfinished } = inventoryOf(folder);
    for (const { path, bytes } of entries) {
      rmSync(path, { force: true });
      cleared.entries += 1;
      cleared.bytes += bytes;
    }
    for (const { path } of unfinished) rmSync(path, { force: true });
    rmSync(join(folder, secretName), { force: true });
    if (readdirSync(folder).every((name) => name === tagName)) {
      rmSync(join(folder, tagName), { force: true });
      rmdirSync(folder);
    }
    return { ...cleared, reason: null };
  } catch {
    return { ...cleared, reason: { why: 'unwritable' } };
  }
}
