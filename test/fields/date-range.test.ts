import { describe, expect, it, test } from 'vitest';
import { dateEvidence, decideDateOrder } from '../../src/fields/date-order.ts';
import { dateRange, month } from '../../src/fields/date-range.ts';

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const shown = (range: { from: number; to: number } | null): string | null =>
  range && `${iso(range.from)} ${iso(range.to)}`;

test.each([
  ['31/12/2026', 'dmy'],
  ['12/31/2026', 'mdy'],
  ['13.1.26', 'dmy'],
  ['31/12/2026 10:00', 'dmy'],
  ['03/04/2026', 'either'],
  ['03/03/2026', 'either'],
  ['2026-03-01', 'ymd'],
  ['2026-03-01T10:00:00Z', 'ymd'],
  ['20260301', 'ymd'],
  ['13 Mar 2026', 'ymd'],
  ['31/02/2026', null],
  ['13/13/2026', null],
  ['12.50', null],
  ['text', null],
  ['', null],
] as const)('%j proves %s', (text, evidence) => {
  expect(dateEvidence(text)).toBe(evidence);
});

describe('decideDateOrder', () => {
  it('takes what the user says first', () => {
    expect(decideDateOrder(['31/12/2026'], 'mdy')).toBe('mdy');
  });
  it('finds a day above 12', () => {
    expect(decideDateOrder(['03/04/2026', '13/04/2026'])).toBe('dmy');
    expect(decideDateOrder(['03/04/2026', '04/13/2026'])).toBe('mdy');
  });
  it('takes the majority where cells contradict each other', () => {
    expect(decideDateOrder(['13/04/2026', '14/04/2026', '04/13/2026'])).toBe('dmy');
  });
  it('does not guess', () => {
    expect(decideDateOrder(['03/04/2026', '2026-03-31'])).toBe('ambiguous');
    expect(decideDateOrder(['13/04/2026', '04/13/2026'])).toBe('ambiguous');
  });
  it('needs no order for years that stand first and for names', () => {
    expect(decideDateOrder(['2026-03-01', '3 March 2026', '', 'x'])).toBe('ymd');
    expect(decideDateOrder([])).toBe('ymd');
  });
});

test.each([
  ['March 1, 2026 - March 31, 2026', '2026-03-01 2026-03-31'],
  ['27 January 2026 - 23 February 2026', '2026-01-27 2026-02-23'],
  ['1 sept. 2026 - 2 sept. 2026', '2026-09-01 2026-09-02'],
  ['1 septembre 2026 – 30 septembre 2026', '2026-09-01 2026-09-30'],
  ['1. September 2026 - 30. September 2026', '2026-09-01 2026-09-30'],
  ['1 de septiembre de 2026 - 30 de septiembre de 2026', '2026-09-01 2026-09-30'],
  ['20260301-20260331', '2026-03-01 2026-03-31'],
  ['# 20260301-20260331', '2026-03-01 2026-03-31'],
  ['2026-03-01 - 2026-03-31', '2026-03-01 2026-03-31'],
  ['2026-03-01–2026-03-31', '2026-03-01 2026-03-31'],
  ['2026-03-01-2026-03-31', '2026-03-01 2026-03-31'],
  ['2026.03.01-2026.03.31', '2026-03-01 2026-03-31'],
  ['2026-03-02,2026-03-08', '2026-03-02 2026-03-08'],
  ['2026-03-01 to 2026-03-31', '2026-03-01 2026-03-31'],
  ['du 1er mars 2026 au 31 mars 2026', '2026-03-01 2026-03-31'],
  ['Jul 1 - Sep 28 2026', '2026-07-01 2026-09-28'],
  ['1–31 mars 2026', '2026-03-01 2026-03-31'],
  ['Mar 1 – 31, 2026', '2026-03-01 2026-03-31'],
  ['Dec 28, 2025 - Jan 3, 2026', '2025-12-28 2026-01-03'],
  ['3/1/2026 - 3/31/2026', '2026-03-01 2026-03-31'],
  ['01.03.2026 - 31.03.2026', '2026-03-01 2026-03-31'],
  ['March 1, 2026, 12:00 AM - March 31, 2026, 11:59 PM', '2026-03-01 2026-03-31'],
  ['March 2026', '2026-03-01 2026-03-31'],
  ['March 2026 - April 2026', '2026-03-01 2026-04-30'],
  ['2026-02', '2026-02-01 2026-02-28'],
  ['2026-03-05 - 2026-03-05', '2026-03-05 2026-03-05'],
  ['2026-03-05', '2026-03-05 2026-03-05'],
  ['5 March 2026', '2026-03-05 2026-03-05'],
  ['3/1/2026 - 3/5/2026', null],
  ['March 31, 2026 - March 1, 2026', null],
  ['2026-02-30 - 2026-03-31', null],
  ['Campaign report', null],
  ['Spring - Summer 2026', null],
  ['All time', null],
  ['2026', null],
  ['', null],
])('the days of %j are %s', (text, range) => {
  expect(shown(dateRange(text))).toBe(range);
});

test('a given order decides', () => {
  expect(shown(dateRange('3/1/2026 - 3/5/2026', 'mdy'))).toBe('2026-03-01 2026-03-05');
  expect(shown(dateRange('3/1/2026 - 3/5/2026', 'dmy'))).toBe('2026-01-03 2026-05-03');
});

test.each([
  ['March 2026', '2026-03-01 2026-03-31'],
  ['Mar 2026', '2026-03-01 2026-03-31'],
  ['février 2024', '2024-02-01 2024-02-29'],
  ['marzo de 2026', '2026-03-01 2026-03-31'],
  ['2026-03', '2026-03-01 2026-03-31'],
  ['2026/12', '2026-12-01 2026-12-31'],
  ['03/2026', '2026-03-01 2026-03-31'],
  ['2026-13', null],
  ['2026-00', null],
  ['2026-03-01', null],
  ['Foo 2026', null],
  ['March', null],
  ['', null],
])('the month %j is %s', (text, range) => {
  expect(shown(month(text))).toBe(range);
});
