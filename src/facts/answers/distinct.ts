import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import { compileTest, numberOf, type RowNumber } from '../evaluate.ts';
import type { Answer } from '../read.ts';
import { Cells } from './cells.ts';
import { Finder } from './finder.ts';
import { booking, groupRow, type View } from './view.ts';

/** Rows that take part in a measure, by the place of its value, so that each value is met once and whole. */
function rowsByValue(
  view: View,
  measure: Measure,
  from: RowNumber,
  finders: readonly Finder[],
): { rows: Int32Array; key: RowNumber } {
  const { facts, options } = view;
  const key = measure.value?.op === 'field' ? numberOf(facts, measure.value.name) : () => Number.NaN;
  const fits = compileTest(facts, measure.where, options);
  const taken = new Int32Array(facts.rows);
  let most = -1;
  let count = 0;
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const at = from(row);
    if (Number.isNaN(at) || finders.every((finder) => finder.over(at, at + 1).length === 0)) continue;
    const value = key(row);
    if (Number.isNaN(value) || !fits(row, 0, 0)) continue;
    taken[count] = row;
    count += 1;
    if (value > most) most = value;
  }
  const next = new Int32Array(most + 2);
  for (let place = 0; place < count; place += 1) next[key(taken[place]!) + 1]! += 1;
  for (let at = 0; at <= most; at += 1) next[at + 1]! += next[at]!;
  const rows = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const row = taken[place]!;
    const value = key(row);
    rows[next[value]!] = row;
    next[value]! += 1;
  }
  return { rows, key };
}

/** Different values, or those that occur twice or more. */
export function distinct(view: View, measure: Measure, spans: readonly Span[], least: 1 | 2): Answer {
  const { facts, groups } = view;
  const width = groups + 1;
  const cells = new Cells(spans.length, groups, 0n);
  const counts = new Float64Array(spans.length * width);
  const met = new Float64Array(spans.length * width).fill(-1);
  const times = new Float64Array(spans.length * width);
  const finder = new Finder(spans);
  const { from } = booking(facts, measure);
  const groupAt = groupRow(view, measure);
  const { rows, key } = rowsByValue(view, measure, from, [finder]);
  const meet = (cell: number, value: number) => {
    if (met[cell] !== value) {
      met[cell] = value;
      times[cell] = 0;
    }
    times[cell]! += 1;
    if (times[cell] === least) counts[cell]! += 1;
  };
  for (const row of rows) {
    const value = key(row);
    const group = groupAt(row);
    const at = from(row);
    for (const span of finder.over(at, at + 1)) {
      meet(span * width, value);
      if (group > 0) meet(span * width + group, value);
    }
  }
  for (let cell = 0; cell < counts.length; cell += 1) cells.set(cell, BigInt(counts[cell]!) * 1_000_000n);
  return cells;
}

/** Different values that occur in the first span and in the second of each pair. */
export function both(view: View, measure: Measure, first: readonly Span[], second: readonly Span[]): Answer {
  const { facts, groups } = view;
  const width = groups + 1;
  const cells = new Cells(first.length, groups, 0n);
  const counts = new Float64Array(first.length * width);
  const inFirst = new Float64Array(first.length * width).fill(-1);
  const inSecond = new Float64Array(first.length * width).fill(-1);
  const finders = [new Finder(first), new Finder(second)] as const;
  const { from } = booking(facts, measure);
  const groupAt = groupRow(view, measure);
  const { rows, key } = rowsByValue(view, measure, from, finders);
  const meet = (own: Float64Array, other: Float64Array, cell: number, value: number) => {
    if (own[cell] === value) return;
    own[cell] = value;
    if (other[cell] === value) counts[cell]! += 1;
  };
  for (const row of rows) {
    const value = key(row);
    const group = groupAt(row);
    const at = from(row);
    for (const span of finders[0].over(at, at + 1)) {
      meet(inFirst, inSecond, span * width, value);
      if (group > 0) meet(inFirst, inSecond, span * width + group, value);
    }
    for (const span of finders[1].over(at, at + 1)) {
      meet(inSecond, inFirst, span * width, value);
      if (group > 0) meet(inSecond, inFirst, span * width + group, value);
    }
  }
  for (let cell = 0; cell < counts.length; cell += 1) cells.set(cell, BigInt(counts[cell]!) * 1_000_000n);
  return cells;
}
