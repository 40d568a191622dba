import { lstatSync, mkdirSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join as joinPath, posix, win32 } from 'node:path';
import { codeOf, type StoreReason } from './reason.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where the user's programs keep what they can make again: as `bin/compiled.js`, but by these variables alone. Null
 * where they name no place.
 */
export function storeFolder(env: Env, platform: string): string | null {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  const below = (base: string | undefined, ...names: readonly string[]): string | null =>
    base !== undefined && isAbsolute(base) ? join(base, ...names) : null;
  const asked = below(env.XDG_CACHE_HOME, 'kpi');
  if (asked !== null) return asked;
  if (platform === 'win32') return below(env.LOCALAPPDATA, 'kpi', 'Cache');
  return below(env.HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'kpi');
}

/** What a folder is for the store; a reason where it must not be used. */
export type FolderState = 'there' | 'missing' | StoreReason;

/**
 * Looks at a folder. That of another user (a home kept under `sudo`), one that others may write in, and a link, which
 * leads who knows where, are not used: what is found there would be believed. `uid` is null where users have no numbers.
 */
export function folderState(folder: string, uid: number | null): FolderState {
  let found: Stats | undefined;
  try {
    found = lstatSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    return { why: 'unreadable', code: codeOf(error) };
  }
  if (found === undefined) return 'missing';
  if (found.isSymbolicLink()) return { why: 'link' };
  if (!found.isDirectory()) return { why: 'no_folder' };
  if (uid === null) return 'there';
  if (found.uid !== uid) return { why: 'of_another' };
  return (found.mode & 0o022) === 0 ? 'there' : { why: 'writable' };
}

/** Tells programs that make backups to pass the folder over: https://bford.info/cachedir/ */
export const tagName = 'CACHEDIR.TAG';
const tag = [
  'Signature: 8a477f597d28d172789f06886806bc55',
  '# This file marks a cache folder, made by kpi. Whatever is in it can be made again: kpi cache clear',
  '',
].join('\n');

/** Makes the folder with its tag, for this user alone. Throws what the file system says. */
export function makeStoreFolder(folder: string): void {
  makeFolder(folder);
  try {
    writeFileSync(joinPath(folder, tagName), tag, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** With its missing parents. Node's own `recursive` tries for ever where a folder accepts no other, as /proc does. */
function makeFolder(path: string): void {
  try {
    makeOne(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    makeOne(path);
  }
}

function makeOne(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
