import { availableParallelism } from 'node:os';
import type { FilePlan } from '../plan/plan.ts';
import { division } from '../reader/division.ts';
import { Workers } from '../reader/workers.ts';

const mostWorkers = 4;

/** Worker threads to read files with; null if none of them is long. */
export function workersFor(files: readonly FilePlan[]): Workers | null {
  const isLong = files.some(({ input }) => input.disk !== null && (input.size ?? 0) >= division.workersFrom);
  return isLong ? Workers.start(Math.min(availableParallelism(), mostWorkers)) : null;
}
