import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import type { Answer } from '../state/read.ts';
import { compileExpr, compileTest } from './compile-measure.ts';
import { groupsIn } from './patches.ts';
import { totals } from './total.ts';
import type { View } from './view.ts';

/** The sum of what is reported as a change; unknown in a group without any record that reports one. */
export function gained(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const [sums] = totals(view, [measure], spans);
  const { facts, groups, groupOf, options, several } = view;
  const value = compileExpr(facts, measure.value!);
  const fits = compileTest(facts, measure.where, options);
  const told = new Set<number>();
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0 || Number.isNaN(value(row)) || !fits(row, 0, 0)) continue;
    for (const group of [0, ...groupsIn(groupOf(facts.combo.get(row)), groups, several)]) told.add(group);
  }
  return {
    value: (span, group) => (told.has(group) ? sums!.value(span, group) : null),
    approx: (span, group) => sums!.approx(span, group),
  };
}
