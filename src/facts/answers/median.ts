import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import { compileExpr, compileTest } from '../evaluate.ts';
import type { Answer } from '../read.ts';
import { Cells } from './cells.ts';
import { Finder } from './finder.ts';
import { booking, groupRow, type View } from './view.ts';

/** The middle of all values, exactly. */
export function median(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups } = view;
  const width = groups + 1;
  const cells = new Cells(spans.length, groups, null);
  const values = new Map<number, number[]>();
  const finder = new Finder(spans);
  const { from } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const value = compileExpr(facts, measure.value!);
  const groupAt = groupRow(view, measure);
  const put = (cell: number, amount: number) => {
    const list = values.get(cell);
    if (list === undefined) values.set(cell, [amount]);
    else list.push(amount);
  };
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const at = from(row);
    if (Number.isNaN(at)) continue;
    const found = finder.over(at, at + 1);
    if (found.length === 0) continue;
    const amount = value(row);
    if (Number.isNaN(amount) || !fits(row, 0, 0)) continue;
    const group = groupAt(row);
    for (const span of found) {
      put(span * width, amount);
      if (group > 0) put(span * width + group, amount);
    }
  }
  for (const [cell, list] of values) cells.set(cell, middle(Float64Array.from(list).sort()));
  return cells;
}

/** The middle of sorted millionths, the mean of the two middle ones for an even count, rounded half up. */
function middle(sorted: Float64Array): bigint {
  const half = sorted.length >> 1;
  const upper = BigInt(sorted[half]!);
  if (sorted.length % 2 === 1) return upper;
  const both = upper + BigInt(sorted[half - 1]!);
  return both >= 0n ? (both + 1n) / 2n : both / 2n;
}
