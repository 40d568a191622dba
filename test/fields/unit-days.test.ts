import { describe, expect, it } from 'vitest';
import { dayText, parseDay } from '../../src/core/civil.ts';
import type { TimeUnit } from '../../src/core/time-unit.ts';
import { key } from '../../src/fields/key.ts';
import { isoWeek, unitDays } from '../../src/fields/unit-days.ts';

/** Spans as `2026-01-01..2026-01-31`; the period of the table in the same form. */
function days(unit: TimeUnit, cell: string, period?: string): string[] {
  const [from, to] = period?.split('..').map((text) => parseDay(text)!) ?? [];
  const within = from === undefined || to === undefined ? null : { from, to };
  const found = unitDays(unit, cell, { day: (text) => parseDay(text) ?? Number.NaN, within });
  return found.map((range) => `${dayText(range.from)}..${dayText(range.to)}`);
}

// 1 January 2026 is a Thursday, and so is 31 December.
describe('the days of a cell', () => {
  it.each([
    ['day', '2026-11-22', '2026-11-22..2026-11-22'],
    ['week', '2026-11-16', '2026-11-16..2026-11-22'],
    ['iso_week', '2026-11-16', '2026-11-16..2026-11-22'],
    ['us_week', '2026-11-15', '2026-11-15..2026-11-21'],
    ['week_ending', '2026-11-22', '2026-11-16..2026-11-22'],
    ['month', '2026-11-22', '2026-11-01..2026-11-30'],
    ['quarter', '2026-12-31', '2026-10-01..2026-12-31'],
    ['quarter', '2026-01-01', '2026-01-01..2026-03-31'],
    ['year', '2026-11-22', '2026-01-01..2026-12-31'],
    ['week', 'Week of 2026-11-16', '2026-11-16..2026-11-22'],
    ['week', 'Semaine du 2026-11-16', '2026-11-16..2026-11-22'],
    ['week_ending', 'week ending 2026-11-22', '2026-11-16..2026-11-22'],
    ['week', '2026-W47', '2026-11-16..2026-11-22'],
    ['week', '2026 KW 47', '2026-11-16..2026-11-22'],
    ['week', 'W47 2026', '2026-11-16..2026-11-22'],
    ['week', 'S47-2026', '2026-11-16..2026-11-22'],
    ['iso_week', '202601', '2025-12-29..2026-01-04'],
    ['iso_week', '202653', '2026-12-28..2027-01-03'],
    ['us_week', '202601', '2026-01-01..2026-01-03'],
    ['us_week', '202602', '2026-01-04..2026-01-10'],
    ['us_week', '202653', '2026-12-27..2026-12-31'],
    ['month', '202602', '2026-02-01..2026-02-28'],
    ['month', 'Feb-24', '2024-02-01..2024-02-29'],
    ['month', "févr. '24", '2024-02-01..2024-02-29'],
    ['month', 'Nov-2026', '2026-11-01..2026-11-30'],
    ['month', '2026 novembre', '2026-11-01..2026-11-30'],
    ['month', '2026-M11', '2026-11-01..2026-11-30'],
    ['month', 'M1 2026', '2026-01-01..2026-01-31'],
    ['month', 'November 2026', '2026-11-01..2026-11-30'],
    ['quarter', '2026-Q4', '2026-10-01..2026-12-31'],
    ['quarter', 'T1 2026', '2026-01-01..2026-03-31'],
    ['year', '2026', '2026-01-01..2026-12-31'],
    ['iso_year', '2026', '2025-12-29..2027-01-03'],
    ['iso_year', '2025', '2024-12-30..2025-12-28'],
    ['week', '2026-11-16 - 2026-11-22', '2026-11-16..2026-11-22'],
  ] as const)('%s %s', (unit, cell, expected) => {
    expect(days(unit, cell)).toEqual([expected]);
  });

  it.each([
    ['week', '2025-W53'],
    ['week', '2026-W00'],
    ['week', '2026-W54'],
    ['week', '202647'],
    ['week_ending', '202647'],
    ['us_week', '2026-W47'],
    ['us_week', '202600'],
    ['us_week', '202654'],
    ['month', '202600'],
    ['month', '202613'],
    ['quarter', '2026-Q0'],
    ['quarter', '2026-Q5'],
    ['year', '1826'],
    ['year', '20260'],
    ['iso_year', '2026-11-22'],
    ['nth_week', '2026-11-16 - 2026-11-22'],
    ['month', 'Total'],
  ] as const)('%s %s: none', (unit, cell) => {
    expect(days(unit, cell)).toEqual([]);
  });

  it('are those of the year of the table, if the cell has none', () => {
    const year = '2026-01-01..2026-12-31';
    expect(days('month', '05', year)).toEqual(['2026-05-01..2026-05-31']);
    expect(days('month', 'Mai', year)).toEqual(['2026-05-01..2026-05-31']);
    expect(days('month', 'Sept.', year)).toEqual(['2026-09-01..2026-09-30']);
    expect(days('quarter', 'Q2', year)).toEqual(['2026-04-01..2026-06-30']);
    expect(days('week', 'W47', year)).toEqual(['2026-11-16..2026-11-22']);
    expect(days('iso_week', '47', year)).toEqual(['2026-11-16..2026-11-22']);
    expect(days('us_week', '1', year)).toEqual(['2026-01-01..2026-01-03']);
    expect(days('month', '0', year)).toEqual([]);
    expect(days('month', '13', year)).toEqual([]);
    expect(days('week', 'Q2', year)).toEqual([]);
    expect(days('week', '47', year)).toEqual([]);
    expect(days('year', '12', year)).toEqual([]);
    expect(days('month', '05')).toEqual([]);
  });

  it('are several, if the table has several years, and cut at its ends', () => {
    expect(days('month', '11', '2025-11-10..2026-11-20')).toEqual(['2025-11-10..2025-11-30', '2026-11-01..2026-11-20']);
    // The first week of 2026 begins in 2025.
    expect(days('iso_week', '01', '2025-12-01..2025-12-31')).toEqual(['2025-12-29..2025-12-31']);
    expect(days('iso_week', '53', '2027-01-01..2027-01-31')).toEqual(['2027-01-01..2027-01-03']);
    expect(days('month', '2026-11-05', '2026-11-10..2026-12-31')).toEqual(['2026-11-10..2026-11-30']);
    expect(days('month', '2026-11-05', '2026-12-01..2026-12-31')).toEqual([]);
    expect(days('month', '2026-11-05', '2026-11-30..2026-12-31')).toEqual(['2026-11-30..2026-11-30']);
  });

  it('are counted from the first day of the table', () => {
    const autumn = '2026-11-05..2027-01-20';
    expect(days('nth_week', '0000', autumn)).toEqual(['2026-11-05..2026-11-11']);
    expect(days('nth_week', '2', autumn)).toEqual(['2026-11-19..2026-11-25']);
    expect(days('nth_month', '0', autumn)).toEqual(['2026-11-05..2026-11-30']);
    expect(days('nth_month', '1', autumn)).toEqual(['2026-12-01..2026-12-31']);
    expect(days('nth_month', '0002', autumn)).toEqual(['2027-01-01..2027-01-20']);
    expect(days('nth_month', '3', autumn)).toEqual([]);
    expect(days('day', '20', autumn)).toEqual([
      '2026-11-20..2026-11-20',
      '2026-12-20..2026-12-20',
      '2027-01-20..2027-01-20',
    ]);
    expect(days('day', '31', autumn)).toEqual(['2026-12-31..2026-12-31']);
  });

  it('of a week of ISO 8601 have most of their days in its year', () => {
    const text = (year: number, week: number) => {
      const range = isoWeek(year, week);
      return range && `${dayText(range.from)}..${dayText(range.to)}`;
    };
    expect(text(2026, 53)).toBe('2026-12-28..2027-01-03');
    expect([text(2025, 53), text(2026, 0), text(2026, 54), text(2026, -1)]).toEqual([null, null, null, null]);
    // 4 January 2027 is a Monday, 4 January 2026 a Sunday.
    expect([text(2027, 1), text(2026, 1)]).toEqual(['2027-01-04..2027-01-10', '2025-12-29..2026-01-04']);
  });
});

it.each([
  // As phone numbers: the digits alone, from seven on.
  ['123-45-67', '1234567'],
  ['12-34-56', '12-34-56'],
  ['1234567', '1234567'],
  ['0000000', null],
  ['000-0001', '0000001'],
  ['555.010.0199', '5550100199'],
  ['A-1234567', 'A-1234567'],
  // Four letters may be a word for nothing.
  ['ABCD', 'ABCD'],
  ['null', null],
  ['Abcde', 'Abcde'],
  ['a@B.c', 'a@b.c'],
])('the customer %s is %s', (cell, customer) => expect(key.parse(cell)).toBe(customer));
