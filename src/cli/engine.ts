import type { RunSetting } from '../facts/index.ts';
import type { Read } from '../facts/read.ts';
import type { Measure } from '../measures/measure.ts';
import type { FilePlan } from '../plan/plan.ts';
import { atEnd } from './cleanup.ts';
import type { Io } from './io.ts';
import { bytesToRead, metered, Progress } from './progress.ts';
import type { Settings } from './settings.ts';

/**
 * From this many bytes of visits on, DuckDB is faster than reading row by row, including its start: see the benchmarks.
 * Records of other kinds come to memory either way, and no faster.
 */
const duckdbFrom = 16 * 1024 ** 2;
/** The time DuckDB takes for each file, however small, as bytes read row by row in that time: some 30 ms. */
const bytesForFile = 1024 ** 2;

/** The engine that does the counting: the one asked for, else chosen by size and by what is installed. */
export async function engineFor(
  { engine }: Pick<Settings, 'engine'>,
  files: readonly FilePlan[],
): Promise<'memory' | 'duckdb'> {
  if (engine !== 'auto') return engine;
  const visits = files.filter(
    ({ input, tables }) => input.disk !== null && tables.some(({ kind }) => kind === 'visit'),
  );
  const bytes = visits.reduce((sum, { input }) => sum + (input.size ?? 0), 0);
  if (bytes - files.length * bytesForFile < duckdbFrom) return 'memory';
  const { isInstalled } = await import('../engine/duckdb/package.ts');
  return (await isInstalled()) ? 'duckdb' : 'memory';
}

/** Reads files with an engine, for these measures to be asked for (null: for any); each gives the same. */
export async function readWith(
  engine: 'memory' | 'duckdb',
  planned: readonly FilePlan[],
  given: Omit<RunSetting, 'filesOfSource' | 'measures'>,
  measures: readonly Measure[] | null,
  settings: Settings,
  io: Io,
): Promise<Read> {
  const setting = measures === null ? given : { ...given, measures };
  const progress = new Progress(io, bytesToRead(planned), settings.quiet, settings.lang);
  const files = planned.map((file) => ({ ...file, input: metered(file.input, progress) }));
  try {
    return await read(engine, files, setting, settings, progress);
  } finally {
    progress.end();
  }
}

async function read(
  engine: 'memory' | 'duckdb',
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  settings: Settings,
  progress: Progress,
): Promise<Read> {
  const { by, limits, duckdb } = settings;
  if (engine === 'memory') {
    const { readFiles } = await import('../engine/memory/index.ts');
    return readFiles(files, setting, by, limits, (bytes) => progress.add(bytes));
  }
  const { readFiles } = await import('../engine/duckdb/index.ts');
  return readFiles(files, setting, by, limits, { ...duckdb, atEnd }, (bytes) => progress.add(bytes));
}
