import { promises as files } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are not there. Node's own `recursive` tries for ever where a folder takes no other and
 * says that it is not there, as /proc does.
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
    // What is no folder is told when a file is to be written in it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
