import { parentPort } from 'node:worker_threads';
import type { Columns, ColumnsPlan } from './columns.ts';
import { type CellLists, countDistinct, patchesOf, type Seen } from './distinct-counts.ts';
import { firstRows, type HashRuns } from './first-rows.ts';
import type { Kept } from './packed.ts';
import { type Segment, SegmentReader } from './segment.ts';
import { type Keeping, keepSegment, keptSegment, memoryFor } from './stored-columns.ts';

/** A segment to read of one of the files of a run; its plan comes with the first segment that a worker reads of it. */
export interface Task {
  readonly file: number;
  readonly plan: ColumnsPlan | null;
  readonly segment: Segment;
  /** Where its columns are kept for later runs, if they are; and which are of use, if an earlier run has left them. */
  readonly keeping: Keeping | null;
  readonly kept: Kept | null;
  /** That of columns that have been taken, to be used again. */
  readonly memory: ArrayBuffer | null;
}

/** Hashes to compare, in memory that threads share. */
export interface Hashes {
  readonly hashes: HashRuns;
  readonly rows: number;
}

/** Values to count, in memory that threads share. */
export interface Values {
  readonly seen: Seen;
  readonly lists: CellLists;
}

/** What a worker sends for each task, in their order; null where the file could not be read. */
export type Done = Columns | null;

const plans = new Map<number, ColumnsPlan>();
/** That of the last file, if it has not failed. */
let current: { readonly file: number; readonly reader: SegmentReader } | null = null;

function readerOf(file: number): SegmentReader {
  if (current?.file === file) return current.reader;
  current?.reader.close();
  current = null;
  const reader = new SegmentReader(plans.get(file)!);
  current = { file, reader };
  return reader;
}

parentPort?.on('message', (task: Task | Hashes | Values) => {
  if ('hashes' in task) compare(task);
  else if ('seen' in task) count(task);
  else read(task);
});

function compare({ hashes, rows }: Hashes): void {
  const firsts = firstRows(hashes, rows);
  parentPort?.postMessage(firsts, [firsts.buffer as ArrayBuffer]);
}

function count({ seen, lists }: Values): void {
  const counts = countDistinct(seen, patchesOf(lists), 1);
  parentPort?.postMessage(counts, [counts.buffer as ArrayBuffer]);
}

function read({ file, plan, segment, keeping, kept, memory }: Task): void {
  let done: Done = null;
  try {
    if (plan !== null) plans.set(file, plan);
    const own = memory ?? memoryFor(segment);
    const known = keeping === null || kept === null ? null : keptSegment(keeping, segment, kept, own);
    done = known ?? readerOf(file).read(segment, own);
    if (keeping !== null && known === null) keepSegment(keeping, done);
  } catch {
    // The exact reader will say what is wrong. What a reader that has failed had of the segment must not meet the next one.
    current?.reader.close();
    current = null;
    done = null;
  }
  // The memory is handed over, not copied.
  parentPort?.postMessage(done, [...(done?.memory ?? [])]);
}
