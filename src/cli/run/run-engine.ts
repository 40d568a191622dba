import { totalmem } from 'node:os';
import type { EngineRun } from '../../engine/engine.ts';
import type { KeptFacts, RunSetting } from '../../engine/load/index.ts';
import type { ReaderThreads } from '../../engine/reader-threads.ts';
import type { Read } from '../../engine/state/read.ts';
import type { Measure } from '../../measures/measure.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { isLong } from '../../reader/division.ts';
import type { keptFacts } from '../kept/kept-facts.ts';
import type { Settings } from '../options/settings.ts';
import { atEnd } from '../process/cleanup.ts';
import type { Io } from '../process/io.ts';
import { bytesToRead, metered, Progress } from '../process/progress.ts';

/**
 * Bytes of memory that the memory engine needs at most for each byte of visits: measured on 0.1, 0.3 and 0.9 GB of sessions,
 * between 1.6 for two KPIs and 3.0 for all of them, the program itself included.
 */
const memoryPerByte = 3;

/** The part of the machine's memory that a run may have if no `--memory-limit` says otherwise. */
const partOfMachine = 0.5;

const powers = ['', 'K', 'M', 'G', 'T'];

/** The bytes of a size such as `2GB` or `500MiB`. */
export function bytesOf(size: string): number {
  const [, number = '', unit = '', binary] = /^([\d.]+) ?([KMGT])(i)?B$/i.exec(size) ?? [];
  return Number(number) * (binary === undefined ? 1000 : 1024) ** powers.indexOf(unit.toUpperCase());
}

function allowed(limit: string | null): number {
  if (limit !== null) return bytesOf(limit);
  // In a container, what that may have; 0 and huge numbers are of none.
  const container = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.min(totalmem(), container) * partOfMachine;
}

/**
 * The engine that does the counting: the one asked for, else memory, unless the visits may not fit in the memory that the
 * run may have and DuckDB, which puts them on disk, is installed. Records of other kinds come to memory either way.
 */
export async function engineFor(
  { engine, duckdb }: Pick<Settings, 'engine' | 'duckdb'>,
  files: readonly FilePlan[],
): Promise<'memory' | 'duckdb'> {
  if (engine !== 'auto') return engine;
  const visits = files.filter(
    ({ input, tables }) => input.disk !== null && tables.some(({ kind }) => kind === 'visit'),
  );
  const bytes = visits.reduce((sum, { input }) => sum + (input.size ?? 0), 0);
  if (bytes * memoryPerByte <= allowed(duckdb.memoryLimit)) return 'memory';
  const { isInstalled } = await import('../../engine/duckdb/package.ts');
  return (await isInstalled()) ? 'duckdb' : 'memory';
}

/** Reads files with an engine, for these measures to be asked for (null: for any); each gives the same. */
export async function readWith(
  engine: 'memory' | 'duckdb',
  planned: readonly FilePlan[],
  given: Omit<RunSetting, 'filesOfSource' | 'measures'>,
  measures: readonly Measure[] | null,
  settings: Settings,
  threads: ReaderThreads,
  io: Io,
  mayBeKept: boolean,
): Promise<Read> {
  const setting = measures === null ? given : { ...given, measures };
  const progress = new Progress(io, bytesToRead(planned), settings.quiet, settings.lang);
  const files = planned.map((file) => ({ ...file, input: metered(file.input, progress) }));
  try {
    return await read(engine, files, setting, settings, threads, progress, io, mayBeKept);
  } finally {
    progress.end();
  }
}

async function read(
  engine: 'memory' | 'duckdb',
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  settings: Settings,
  threads: ReaderThreads,
  progress: Progress,
  io: Io,
  mayBeKept: boolean,
): Promise<Read> {
  const { by, limits, duckdb } = settings;
  const onRead = (bytes: number): void => progress.add(bytes);
  const isLasting = setting.keepRecords !== true && files.some(({ input }) => isLong(input));
  const stored = isLasting ? await (await import('../kept/kept-columns.ts')).storedColumns(settings, io) : null;
  const run: EngineRun = {
    ...{ files, by, limits, onRead, threads },
    setting: stored === null ? setting : { ...setting, seed: stored.seed },
    stored: stored?.columns ?? null,
    kept: !mayBeKept || stored === null ? null : await settled(stored.store, files, settings, io),
  };
  const found =
    engine === 'memory'
      ? await (await import('../../engine/memory/index.ts')).readFiles(run)
      : await (await import('../../engine/duckdb/index.ts')).readFiles(run, { ...duckdb, atEnd });
  if (engine === 'duckdb') await threads.stop();
  const [failure] = stored?.failures ?? [];
  if (failure !== undefined) await (await import('../kept/kept-columns.ts')).tellNotKept(failure, settings, io);
  return found;
}

const settled = async (...given: Parameters<typeof keptFacts>): Promise<KeptFacts | null> =>
  (await import('../kept/kept-facts.ts')).keptFacts(...given);
