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
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.live[row] === 0) continue;
      const group = groupOf(facts.combo.get(row));
      if (group === 0 || groups.has(group)) continue;
      const stop = to?.get(row) ?? Number.NaN;
      if (hours.some((hour) => hour(row) < span.to && (Number.isNaN(stop) ? hour(row) >= span.from : stop > span.from)))
        groups.add(group);
    }
  }
  return groups;
}
