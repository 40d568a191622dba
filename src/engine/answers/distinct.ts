import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import { byValue, cellLists, countDistinct, type Seen } from '../../reader/distinct-counts.ts';
import type { Elsewhere } from '../columns/elsewhere.ts';
import type { Answer } from '../state/read.ts';
import { Cells } from './cells.ts';
import { compileTest, numberOf } from './compile-measure.ts';
import { eachBooked } from './each-booked.ts';
import { Finder } from './finder.ts';
import { groupsIn, Patches } from './patches.ts';
import { booking, groupRow, type View } from './view.ts';

/** The measure's values, in arrays of `room`, with what `each` gives with every row that may take part. */
function valuesOf(
  view: View,
  measure: Measure,
  each: (take: (row: number, own: number) => void) => void,
  room: (rows: number) => Int32Array = (rows) => new Int32Array(rows),
): Seen {
  const { facts, options } = view;
  const key = measure.value?.op === 'field' ? numberOf(facts, measure.value.name) : () => Number.NaN;
  const fits = compileTest(facts, measure.where, options);
  const values = room(facts.rows);
  const had = room(facts.rows);
  let most = -1;
  let count = 0;
  each((row, own) => {
    const value = key(row);
    if (Number.isNaN(value) || !fits(row, 0, 0)) return;
    values[count] = value;
    had[count] = own;
    count += 1;
    if (value > most) most = value;
  });
  return { values, patches: had, count, most };
}

/** Distinct values, or those that occur twice or more. */
export function distinct(view: View, measure: Measure, spans: readonly Span[], least: 1 | 2): Answer {
  const patches = new Patches(spans, view.groups, view.several);
  const seen = valuesOf(view, measure, (take) => eachBooked(view, measure, patches, take));
  return cellsOf(countDistinct(seen, patches, least), spans.length, view.groups);
}

/** Lists of cells that are worth a copy: longer ones are made as they are needed. */
const mostCells = 1_000_000;

/** The same distinct values, counted in another thread, which begins at once. */
export async function distinctElsewhere(
  view: View,
  measure: Measure,
  spans: readonly Span[],
  elsewhere: Pick<Elsewhere, 'countDistinct'>,
): Promise<Answer> {
  const patches = new Patches(spans, view.groups, view.several);
  const shared = (rows: number): Int32Array => new Int32Array(new SharedArrayBuffer(rows * 4));
  const seen = valuesOf(view, measure, (take) => eachBooked(view, measure, patches, take), shared);
  const lists = cellLists(patches, seen, mostCells);
  const counts = lists === null ? countDistinct(seen, patches, 1) : await elsewhere.countDistinct(seen, lists);
  return cellsOf(counts, spans.length, view.groups);
}

function cellsOf(counts: Int32Array, spans: number, groups: number): Answer {
  const cells = new Cells(spans, groups, 0n);
  for (let cell = 0; cell < counts.length; cell += 1) cells.set(cell, BigInt(counts[cell]!) * 1_000_000n);
  return cells;
}

/** Distinct values that occur in the first span and in the second of each pair. */
export function both(view: View, measure: Measure, first: readonly Span[], second: readonly Span[]): Answer {
  const { facts, groups } = view;
  const width = groups + 1;
  const counts = new Int32Array(first.length * width);
  const inFirst = new Float64Array(first.length * width).fill(-1);
  const inSecond = new Float64Array(first.length * width).fill(-1);
  const finders = [new Finder(first), new Finder(second)] as const;
  const { from } = booking(facts, measure);
  const groupAt = groupRow(view, measure);
  const isIn = (finder: Finder, hour: number): boolean => finder.spansAt(finder.place(hour)).length > 0;
  const seen = valuesOf(view, measure, (take) => {
    for (let row = 0; row < facts.rows; row += 1)
      if (facts.live[row] === 1 && finders.some((one) => isIn(one, from(row)))) take(row, row);
  });
  const { all, starts } = byValue(seen);
  const meet = (own: Float64Array, other: Float64Array, cell: number, value: number) => {
    if (own[cell] === value) return;
    own[cell] = value;
    if (other[cell] === value) counts[cell]! += 1;
  };
  for (let value = 0; value + 1 < starts.length; value += 1) {
    for (const row of all.subarray(starts[value]!, starts[value + 1]!)) {
      const own = [0, ...groupsIn(groupAt(row), groups, view.several)];
      const at = from(row);
      for (const span of finders[0].over(at, at + 1))
        for (const group of own) meet(inFirst, inSecond, span * width + group, value);
      for (const span of finders[1].over(at, at + 1))
        for (const group of own) meet(inSecond, inFirst, span * width + group, value);
    }
  }
  return cellsOf(counts, first.length, groups);
}
