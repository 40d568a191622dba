import { parentPort } from 'node:worker_threads';
import type { Columns, ColumnsPlan } from './columns.ts';
import { type CellLists, countDistinct, patchesOf, type Seen } from './distinct-counts.ts';
import { firstRows } from './first-rows.ts';
import { type Segment, SegmentReader } from './segment.ts';
import { type Keeping, keepSegment } from './stored-columns.ts';

/** A segment to read of one of the files of a run; its plan comes with the first segment that a worker reads of it. */
export interface Task {
  readonly file: number;
  readonly plan: ColumnsPlan | null;
  readonly segment: Segment;
  /** Where its columns are kept for later runs, if they are. */
  readonly keeping: Keeping | null;
  /** That of columns that have been taken, to be used again. */
  readonly memory: ArrayBuffer | null;
}

/** Hashes to compare, in memory that threads share. */
export interface Hashes {
  readonly chunks: readonly Int32Array[];
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
  if ('chunks' in task) compare(task);
  else if ('seen' in task) count(task);
  else read(task);
});

function compare({ chunks, rows }: Hashes): void {
  const firsts = firstRows(chunks, rows);
  parentPort?.postMessage(firsts, [firsts.buffer as ArrayBuffer]);
}

function count({ seen, lists }: Values): void {
  const counts = countDistinct(seen, patchesOf(lists), 1);
  parentPort?.postMessage(counts, [counts.buffer as ArrayBuffer]);
}

function read({ file, plan, segment, keeping, memory }: Task): void {
  let done: Done = null;
  try {
    if (plan !== null) plans.set(file, plan);
    done = readerOf(file).read(segment, memory);
    if (keeping !== null) keepSegment(keeping, done);
  } catch {
    // The exact reader will say what is wrong. What a reader that has failed had of the segment must not meet the next one.
    current?.reader.close();
    current = null;
  }
  // The memory is handed over, not copied.
  parentPort?.postMessage(done, done === null ? [] : [...done.memory]);
}
