import type { Setting } from '../facts/index.ts';
import type { Read } from '../facts/read.ts';
import type { FilePlan } from '../plan/plan.ts';
import { atEnd } from './cleanup.ts';
import type { Settings } from './settings.ts';

/** From so many bytes on DuckDB is faster than reading row by row, its start included: see the benchmarks. */
const duckdbFrom = 32 * 1024 ** 2;

/** The engine that does the counting: the one that is asked for, else by size and by what is installed. */
export async function engineFor(
  { engine }: Pick<Settings, 'engine'>,
  files: readonly FilePlan[],
): Promise<'memory' | 'duckdb'> {
  if (engine !== 'auto') return engine;
  const bytes = files.reduce((sum, { input }) => sum + (input.disk === null ? 0 : (input.size ?? 0)), 0);
  if (bytes < duckdbFrom) return 'memory';
  const { isInstalled } = await import('../engine/duckdb/database.ts');
  return (await isInstalled()) ? 'duckdb' : 'memory';
}

/** Reads files with an engine; each gives the same. */
export async function readWith(
  engine: 'memory' | 'duckdb',
  files: readonly FilePlan[],
  setting: Omit<Setting, 'filesOfSource'>,
  { by, limits, duckdb }: Settings,
): Promise<Read> {
  if (engine === 'memory') {
    const { readFiles } = await import('../engine/memory/index.ts');
    return readFiles(files, setting, by, limits);
  }
  const { readFiles } = await import('../engine/duckdb/index.ts');
  return readFiles(files, setting, by, limits, { ...duckdb, atEnd });
}
