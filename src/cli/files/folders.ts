import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents; returns those that it made, the outermost first. Node's own `recursive`
 * retries for ever if a folder accepts no other and reports that it does not exist, as /proc does. Synchronous: no signal
 * ends the run between a folder and the note that it was made.
 */
export function makeFolder(path: string): readonly string[] {
  try {
    return makeOne(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const made = makeFolder(dirname(path));
  try {
    return [...made, ...makeOne(path)];
  } catch (error) {
    removeFolders(made);
    throw error;
  }
}

function makeOne(path: string): readonly string[] {
  try {
    mkdirSync(path);
    return [path];
  } catch (error) {
    // A path that is no folder is reported when a file is written in it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return [];
  }
}

/** Removes folders that were made in vain, the innermost first; those that are in use by now stay. */
export function removeFolders(made: readonly string[]): void {
  for (const path of made.toReversed()) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
  }
}
