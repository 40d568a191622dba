import { availableParallelism } from 'node:os';
import type { Dimension } from '../../core/kinds.ts';
import { byColumns } from '../../facts/feed-columns.ts';
import { type RunSetting, readFiles as read } from '../../facts/index.ts';
import type { Read } from '../../facts/read.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { division } from '../../reader/division.ts';
import type { StoredColumns } from '../../reader/stored-columns.ts';
import { Workers } from '../../reader/workers.ts';
import type { Limits } from '../../readers/input.ts';

const mostWorkers = 4;

/** Reads files into memory, long ones with worker threads. */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  onRead: (bytes: number) => void = () => {},
  stored: StoredColumns | null = null,
): Promise<Read> {
  const isLong = files.some(({ input }) => input.disk !== null && (input.size ?? 0) >= division.workersFrom);
  const workers = isLong ? Workers.start(Math.min(availableParallelism(), mostWorkers)) : null;
  try {
    return await read(files, setting, by, byColumns({ limits, workers, stored, onRead }));
  } finally {
    await workers?.stop();
  }
}
