import { describe, expect, it } from 'vitest';
import { type AgeGrain, ageBetween, ageGrains, dayOfAge } from '../../src/core/age.ts';
import { dayText, parseDay } from '../../src/core/civil.ts';

const day = (text: string): number => parseDay(text)!;
const age = (from: string, to: string, grain: AgeGrain): number => ageBetween(day(from), day(to), grain);

describe('an age', () => {
  it('is 0 within the first period of each customer', () => {
    expect(age('2026-03-28', '2026-03-28', 'day')).toBe(0);
    expect(age('2026-03-28', '2026-04-03', 'week')).toBe(0);
    expect(age('2026-03-28', '2026-04-27', 'month')).toBe(0);
    expect(age('2026-03-28', '2026-06-27', 'quarter')).toBe(0);
  });

  it('begins on the day of the same number, or weekday', () => {
    expect(age('2026-03-28', '2026-03-29', 'day')).toBe(1);
    expect(age('2026-03-28', '2026-04-04', 'week')).toBe(1);
    expect(age('2026-03-28', '2026-04-28', 'month')).toBe(1);
    expect(age('2026-03-28', '2026-06-28', 'quarter')).toBe(1);
    expect(age('2025-12-15', '2027-01-15', 'month')).toBe(13);
  });

  it('of a day that a month does not have begins with the next month', () => {
    expect(age('2026-01-31', '2026-02-28', 'month')).toBe(0);
    expect(age('2026-01-31', '2026-03-01', 'month')).toBe(1);
    expect(age('2026-01-31', '2026-03-31', 'month')).toBe(2);
    expect(age('2028-02-29', '2029-02-28', 'month')).toBe(11);
    expect(age('2025-11-30', '2026-02-28', 'quarter')).toBe(0);
    expect(age('2025-11-30', '2026-03-01', 'quarter')).toBe(1);
  });

  it.each(ageGrains)('in %ss begins on the day that says so', (grain) => {
    for (let from = day('2023-11-25'); from < day('2024-04-05'); from += 1) {
      for (let old = 0; old < 15; old += 1) {
        const begins = dayOfAge(from, old, grain);
        const told = `${dayText(from)} ${old}`;
        expect(ageBetween(from, begins, grain), told).toBe(old);
        if (old > 0) expect(ageBetween(from, begins - 1, grain), told).toBe(old - 1);
      }
    }
  });
});
