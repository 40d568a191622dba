import type { Span } from '../../../core/calendar.ts';
import { DAY_HOURS } from '../../../core/civil.ts';
import type { Measure } from '../../../measures/measure.ts';
import type { Answer } from '../../engine.ts';
import { compileExpr, compileTest, dependsOnSpan } from '../evaluate.ts';
import { ExactSums } from '../exact-sum.ts';
import { Cells } from './cells.ts';
import { Finder } from './finder.ts';
import { approxTables, booking, groupRow, type View } from './view.ts';

const one = 1_000_000;

/** What of an amount that covers whole days evenly falls on its days [a, b): the remainder goes to the first days. */
export function shareOfDays(amount: number, days: number, a: number, b: number, quantum: number): number {
  const units = amount / quantum;
  const base = Math.floor(units / days);
  const rest = units - base * days;
  return (base * (b - a) + Math.max(0, Math.min(b, rest) - Math.min(a, rest))) * quantum;
}

/** Counts and sums. */
export function total(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups } = view;
  const cells = new Cells(spans.length, groups, 0n);
  const width = groups + 1;
  const sums = new ExactSums(spans.length * width);
  const finder = new Finder(spans);
  const { from, to } = booking(facts, measure);
  const fits = compileTest(facts, measure.where, options);
  const spanwise = dependsOnSpan(measure.where);
  const value = measure.value === undefined ? () => one : compileExpr(facts, measure.value);
  const groupAt = groupRow(view, measure);
  const approximate = approxTables(view, measure);
  const undated = measure.over === 'refund' ? facts.numbers.get('undated') : undefined;
  const quantum = measure.unit === 'count' ? one : 1;
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const begin = from(row);
    if (Number.isNaN(begin)) continue;
    const stop = to === null ? Number.NaN : to(row);
    const end = Number.isNaN(stop) ? begin + 1 : stop;
    if (!spanwise && !fits(row, 0, 0)) continue;
    const amount = value(row);
    if (Number.isNaN(amount)) continue;
    const group = groupAt(row);
    const loose = approximate.has(facts.table.get(row)) || undated?.get(row) === one;
    finder.each(begin, end, (span) => {
      const { from: spanFrom, to: spanTo } = spans[span]!;
      if (spanwise && !fits(row, spanFrom, spanTo)) return;
      let part = amount;
      let cut = false;
      if (end - begin > DAY_HOURS && (spanFrom > begin || spanTo < end)) {
        cut = true;
        const days = (end - begin) / DAY_HOURS;
        const first = Math.max(0, Math.floor((spanFrom - begin) / DAY_HOURS));
        const past = Math.min(days, Math.floor((spanTo - begin) / DAY_HOURS));
        part = shareOfDays(amount, days, first, past, amount % quantum === 0 ? quantum : 1);
      }
      const cell = span * width;
      sums.add(cell, part);
      if (group > 0) sums.add(cell + group, part);
      if (!loose && !cut) return;
      cells.mark(cell);
      cells.mark(cell + group);
    });
  }
  for (let cell = 0; cell < spans.length * width; cell += 1) cells.set(cell, sums.get(cell));
  return cells;
}
