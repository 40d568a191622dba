import type { Span } from '../../core/calendar.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import type { Measure } from '../../measures/measure.ts';
import { compileExpr, compileTest, dependsOnSpan, type RowNumber, type RowTest } from '../evaluate.ts';
import { ExactSums } from '../exact-sum.ts';
import type { Answer } from '../read.ts';
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

/** One of several measures that are worked out together. */
interface Part {
  readonly fits: RowTest;
  /** Whether the test asks about the span, too. */
  readonly spanwise: boolean;
  readonly value: RowNumber;
  readonly quantum: number;
  readonly approximate: ReadonlySet<number>;
  readonly sums: ExactSums;
  readonly cells: Cells;
}

/** Counts and sums, booked and grouped alike: one pass over the rows answers all of them. */
export function totals(view: View, measures: readonly Measure[], spans: readonly Span[]): Answer[] {
  const { facts, options, groups } = view;
  const width = groups + 1;
  const parts = measures.map(
    (measure): Part => ({
      fits: compileTest(facts, measure.where, options),
      spanwise: dependsOnSpan(measure.where),
      value: measure.value === undefined ? () => one : compileExpr(facts, measure.value),
      quantum: measure.unit === 'count' ? one : 1,
      approximate: approxTables(view, measure),
      sums: new ExactSums(spans.length * width),
      cells: new Cells(spans.length, groups, 0n),
    }),
  );
  const [like] = measures;
  if (like === undefined) return [];
  const finder = new Finder(spans);
  const { from, to } = booking(facts, like);
  const groupAt = groupRow(view, like);
  const undated = like.over === 'refund' ? facts.numbers.get('undated') : undefined;
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const begin = from(row);
    if (Number.isNaN(begin)) continue;
    const stop = to === null ? Number.NaN : to(row);
    const end = Number.isNaN(stop) ? begin + 1 : stop;
    const found = finder.over(begin, end);
    if (found.length === 0) continue;
    const group = groupAt(row);
    for (const { fits, spanwise, value, quantum, approximate, sums, cells } of parts) {
      if (!spanwise && !fits(row, 0, 0)) continue;
      const amount = value(row);
      if (Number.isNaN(amount)) continue;
      const loose = (approximate.size > 0 && approximate.has(facts.table.get(row))) || undated?.get(row) === one;
      for (const span of found) {
        const { from: spanFrom, to: spanTo } = spans[span]!;
        if (spanwise && !fits(row, spanFrom, spanTo)) continue;
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
        if (!loose && !cut) continue;
        cells.mark(cell);
        cells.mark(cell + group);
      }
    }
  }
  for (const { sums, cells } of parts)
    for (let cell = 0; cell < spans.length * width; cell += 1) cells.set(cell, sums.get(cell));
  return parts.map(({ cells }) => cells);
}
