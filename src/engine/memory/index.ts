import { availableParallelism } from 'node:os';
import type { Dimension } from '../../core/kinds.ts';
import { byColumns } from '../../facts/feed-columns.ts';
import { type RunSetting, readFiles as read } from '../../facts/index.ts';
import type { Read } from '../../facts/read.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { type Division, division as usual } from '../../reader/read-columns.ts';
import { Workers } from '../../reader/workers.ts';
import type { Limits } from '../../readers/input.ts';

/** From this many bytes on, a file is read by columns; a shorter one is read in the time that this takes to prepare. */
const columnsFrom = 1024 ** 2;
const mostWorkers = 4;

/** How the files of a run are read. */
export interface MemoryReading {
  /** Files from this many bytes on are read by columns. */
  readonly from?: number;
  readonly division?: Division;
  /** Worker threads for long files. */
  readonly workers?: number;
  readonly onRead?: (bytes: number) => void;
}

/** Reads files into memory, long ones with worker threads. */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  { from = columnsFrom, division = usual, onRead = () => {}, ...reading }: MemoryReading = {},
): Promise<Read> {
  const isLong = files.some(({ input }) => input.disk !== null && (input.size ?? 0) >= division.workersFrom);
  const workers = isLong ? Workers.start(reading.workers ?? Math.min(availableParallelism(), mostWorkers)) : null;
  try {
    return await read(files, setting, by, byColumns({ limits, workers, division, from, onRead }));
  } finally {
    await workers?.stop();
  }
}
