import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import { compileExpr, compileTest } from '../evaluate.ts';
import type { Answer } from '../read.ts';
import { Cells } from './cells.ts';
import { booking, type View } from './view.ts';

/** The newest snapshot of each network of each shop inside the span, added up. */
export function last(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups, groupOf } = view;
  const width = groups + 1;
  const cells = new Cells(spans.length, groups, null);
  const { from } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const value = compileExpr(facts, measure.value!);
  for (const [index, span] of spans.entries()) {
    const newest = new Map<string, { at: number; row: number }>();
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.live[row] === 0 || !fits(row, 0, 0)) continue;
      const at = from(row);
      if (!(at >= span.from && at < span.to)) continue;
      const words = facts.words(row);
      const series = `${words.network ?? ''}\u0001${words.store ?? ''}`;
      const known = newest.get(series);
      if (known === undefined || at >= known.at) newest.set(series, { at, row });
    }
    for (const { row } of newest.values()) {
      for (const group of new Set([0, groupOf(facts.combo.get(row))])) {
        const cell = index * width + group;
        cells.set(cell, (cells.value(index, group) ?? 0n) + BigInt(value(row)));
      }
    }
  }
  return cells;
}
