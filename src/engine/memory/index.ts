import type { Dimension } from '../../core/kinds.ts';
import { byRows } from '../../facts/feed-rows.ts';
import { type RunSetting, readFiles as read } from '../../facts/index.ts';
import type { Read } from '../../facts/read.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { isLong } from '../../reader/division.ts';
import type { StoredColumns } from '../../reader/stored-columns.ts';
import type { Limits } from '../../readers/input.ts';

/** Reads files into memory, long ones by columns and with worker threads. */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  onRead: (bytes: number) => void = () => {},
  stored: StoredColumns | null = null,
): Promise<Read> {
  // What reads long files is loaded for them alone.
  if (!files.some(({ input }) => isLong(input))) return read(files, setting, by, byRows(limits));
  const { byColumns } = await import('../../facts/feed-columns.ts');
  const { workersFor } = await import('../workers-for.ts');
  const workers = workersFor(files);
  try {
    return await read(files, setting, by, byColumns({ limits, workers, stored, onRead }));
  } finally {
    await workers?.stop();
  }
}
