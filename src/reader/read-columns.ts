import { readingFailure } from '../readers/failures.ts';
import type { Columns, ColumnsPlan } from './columns.ts';
import { division } from './division.ts';
import { type Segment, SegmentReader } from './segment.ts';
import { type Keeping, keepSegment, keptSegment, type StoredFile } from './stored-columns.ts';
import type { Workers } from './workers.ts';

/**
 * The records of a file from `start` to its end, segment by segment, in order: those that an earlier run has left, else
 * read from the file. The last one has a fault where the file has one.
 */
export async function* readColumns(
  plan: ColumnsPlan,
  start: number,
  size: number,
  workers: Workers | null,
  stored: StoredFile | null,
): AsyncGenerator<Columns> {
  const kept = stored?.segments() ?? null;
  const segments = kept ?? segmentsOf(start, size, workers?.count ?? 1);
  const whole = stored?.whole ?? plan;
  const isKept = kept !== null;
  const all =
    workers === null || isKept
      ? inThisThread(whole, start, size, segments, stored, isKept)
      : inWorkers(whole, start, size, segments, workers, stored?.keeping ?? null);
  try {
    for await (const columns of all) {
      stored?.took(columns);
      yield columns;
      if (columns.fault !== null) return;
    }
  } catch (error) {
    throw readingFailure(error, plan.shown);
  }
  if (!isKept) stored?.end();
}

/**
 * Stretches of a file of one length, at least one for each reader; where the first record of each begins is not known yet,
 * but for the first.
 */
function segmentsOf(start: number, size: number, readers: number): Segment[] {
  const length = Math.min(division.segment, Math.max(1, Math.ceil((size - start) / readers)));
  const segments: Segment[] = [];
  for (let from = start; from < size; from += length)
    segments.push({ from, to: Math.min(from + length, size), exact: from === start });
  return segments;
}

/**
 * Each segment begins exactly where the one before ends: one that was read from another place, because its beginning was
 * guessed wrongly, is read again.
 */
async function* inWorkers(
  plan: ColumnsPlan,
  start: number,
  size: number,
  segments: readonly Segment[],
  workers: Workers,
  keeping: Keeping | null,
): AsyncGenerator<Columns> {
  const file = workers.file();
  const pending: Promise<Columns | null>[] = [];
  let next = 0;
  let at = start;
  for (const { to } of segments) {
    while (next < segments.length && pending.length < workers.room) {
      pending.push(workers.read(file, plan, segments[next]!, keeping));
      next += 1;
    }
    let found = await pending.shift()!;
    // A record of the segment before reaches beyond this one.
    if (at >= to && to < size) continue;
    if (found !== null && found.from !== at)
      found = await workers.read(file, plan, { from: at, to, exact: true }, keeping);
    // A thread that ended, for want of memory perhaps: this one goes on without.
    found ??= readHere(plan, { from: at, to, exact: true });
    yield found;
    at = found.to;
  }
}

function readHere(plan: ColumnsPlan, segment: Segment): Columns {
  const reader = new SegmentReader(plan);
  try {
    return reader.read(segment);
  } finally {
    reader.close();
  }
}

function* inThisThread(
  plan: ColumnsPlan,
  start: number,
  size: number,
  segments: readonly Segment[],
  stored: StoredFile | null,
  isKept: boolean,
): Generator<Columns> {
  const reader = new SegmentReader(plan);
  try {
    let at = start;
    for (const { to } of segments) {
      if (at >= to && to < size) continue;
      const segment = { from: at, to, exact: true };
      const kept = isKept ? keptSegment(stored!.keeping, segment, stored!.kept) : null;
      const columns = kept ?? reader.read(segment);
      if (stored !== null && kept === null) keepSegment(stored.keeping, columns);
      yield columns;
      at = columns.to;
    }
  } finally {
    reader.close();
  }
}
