import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civil,
  DAY_MS,
  day,
  dayOfHour,
  daysInMonth,
  dayText,
  modulo,
  parseDay,
  weekday,
} from '../../src/core/civil.ts';

const FIRST = day(1, 1, 1);
const LAST = day(9999, 12, 31);
const anyDay = fc.integer({ min: FIRST, max: LAST });

describe('day and civil', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2026, 11, 22, 20_779],
    [1, 1, 1, -719_162],
    [9999, 12, 31, 2_932_896],
  ])('%i-%i-%i is day %i', (year, month, dayOfMonth, count) => {
    expect(day(year, month, dayOfMonth)).toBe(count);
    expect(civil(count)).toEqual({ year, month, day: dayOfMonth });
  });

  it('agree with Date on every day of the years 1 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const date = new Date(of * DAY_MS);
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civil(of)).toEqual(expected);
        expect(day(expected.year, expected.month, expected.day)).toBe(of);
        expect(weekday(of) % 7).toBe(date.getUTCDay());
        expect(dayText(of)).toBe(date.toISOString().slice(0, 10));
      }),
      { numRuns: 2_000 },
    );
  });

  it('walk through 400 years without a hole', () => {
    let of = day(1899, 12, 31);
    for (let year = 1900; year < 2300; year++)
      for (let month = 1; month <= 12; month++)
        for (let dayOfMonth = 1; dayOfMonth <= daysInMonth(year, month); dayOfMonth++)
          if (day(year, month, dayOfMonth) !== ++of) expect.fail(`${year}-${month}-${dayOfMonth} is not day ${of}`);
    expect(civil(of)).toEqual({ year: 2299, month: 12, day: 31 });
  });
});

it.each([
  [2024, 2, 29],
  [2023, 2, 28],
  [1900, 2, 28],
  [2000, 2, 29],
  [2026, 4, 30],
  [2026, 12, 31],
])('%i-%i has %i days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));

describe('parseDay', () => {
  it('reads what dayText writes', () => {
    fc.assert(fc.property(anyDay, (of) => parseDay(dayText(of)) === of));
  });

  it('reads leap days of leap years only', () => {
    expect(parseDay('2024-02-29')).toBe(day(2024, 2, 29));
    expect(parseDay('2026-02-29')).toBeNull();
    expect(parseDay('1900-02-29')).toBeNull();
  });

  it.each([
    '',
    '2026-11-22T00:00',
    '2026-11-2',
    '2026-11-2 ',
    ' 026-11-22',
    '20261122',
    '2026/11/22',
    '22-11-2026',
    '2026-00-10',
    '2026-13-10',
    '2026-11-00',
    '2026-11-31',
    '0000-01-01',
    '+026-11-22',
    '2026-1a-22',
    '２０２６-11-22',
  ])('refuses %j', (text) => expect(parseDay(text)).toBeNull());
});

it('counts weekdays from Monday 1', () => {
  expect(weekday(day(2026, 11, 23))).toBe(1);
  expect(weekday(day(2026, 11, 22))).toBe(7);
  expect(weekday(day(1969, 12, 31))).toBe(3);
});

it('finds the day of an hour, before 1970 too', () => {
  expect([0, 23, 24, -1, -24, -25].map(dayOfHour)).toEqual([0, 0, 1, -1, -1, -2]);
});

it('never has a negative remainder', () => {
  expect([-8, -7, -1, 0, 6, 7].map((value) => modulo(value, 7))).toEqual([6, 0, 6, 0, 6, 0]);
});
