import type { Columns, ColumnsPlan } from './columns.ts';
import { division } from './division.ts';
import { SegmentReader } from './segment.ts';
import { keepSegment, type StoredFile } from './stored-columns.ts';
import type { Workers } from './workers.ts';

/**
 * The records of a file from `start` to its end, segment by segment, in order: those that an earlier run has left, else
 * read from the file. The last one has a fault where the file has one; null where the file could not be read.
 */
export async function* readColumns(
  plan: ColumnsPlan,
  start: number,
  size: number,
  workers: Workers | null,
  stored: StoredFile | null,
): AsyncGenerator<Columns | null> {
  const kept = stored?.segments() ?? null;
  if (stored !== null && kept !== null) {
    let reader: SegmentReader | null = null;
    try {
      for (const segment of kept) {
        const found = stored.get(segment);
        if (found === null) reader ??= new SegmentReader(plan);
        yield found ?? reader!.read(segment);
      }
    } finally {
      reader?.close();
    }
    return;
  }
  const whole = stored?.whole ?? plan;
  const many = workers === null || size - start < division.workersFrom ? null : workers;
  const all = many === null ? inThisThread(whole, start, size, stored) : inWorkers(whole, start, size, many, stored);
  for await (const columns of all) {
    if (columns !== null) stored?.took(columns);
    yield columns;
    if (columns === null || columns.fault !== null) return;
  }
  stored?.end();
}

/**
 * Each segment begins exactly where the one before ends: one that was read from another place, because its beginning was
 * guessed wrongly, is read again.
 */
async function* inWorkers(
  plan: ColumnsPlan,
  start: number,
  size: number,
  workers: Workers,
  stored: StoredFile | null,
): AsyncGenerator<Columns | null> {
  const file = workers.file();
  const keeping = stored?.keeping ?? null;
  const pending: { readonly to: number; readonly columns: Promise<Columns | null> }[] = [];
  let next = start;
  let at = start;
  while (at < size) {
    while (next < size && pending.length < workers.room) {
      const to = Math.min(next + division.segment, size);
      pending.push({ to, columns: workers.read(file, plan, { from: next, to, exact: next === start }, keeping) });
      next = to;
    }
    const { to, columns } = pending.shift()!;
    let found = await columns;
    if (at >= to && to < size) continue;
    if (found !== null && found.from !== at)
      found = await workers.read(file, plan, { from: at, to, exact: true }, keeping);
    yield found;
    if (found === null) return;
    at = found.to;
  }
}

function* inThisThread(plan: ColumnsPlan, start: number, size: number, stored: StoredFile | null): Generator<Columns> {
  const reader = new SegmentReader(plan);
  try {
    for (let at = start; at < size; ) {
      const columns = reader.read({ from: at, to: Math.min(at + division.segment, size), exact: true });
      if (stored !== null) keepSegment(stored.keeping, columns);
      yield columns;
      at = columns.to;
    }
  } finally {
    reader.close();
  }
}
