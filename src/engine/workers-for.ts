import { availableParallelism } from 'node:os';
import type { FilePlan } from '../plan/plan.ts';
import { division, isLong } from '../reader/division.ts';
import { Workers } from '../reader/workers.ts';

const mostWorkers = 4;

/** Worker threads to read files with; null if the long ones among them are short together. */
export function workersFor(files: readonly FilePlan[]): Workers | null {
  const bytes = files.reduce((sum, { input }) => sum + (isLong(input) ? (input.size ?? 0) : 0), 0);
  return bytes >= division.workersFrom ? Workers.start(Math.min(availableParallelism(), mostWorkers)) : null;
}
