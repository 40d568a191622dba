import type { CellLists, Seen } from '../../reader/distinct-counts.ts';
import type { firstRows } from '../../reader/first-rows.ts';

/** Finds, of the hashes of so many rows, the first row with each: `firstRows`, here or in another thread. */
export type FindFirsts = (...hashes: Parameters<typeof firstRows>) => Promise<Int32Array>;

/** What another thread does meanwhile, over memory that both see. */
export interface Elsewhere {
  /** All files are read. */
  readNoMore(): void;
  firstRows(...hashes: Parameters<FindFirsts>): Promise<Int32Array>;
  /** By cell, the distinct values seen there. */
  countDistinct(seen: Seen, lists: CellLists): Promise<Int32Array>;
}
