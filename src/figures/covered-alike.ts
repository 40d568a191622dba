import { DAY_HOURS, type Day, dayOfHour, type Hour } from '../core/civil.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import type { Kind } from '../core/kinds.ts';
import type { Formula } from '../kpis/formula.ts';
import { rangesInPlace } from './coverage.ts';
import { todayOf } from './figure-settings.ts';
import type { Place } from './place.ts';
import { family, type Suppliers } from './suppliers.ts';

/* Whether the files that a formula needs cover the days of a comparison alike. */

/** The elapsed days of a place, without today. */
const daysOf = ({ elapsed }: Place, { settings }: Suppliers): readonly [from: Day, to: Day] => [
  dayOfHour(elapsed.from),
  Math.min(Math.ceil(elapsed.to / DAY_HOURS), todayOf(settings)),
];

/**
 * The end of the days covered by all files that a formula needs and that reach into a place: at the latest `end`.
 * What they leave out before is a gap, and marked as one.
 */
export function reachOf(formula: Formula, { elapsed }: Place, end: Hour, suppliers: Suppliers): Hour {
  const [from, to] = [dayOfHour(elapsed.from), Math.ceil(end / DAY_HOURS)];
  let least = to;
  for (const kind of suppliers.kindsIn(formula))
    for (const { ranges } of suppliers.of(kind)) {
      const last = ranges.findLast((range) => range.from < to && range.to > from);
      if (last !== undefined) least = Math.min(least, last.to);
    }
  return least === to ? end : Math.min(end, least * DAY_HOURS);
}

/**
 * Whether the files that a formula needs have the same days of a place. Where they do not, a ratio compares what happened on
 * different days: the customers of a week with the ads of four days of it.
 */
export function coversAlike(formula: Formula, place: Place, suppliers: Suppliers): boolean {
  const [from, to] = daysOf(place, suppliers);
  const days = new Map<Kind, Set<Day>>();
  for (const kind of suppliers.kindsIn(formula)) {
    const known = getOrInsert(days, family(kind), () => new Set());
    for (const { ranges } of suppliers.of(kind))
      for (const range of ranges)
        for (let day = Math.max(from, range.from); day < Math.min(to, range.to); day += 1) known.add(day);
  }
  const [first, ...others] = [...days.values()];
  return others.every((other) => other.size === first!.size && [...other].every((day) => first!.has(day)));
}

/**
 * Whether each source that a formula needs and that leaves out days of both of two places has the same number of days of one as of
 * the other. Two weeks of a month are no measure of three days of the month before, though neither is whole.
 */
export function leavesOutAlike(formula: Formula, one: Place, other: Place, suppliers: Suppliers): boolean {
  for (const kind of suppliers.kindsIn(formula)) {
    const sources = suppliers.of(kind);
    for (const source of sources) {
      const ranges = rangesInPlace(source, sources);
      const [a, b] = [one, other].map((place) => {
        const [from, to] = daysOf(place, suppliers);
        const covered = ranges.reduce(
          (sum, range) => sum + Math.max(0, Math.min(to, range.to) - Math.max(from, range.from)),
          0,
        );
        return { covered, lacks: covered < to - from };
      });
      if (a!.lacks && b!.lacks && a!.covered !== b!.covered) return false;
    }
  }
  return true;
}
