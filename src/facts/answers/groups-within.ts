import type { Span } from '../../core/calendar.ts';
import type { Kind } from '../../core/kinds.ts';
import { hourOf, numberOf } from '../evaluate.ts';
import { dated, type View } from './view.ts';

/** The fields by which the records of a kind are booked. */
const bookings: Partial<Record<Kind, readonly string[]>> = {
  order: ['ordered_at'],
  refund: ['refunded_at'],
  ticket: ['created_at', 'solved_at'],
  survey: ['answered_at'],
  lead: ['created_at'],
  checkout: ['created_at'],
};

/** The groups that have a record inside a span. */
export function groupsWithin(views: readonly View[], span: Span): ReadonlySet<number> {
  const groups = new Set<number>();
  for (const { facts, groupOf } of views) {
    const to = dated.has(facts.kind) ? facts.numbers.get('to') : undefined;
    const hours = dated.has(facts.kind)
      ? [numberOf(facts, 'from')]
      : (bookings[facts.kind] ?? []).map((name) => hourOf(facts, name));
    const isWithin = (row: number): boolean => {
      const stop = to?.get(row) ?? Number.NaN;
      const holds = (hour: number) => hour < span.to && (Number.isNaN(stop) ? hour >= span.from : stop > span.from);
      return hours.some((hour) => holds(hour(row)));
    };
    // Settled by combination of words: the first rows of each tell nearly all.
    const settled = new Uint8Array(facts.combos.all.length);
    for (let row = 0; row < facts.rows; row += 1) {
      const combo = facts.combo.get(row);
      if (settled[combo] === 1 || facts.live[row] === 0) continue;
      const group = groupOf(combo);
      if (group !== 0 && !groups.has(group) && !isWithin(row)) continue;
      settled[combo] = 1;
      if (group !== 0) groups.add(group);
    }
  }
  return groups;
}
