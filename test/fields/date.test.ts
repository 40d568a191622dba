import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { zoneOf } from '../../src/core/zone.ts';
import { day, timestamp } from '../../src/fields/date.ts';
import type { DateOrder } from '../../src/fields/date-text.ts';
import { REFUSED } from '../../src/fields/field.ts';
import { zones } from './kinds.ts';
import { anyDate, dateForms, type Ymd } from './print-date.ts';

const DAY = 86_400_000;
const dayOf = ({ y, m, d }: Ymd): number => Date.UTC(y, m - 1, d) / DAY;

describe.each(dateForms)('dates as %s', (_, order, print) => {
  const kind = day({ order }, zones);
  const instant = timestamp({ order }, zones);

  it('are read back as they are printed', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(kind.parse(print(date))).toBe(dayOf(date));
        expect(instant.parse(print(date))).toBe(zones.report.instant(dayOf(date) * DAY));
      }),
    );
  });

  it('are refused where the calendar has no such day', () => {
    const impossible = fc.record({
      y: fc.integer({ min: 2000, max: 2099 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 29, max: 39 }),
    });
    fc.assert(
      fc.property(impossible, (date) => {
        const rolled = new Date(dayOf(date) * DAY).getUTCDate() !== date.d;
        expect(kind.parse(print(date))).toBe(rolled ? REFUSED : dayOf(date));
      }),
      { numRuns: 300 },
    );
  });
});

test('a time with an offset is that instant, one without is wall time of the source', () => {
  const kind = timestamp({}, zones);
  const written = fc.record({
    at: fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2099, 0, 1) }),
    offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    t: fc.constantFrom('T', ' '),
    gap: fc.constantFrom('', ' '),
    colon: fc.constantFrom('', ':'),
    places: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(written, ({ at, offset, t, gap, colon, places }) => {
      const exact = places < 3 ? Math.floor(at / 1000) * 1000 : at;
      const iso = new Date(exact + offset * 60_000).toISOString();
      const fraction = places === 0 ? '' : `.${iso.slice(20, 23).padEnd(9, '9').slice(0, places)}`;
      const text = `${iso.slice(0, 10)}${t}${iso.slice(11, 19)}${fraction}`;
      const size = Math.abs(offset);
      const two = (n: number): string => String(n).padStart(2, '0');
      const suffix = `${gap}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
      expect(kind.parse(text + suffix)).toBe(exact);
      expect(kind.parse(text)).toBe(zones.source.instant(exact + offset * 60_000));
      expect(kind.parse(`${text}Z`)).toBe(exact + offset * 60_000);
      expect(day({}, zones).parse(text + suffix)).toBe(Math.floor(zones.report.wall(exact) / DAY));
      expect(day({}, zones).parse(text)).toBe(Math.floor((exact + offset * 60_000) / DAY));
    }),
    { numRuns: 1_000 },
  );
});

test('a wall time in a gap moves forward, one that occurs twice is the first, and a bare date is a report day', () => {
  const kind = timestamp({}, { source: zoneOf('Europe/Paris'), report: zoneOf('Africa/Cairo') });
  expect(kind.parse('2026-03-29 02:30:00')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(kind.parse('2026-03-29 2:30 AM')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(kind.parse('2026-10-25 02:30:00')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  // Cairo has no midnight on that day: it begins at 01:00.
  expect(kind.parse('2026-04-24')).toBe(Date.UTC(2026, 3, 23, 22));
});

test.each([
  ['2026-03-03 08:00:00 UTC', 8],
  ['2026-03-03 00:00:00 PST', 8],
  ['Mar 3, 2026 1:00:00 AM PDT', 8],
  ['2026-03-03 09:00 CET', 8],
  ['2026-03-03 10:00:00 MESZ', 8],
  ['2026-03-03 03:00 EST', 8],
  ['2026-03-03 09:00 [Europe/Paris]', 8],
  ['2026-03-02 10:00 [Pacific/Honolulu]', -4],
])('the zone that a time names decides: %s', (text, hour) => {
  expect(timestamp({}, zones).parse(text)).toBe(Date.UTC(2026, 2, 3, hour));
});

test.each(['2026-03-03 08:00 CST', '2026-03-03 08:00 [Nowhere/Else]', '2026-03-03 08:00 XYZ'])(
  'a zone that is not known, or of several, is refused: %s',
  (text) => expect(timestamp({}, zones).parse(text)).toBe(REFUSED),
);

test('parse never throws and why answers exactly where it refuses', () => {
  const kinds = ([undefined, 'dmy', 'mdy'] as readonly (DateOrder | undefined)[]).flatMap((order) => [
    day({ order }, zones),
    timestamp({ order }, zones),
    timestamp({ order, unix: 's' }, zones),
  ]);
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.stringMatching(/^[0-9./ :-]{0,20}$/),
    fc.stringMatching(/^[a-zA-Zéûä. ,0-9]{0,24}$/),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { parse, why } of kinds) {
        const value = parse(text);
        expect(Number.isSafeInteger(value) || Number.isNaN(value) || value === REFUSED).toBe(true);
        expect(why(text) !== null).toBe(value === REFUSED);
      }
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['2026-02-30', 'no_such_day'],
  ['30/02/2026', 'no_such_day'],
  ['12/31/2026', 'breaks_convention'],
  ['2026-03-01 24:00:00', 'no_such_time'],
  ['2026-03-01 23:59:60', 'no_such_time'],
  ['1850-01-01', 'out_of_range'],
  ['yesterday', 'not_a_date'],
  ['1/2/226', 'not_a_date'],
  ['31/12/2026', null],
] as const)('a day-first column says why it refuses %j: %s', (text, reason) => {
  expect(timestamp({ order: 'dmy' }, zones).why(text)).toBe(reason);
});

test('without an order, a date that needs one is ambiguous even where only one order makes a day', () => {
  expect(day({}, zones).why('03/04/2026')).toBe('ambiguous');
  expect(day({ order: 'ymd' }, zones).why('31/12/2026')).toBe('ambiguous');
  expect(day({ order: 'ymd' }, zones).why('31/13/2026')).toBe('no_such_day');
});

test.each([
  ...['12.März 2026', '12. März 2026', '12.  März 2026', '12  März 2026', '12th March 2026', '12er mars 2026'],
  ...['12 de marzo de 2026', '12 marzo del 2026', '12-Mar-2026', '12-mar-26', '12. Mär. 2026', '12 mars, 2026'],
  ...['March 12, 2026', 'Mar. 12th 2026', 'mars 12 2026'],
])('a day in words is read however it is set: %s', (text) => {
  expect(day({}, zones).parse(text)).toBe(Date.UTC(2026, 2, 12) / DAY);
});
