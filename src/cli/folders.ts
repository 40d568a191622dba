import { promises as files } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents. Node's own `recursive` retries for ever if a folder accepts no other and
 * reports that it does not exist, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeOne(path);
  }
}

const makeOne = (path: string): Promise<void> =>
  files.mkdir(path).catch((error: unknown) => {
    // A path that is no folder is reported when a file is written in it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
