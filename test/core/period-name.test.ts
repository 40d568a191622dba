import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarRules, periodOf } from '../../src/core/calendar.ts';
import { day, dayText } from '../../src/core/civil.ts';
import { periodNamed } from '../../src/core/period-name.ts';

const iso: CalendarRules = { weekStart: 1, fiscalYearStartMonth: 1 };
const april: CalendarRules = { weekStart: 7, fiscalYearStartMonth: 4 };
const daysOf = (name: string, rules = iso): string | null => {
  const period = periodNamed(name, rules);
  return period && `${dayText(period.from / 24)}..${dayText(period.to / 24 - 1)}`;
};

describe('a period by its name', () => {
  it.each([
    ['2026', iso, '2026-01-01..2026-12-31'],
    ['2026-Q4', iso, '2026-10-01..2026-12-31'],
    ['2026-11', iso, '2026-11-01..2026-11-30'],
    ['2024-02', iso, '2024-02-01..2024-02-29'],
    ['2026-W47', iso, '2026-11-16..2026-11-22'],
    ['2026-W01', iso, '2025-12-29..2026-01-04'],
    ['2026-W53', iso, '2026-12-28..2027-01-03'],
    ['2026-11-22', iso, '2026-11-22..2026-11-22'],
    ['FY2026', april, '2025-04-01..2026-03-31'],
    ['FY2026-Q4', april, '2026-01-01..2026-03-31'],
    ['FY2026-Q1', april, '2025-04-01..2025-06-30'],
    ['week of 2026-11-22', april, '2026-11-22..2026-11-28'],
  ])('%s', (name, rules, days) => {
    expect(daysOf(name, rules)).toBe(days);
  });

  it.each([
    ['', iso],
    ['26', iso],
    ['0000', iso],
    ['2026-Q5', iso],
    ['2026-Q0', iso],
    ['2026-13', iso],
    ['2026-00', iso],
    ['2026-1', iso],
    ['2026-W00', iso],
    ['2025-W53', iso],
    ['2026-W54', iso],
    ['2026-02-29', iso],
    ['2026-11-22T14', iso],
    ['2026 ', iso],
    ['fy2026', april],
    // Names that the other calendar has.
    ['FY2026', iso],
    ['FY2026-Q1', iso],
    ['week of 2026-11-16', iso],
    ['2026', april],
    ['2026-Q1', april],
    ['2026-W47', april],
    ['week of 2026-11-23', april],
  ])('%s is none', (name, rules) => {
    expect(periodNamed(name, rules)).toBeNull();
  });

  it('is the one that has the name', () => {
    const rules = fc.record({
      weekStart: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<CalendarRules['weekStart']>,
      fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }) as fc.Arbitrary<CalendarRules['fiscalYearStartMonth']>,
    });
    const hours = fc.integer({ min: day(2, 1, 1) * 24, max: day(9998, 12, 31) * 24 });
    const grains = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(hours, grains, rules, (hour, grain, by) => {
        const period = periodOf(hour, grain, by);
        expect(periodNamed(period.name, by)).toEqual(period);
      }),
      { numRuns: 2000 },
    );
  });
});
