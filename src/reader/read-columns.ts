import { readingFailure } from '../readers/failures.ts';
import type { Columns, ColumnsPlan } from './columns.ts';
import { division } from './division.ts';
import type { Kept } from './packed.ts';
import { largest } from './parcel.ts';
import { type Segment, SegmentReader } from './segment.ts';
import { type Keeping, keepSegment, keptSegment, memoryFor, type StoredFile } from './stored-columns.ts';
import type { Workers } from './workers.ts';

/**
 * The records of a file from `start` to its end, segment by segment, in order: those that an earlier run has left, else
 * read from the file. The last one has a fault where the file has one. Each is to be used before the next is asked for, which
 * may lie in its memory.
 */
export const readColumns = (...file: Parameters<typeof beginColumns>): AsyncGenerator<Columns> =>
  beginColumns(...file).all(() => {});

/** The records of a file, which threads may already be reading. */
interface BegunColumns {
  /** Begins further parts of it, as many as the threads have room for; whether all are begun. */
  readonly begin: () => boolean;
  /** All of them, once. `onTaken`: told when a part was taken. */
  all(onTaken: () => void): AsyncGenerator<Columns>;
}

/** The same, begun at once if threads read it. */
export function beginColumns(
  plan: ColumnsPlan,
  start: number,
  size: number,
  workers: Workers | null,
  stored: StoredFile | null,
): BegunColumns {
  const kept = stored?.segments() ?? null;
  const segments = kept ?? segmentsOf(start, size, workers?.count ?? 1);
  const whole = stored?.whole ?? plan;
  const isKept = kept !== null;
  const place = { keeping: stored?.keeping ?? null, kept: isKept ? stored!.kept : null };
  const read = workers === null ? null : new ReadByWorkers(whole, start, size, segments, workers, place);
  return {
    begin: () => read?.begin(0) ?? true,
    async *all(onTaken) {
      try {
        for await (const columns of read?.all(onTaken) ?? inThisThread(whole, start, size, segments, stored, isKept)) {
          stored?.took(columns);
          yield columns;
          if (columns.fault !== null) return;
        }
      } catch (error) {
        throw readingFailure(error, plan.shown);
      }
      if (!isKept) stored?.end();
    },
  };
}

/** The first stretch of a file: the sooner it is read, the sooner its rows are taken. */
const firstStretch = 256 * 1024;

/**
 * Stretches of a file, at least one for each reader, each longer than those before, up to a length; where the first record of
 * each begins is not known yet, but for the first.
 */
function segmentsOf(start: number, size: number, readers: number): Segment[] {
  const most = Math.min(division.segment, Math.max(1, Math.ceil((size - start) / readers)));
  const segments: Segment[] = [];
  for (let from = start, length = 0; from < size; from += length) {
    length = Math.min(most, Math.max(firstStretch, Math.floor((from - start) / readers)));
    segments.push({ from, to: Math.min(from + length, size), exact: from === start });
  }
  return segments;
}

/**
 * Each segment begins exactly where the one before ends: one that was read from another place, because its beginning was
 * guessed wrongly, is read again, here: the threads may have others before it.
 */
class ReadByWorkers {
  readonly #file: number;
  readonly #pending: Promise<Columns | null>[] = [];
  #next = 0;

  constructor(
    readonly plan: ColumnsPlan,
    readonly start: number,
    readonly size: number,
    readonly segments: readonly Segment[],
    readonly workers: Workers,
    /** Where columns are kept; and which of them are of use, if they are there. */
    readonly place: { readonly keeping: Keeping | null; readonly kept: Kept | null },
  ) {
    this.#file = workers.file();
    this.begin(0);
  }

  /** Hands out segments as long as the threads have room, and in any case some; whether all are handed out. */
  begin(least: number): boolean {
    const { segments, workers, plan, place } = this;
    for (; this.#next < segments.length && (workers.hasRoom || this.#pending.length < least); this.#next += 1)
      this.#pending.push(workers.read(this.#file, plan, segments[this.#next]!, place));
    return this.#next === segments.length;
  }

  async *all(onTaken: () => void): AsyncGenerator<Columns> {
    const { plan, size, segments, place, workers } = this;
    let at = this.start;
    try {
      for (const { to } of segments) {
        this.begin(1);
        onTaken();
        let found = await this.#pending.shift()!;
        workers.took();
        // A record of the segment before reaches beyond this one.
        if (at >= to && to < size) continue;
        // Or it came from a thread that ended, for want of memory perhaps.
        if (found?.from !== at) found = readHere(plan, { from: at, to, exact: true }, place.keeping);
        yield found;
        at = found.to;
        workers.giveBack(found);
      }
    } finally {
      for (const _ of this.#pending) workers.took();
    }
  }
}

function readHere(plan: ColumnsPlan, segment: Segment, keeping: Keeping | null): Columns {
  const reader = new SegmentReader(plan);
  try {
    const columns = reader.read(segment);
    if (keeping !== null) keepSegment(keeping, columns);
    return columns;
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
    let memory: ArrayBuffer | null = null;
    for (const { to } of segments) {
      if (at >= to && to < size) continue;
      const segment = { from: at, to, exact: true };
      const own: ArrayBuffer = memory ?? memoryFor(segment);
      const kept = isKept ? keptSegment(stored!.keeping, segment, stored!.kept, own) : null;
      const columns: Columns = kept ?? reader.read(segment, own);
      if (stored !== null && kept === null) keepSegment(stored.keeping, columns);
      yield columns;
      at = columns.to;
      memory = largest(columns.memory);
    }
  } finally {
    reader.close();
  }
}
