import type { Columns, ColumnsPlan } from './columns.ts';
import { division } from './division.ts';
import { SegmentReader } from './segment.ts';
import type { Workers } from './workers.ts';

/**
 * The records of a file from `start` to its end, segment by segment, in order. Each segment begins exactly where the one
 * before ends: one that was read from another place, because its beginning was guessed wrongly, is read again. The last
 * one has a fault where the file has one, or ends before `size`.
 */
export async function* readColumns(
  plan: ColumnsPlan,
  start: number,
  size: number,
  workers: Workers | null,
): AsyncGenerator<Columns | null> {
  const { segment, workersFrom } = division;
  if (workers === null || size - start < workersFrom) {
    yield* inThisThread(plan, start, size, segment);
    return;
  }
  const file = workers.file();
  const pending: { readonly to: number; readonly columns: Promise<Columns | null> }[] = [];
  let next = start;
  let at = start;
  while (at < size) {
    while (next < size && pending.length < workers.room) {
      const to = Math.min(next + segment, size);
      pending.push({ to, columns: workers.read(file, plan, { from: next, to, exact: next === start }) });
      next = to;
    }
    const { to, columns } = pending.shift()!;
    let found = await columns;
    if (at >= to && to < size) continue;
    if (found !== null && found.from !== at) found = await workers.read(file, plan, { from: at, to, exact: true });
    yield found;
    if (found === null || found.fault !== null) return;
    at = found.to;
  }
}

function* inThisThread(plan: ColumnsPlan, start: number, size: number, segment: number): Generator<Columns> {
  const reader = new SegmentReader(plan);
  try {
    for (let at = start; at < size; ) {
      const columns = reader.read({ from: at, to: Math.min(at + segment, size), exact: true });
      yield columns;
      if (columns.fault !== null) return;
      at = columns.to;
    }
  } finally {
    reader.close();
  }
}
