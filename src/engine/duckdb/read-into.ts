import type { Database } from './database.ts';
import { type RegularFile, readsAlike } from './regular.ts';

/**
 * Makes a table of a file by a statement; false, and no table, if DuckDB does not read the file as this program does.
 */
export async function readInto(
  database: Database,
  table: string,
  file: RegularFile,
  bytes: number,
  sql: string,
): Promise<boolean> {
  const made = unlessMalformed(database.read(sql, bytes).then(() => true));
  made.catch(() => {});
  // DuckDB works on its own threads meanwhile.
  const alike = await readsAlike(file);
  if ((await made) === null) return false;
  if (!alike) await database.run(`DROP TABLE ${table}`);
  return alike;
}

/**
 * The result of a statement; null if DuckDB says that its file is malformed. The reader in TypeScript reports what is
 * wrong.
 */
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
