import { describe, expect, it } from 'vitest';
import { type CalendarRules, periodOf, periodsBetween, yearBefore } from '../../src/core/calendar.ts';
import { DAY_HOURS, parseDay } from '../../src/core/civil.ts';
import { type SeasonalGrain, seasonOf } from '../../src/core/season.ts';

const iso: CalendarRules = { weekStart: 1, fiscalYearStartMonth: 1 };
const hour = (day: string): number => parseDay(day)! * DAY_HOURS;
const season = (day: string, grain: SeasonalGrain, rules = iso): number =>
  seasonOf(periodOf(hour(day), grain, rules), grain, rules);

describe('the season of a period', () => {
  it('is its month', () => {
    expect(season('2026-11-22', 'month')).toBe(11);
    expect(season('2024-02-29', 'month')).toBe(2);
  });

  it.each([
    [1, '2026-11-22', 4],
    [1, '2026-01-01', 1],
    [4, '2026-03-31', 4],
    [4, '2026-04-01', 1],
    [11, '2026-11-22', 1],
    [11, '2026-10-31', 4],
  ] as const)('is its quarter of a year that begins in month %d: %s', (start, day, quarter) => {
    expect(season(day, 'quarter', { ...iso, fiscalYearStartMonth: start })).toBe(quarter);
  });

  it.each([
    ['2026-11-22', 47],
    // Both in the week that ISO 8601 numbers 1, of 2025 and of 2026.
    ['2024-12-30', 1],
    ['2026-01-04', 1],
    ['2026-12-27', 52],
    // 2026-W53 counts as a first week; so does the one after it.
    ['2026-12-28', 1],
    ['2027-01-03', 1],
    ['2027-01-04', 1],
    ['2027-01-11', 2],
  ])('is its ISO week: %s', (day, week) => {
    expect(season(day, 'week')).toBe(week);
  });

  it('is the same for week 53 as for the week that it is compared with a year before', () => {
    const last = periodOf(hour('2026-12-31'), 'week', iso);
    expect(last.name).toBe('2026-W53');
    expect(seasonOf(last, 'week', iso)).toBe(seasonOf(yearBefore(last, 'week', iso), 'week', iso));
  });

  it('is counted alike where weeks begin on another day', () => {
    const sunday: CalendarRules = { weekStart: 7, fiscalYearStartMonth: 1 };
    // Sunday 28 December 2025 to 3 January 2026: its middle, 31 December, is in 2025, whose 53rd such week it is.
    expect(season('2025-12-28', 'week', sunday)).toBe(1);
    expect(season('2025-12-27', 'week', sunday)).toBe(52);
    expect(season('2026-01-04', 'week', sunday)).toBe(1);
  });

  it('leaves no week of 400 years out, and gives each number to one or two weeks of a year', () => {
    for (const weekStart of [1, 4, 7] as const) {
      const rules = { weekStart, fiscalYearStartMonth: 1 } as const;
      const found = new Map<number, number>();
      for (const period of periodsBetween(hour('1970-01-05'), hour('2370-01-01'), 'week', rules)) {
        const week = seasonOf(period, 'week', rules);
        found.set(week, (found.get(week) ?? 0) + 1);
      }
      expect([...found.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, i) => i + 1));
      for (const [week, count] of found)
        expect(Math.abs(count - 400), `week ${week}`).toBeLessThan(week === 1 ? 80 : 3);
    }
  });
});
