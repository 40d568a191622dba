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
  const finder = new Finder(spans);
  const { from } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const value = compileExpr(facts, measure.value!);
  const groupAt = groupRow(view, measure);
  const each = (take: (cell: number, amount: number) => void): void => {
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
        take(span * width, amount);
        if (group > 0) take(span * width + group, amount);
      }
    }
  };
  // Counted before they are kept: of millions of values no byte is to be taken twice.
  const counts = new Int32Array(spans.length * width);
  each((cell) => {
    counts[cell]! += 1;
  });
  const values = Array.from(counts, (count) => (count === 0 ? null : new Float64Array(count)));
  each((cell, amount) => {
    counts[cell]! -= 1;
    values[cell]![counts[cell]!] = amount;
  });
  for (const [cell, list] of values.entries()) if (list !== null) cells.set(cell, middle(list.sort()));
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
