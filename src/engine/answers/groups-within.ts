import type { Span } from '../../core/calendar.ts';
import { recordOf } from '../../records/index.ts';
import { blocks } from '../columns/blocks.ts';
import { hourOf, numberOf } from './compile-measure.ts';
import { groupsIn } from './patches.ts';
import { isByDay, type View } from './view.ts';

/** The groups that have a record inside a span. */
export function groupsWithin(views: readonly View[], span: Span): ReadonlySet<number> {
  const groups = new Set<number>();
  for (const { facts, groupOf, groups: count, several } of views) {
    const to = isByDay(facts.kind) ? facts.numbers.get('to') : undefined;
    const hours = isByDay(facts.kind)
      ? [numberOf(facts, 'from')]
      : (recordOf(facts.kind).at ?? []).map((name) => hourOf(facts, name));
    const isWithin = (row: number): boolean => {
      const stop = to?.get(row) ?? Number.NaN;
      const holds = (hour: number) => hour < span.to && (Number.isNaN(stop) ? hour >= span.from : stop > span.from);
      return hours.some((hour) => holds(hour(row)));
    };
    // Decided per combination of words: the first rows of each settle nearly all.
    const settled = new Uint8Array(facts.combos.all.length);
    for (const { first, rows, values } of blocks(facts.rows, [facts.combo])) {
      if (groups.size === count) return groups;
      const [combos] = values;
      for (let i = 0; i < rows; i += 1) {
        const combo = combos[i]!;
        if (settled[combo] === 1 || facts.live[first + i] === 0) continue;
        const own = groupsIn(groupOf(combo), count, several);
        if (own.some((group) => !groups.has(group)) && !isWithin(first + i)) continue;
        settled[combo] = 1;
        for (const group of own) groups.add(group);
      }
    }
  }
  return groups;
}
