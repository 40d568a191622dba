import type { Dimension } from '../../core/kinds.ts';
import { byColumns } from '../../facts/feed-columns.ts';
import { type RunSetting, readFiles as read } from '../../facts/index.ts';
import type { Read } from '../../facts/read.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { StoredColumns } from '../../reader/stored-columns.ts';
import type { Limits } from '../../readers/input.ts';
import { workersFor } from '../workers-for.ts';

/** Reads files into memory, long ones with worker threads. */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  onRead: (bytes: number) => void = () => {},
  stored: StoredColumns | null = null,
): Promise<Read> {
  const workers = workersFor(files);
  try {
    return await read(files, setting, by, byColumns({ limits, workers, stored, onRead }));
  } finally {
    await workers?.stop();
  }
}
