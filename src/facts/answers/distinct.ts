import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import { compileTest, numberOf } from '../compile-measure.ts';
import type { Answer } from '../read.ts';
import { Cells } from './cells.ts';
import { DistinctCounts } from './distinct-counts.ts';
import { eachBooked } from './each-booked.ts';
import { Finder } from './finder.ts';
import { groupsIn, Patches } from './patches.ts';
import { booking, groupRow, type View } from './view.ts';

/** Rows value by value, so that each value is seen once and completely. */
interface ByValue {
  readonly all: Int32Array;
  /** By value, where it begins. */
  readonly starts: Int32Array;
}

/** By the measure's value, what `each` gives with every row that may take part. */
function byValue(view: View, measure: Measure, each: (take: (row: number, own: number) => void) => void): ByValue {
  const { facts, options } = view;
  const key = measure.value?.op === 'field' ? numberOf(facts, measure.value.name) : () => Number.NaN;
  const fits = compileTest(facts, measure.where, options);
  const values = new Int32Array(facts.rows);
  const had = new Int32Array(facts.rows);
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
  const starts = new Int32Array(most + 2);
  for (let place = 0; place < count; place += 1) starts[values[place]! + 1]! += 1;
  for (let value = 0; value <= most; value += 1) starts[value + 1]! += starts[value]!;
  const next = starts.slice();
  const all = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const value = values[place]!;
    all[next[value]!] = had[place]!;
    next[value]! += 1;
  }
  return { all, starts };
}

/** Distinct values, or those that occur twice or more. */
export function distinct(view: View, measure: Measure, spans: readonly Span[], least: 1 | 2): Answer {
  const { groups } = view;
  const patches = new Patches(spans, groups, view.several);
  const counts = new DistinctCounts(patches, least);
  const { all, starts } = byValue(view, measure, (take) => eachBooked(view, measure, patches, take));
  for (let value = 0; value + 1 < starts.length; value += 1) {
    counts.next();
    const end = starts[value + 1]!;
    for (let place = starts[value]!; place < end; place += 1) counts.see(all[place]!);
  }
  return cellsOf(counts.counts, spans.length, groups);
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
  const { all, starts } = byValue(view, measure, (take) => {
    for (let row = 0; row < facts.rows; row += 1)
      if (facts.live[row] === 1 && finders.some((one) => isIn(one, from(row)))) take(row, row);
  });
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
