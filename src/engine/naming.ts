import { readingFailure } from '../readers/failures.ts';
import type { BegunFile, ReadFile } from './load/load-files.ts';

/** Reads each file as given; what the disk says about one is reported with its name, when its rows are to be taken. */
export const naming =
  (read: ReadFile): ReadFile =>
  (file, ...around) => {
    const named = (error: unknown): never => {
      throw readingFailure(error, file.path);
    };
    let begun: BegunFile;
    try {
      begun = read(file, ...around);
    } catch (error) {
      return { begin: () => true, take: async () => named(error) };
    }
    return { begin: () => begun.begin(), take: (onTaken) => begun.take(onTaken).catch(named) };
  };
