import type { Database } from './database.ts';
import { type RegularFile, readsAlike } from './regular.ts';

/** Makes a table of a file by a statement; false, and no table, where DuckDB does not read the file as this program does. */
export async function readInto(
  database: Database,
  table: string,
  file: RegularFile,
  bytes: number,
  sql: string,
): Promise<boolean> {
  const made = unlessMalformed(database.read(sql, bytes).then(() => true));
  made.catch(() => {});
  // DuckDB is at work on threads of its own meanwhile.
  const alike = await readsAlike(file);
  if ((await made) === null) return false;
  if (!alike) await database.run(`DROP TABLE ${table}`);
  return alike;
}

/** What a statement gives; null where DuckDB says that its file is not written as it must be. The reader in TypeScript tells what is wrong. */
export const unlessMalformed = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (
      error instanceof Error &&
      /^(Invalid Input Error|Conversion Error)/.test(error.message) &&
      /CSV/.test(error.message)
    )
      return null;
    throw error;
  });
