import { type CalendarGrain, type CalendarRules, nextPeriod, type Period, periodOf } from './calendar.ts';
import { DAY_HOURS, type Day, day, parseDay } from './civil.ts';

/** The forms of names, each with its grain and the first day at which to look for a period of this name. */
const forms: readonly (readonly [RegExp, CalendarGrain, (found: readonly string[]) => Day | null])[] = [
  [/^(?:FY)?(\d{4})$/, 'year', ([, year]) => firstOf(year)],
  [/^(?:FY)?(\d{4})-Q([1-4])$/, 'quarter', ([, year]) => firstOf(year)],
  [/^(\d{4})-(\d\d)$/, 'month', ([name]) => parseDay(`${name}-01`)],
  // The 4th of January is in the first week of its year.
  [/^(\d{4})-W(\d\d)$/, 'week', ([, year, week]) => shifted(firstOf(year), 3 + 7 * (Number(week) - 1))],
  [/^week of (\d{4}-\d\d-\d\d)$/, 'week', ([, first = '']) => parseDay(first)],
  [/^(\d{4}-\d\d-\d\d)$/, 'day', ([name = '']) => parseDay(name)],
];

/**
 * The period of a name, as `periodOf` names it by these rules: `2026`, `FY2026-Q1`, `2026-11`, `2026-W47`, `week of
 * 2026-11-22`, `2026-11-22`. Null for any other text, and for a name that no period has: `2026-W54`, or `2026` if years
 * are fiscal.
 */
export function periodNamed(name: string, rules: CalendarRules): Period | null {
  for (const [form, grain, from] of forms) {
    const found = form.exec(name);
    const first = found === null ? null : from(found);
    if (first === null) continue;
    let period = periodOf(first * DAY_HOURS, grain, rules);
    // Quarters are counted from the start of the year, which need not be in January.
    if (grain === 'quarter') {
      period = periodOf(periodOf(first * DAY_HOURS, 'year', rules).from, grain, rules);
      for (let left = Number(found?.[2]) - 1; left > 0; left--) period = nextPeriod(period, grain, rules);
    }
    return period.name === name ? period : null;
  }
  return null;
}

/** The first of January: a fiscal year is named by the calendar year it ends in, and so contains it. */
const firstOf = (year = '0000'): Day | null => (Number(year) < 1 ? null : day(Number(year), 1, 1));
const shifted = (first: Day | null, days: number): Day | null => (first === null ? null : first + days);
