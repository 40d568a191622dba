import { DAY_MS, day as dayNumber } from '../../src/core/civil.ts';
import type { Zone } from '../../src/core/zone.ts';
import { BLANK, REFUSED } from '../../src/fields/field.ts';
import type { DateShape } from '../../src/fields/moment.ts';
import type { Example } from './in-convention.ts';

export const first = dayNumber(2026, 3, 1);

/** Texts that are a day in any column, with that day. */
export const days: readonly Example[] = [
  ['2026-03-01', first],
  ['2026-3-1', first],
  ['2026/03/01', first],
  ['2026.03.01', first],
  ['20260301', first],
  [' 2026-03-01 ', first],
  ['Mar 1, 2026', first],
  ['March 1, 2026', first],
  ['March 1 2026', first],
  ['MARCH 1st, 2026', first],
  ['Sun, Mar 1, 2026', first],
  ['Sun, 1 Mar 2026', first],
  ['1-Mar-26', first],
  ['1 mars 2026', first],
  ['1er mars 2026', first],
  ['dim. 1 mars 2026', first],
  ['mar. 3 mars 2026', first + 2],
  ['1. März 2026', first],
  ['1. Ma\u0308rz 2026', first],
  ['Sonntag, 1. März 2026', first],
  ['1 de marzo de 2026', first],
  ['27 January 2026', dayNumber(2026, 1, 27)],
  ['1 sept. 2026', dayNumber(2026, 9, 1)],
  ['1 septembre 2026', dayNumber(2026, 9, 1)],
  ['1 de septiembre de 2026', dayNumber(2026, 9, 1)],
  ['15 août 2026', dayNumber(2026, 8, 15)],
  ['1 déc. 2026', dayNumber(2026, 12, 1)],
  ['2024-02-29', dayNumber(2024, 2, 29)],
  ['1900-01-01', dayNumber(1900, 1, 1)],
  ['2199-12-31', dayNumber(2199, 12, 31)],
];

export const noDays = [
  '2026-02-29',
  '2026-02-30',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-01',
  '2026-01-00',
  '1899-12-31',
  '2200-01-01',
  '20260230',
  '2026030',
  '202603011',
  '30 February 2026',
  '1 foo 2026',
  '1 March',
  'March 2026',
  '2026-03',
  '2026-03/01',
  '1/2/226',
  'epoch',
  'infinity',
  'today',
  '46082',
  '2026-03-01x',
  '2026-03-01Z',
  '2026-03-01 24:00:00',
  '2026-03-01 23:59:60',
  '2026-03-01 10:60',
  '2026-03-01 10',
  '2026-03-01 10:0',
  '2026-03-01 0:30 AM',
  '2026-03-01 13:30 PM',
  '2026-03-01 10:00:00 CST',
  '2026-03-01 10:00:00 +15:00',
  '2026-03-01 10:00:00 +01:60',
  '2026-03-01 10:00:00.',
  '10:00:00',
];

export const blanks = ['', ' ', '-', '--', '—', 'n/a', 'null', '(not set)', '0000-00-00', '0000-00-00 00:00:00'];

/** Texts that need the column's order. */
export const ordered = ({ order }: DateShape): readonly Example[] => {
  const pick = (dmy: number, mdy: number): number => (order === 'dmy' ? dmy : order === 'mdy' ? mdy : REFUSED);
  const april = dayNumber(2026, 4, 3);
  const march = dayNumber(2026, 3, 4);
  return [
    ['03/04/2026', pick(april, march)],
    ['3.4.2026', pick(april, march)],
    ['03-04-26', pick(april, march)],
    ['31/12/2026', pick(dayNumber(2026, 12, 31), REFUSED)],
    ['12/31/2026', pick(REFUSED, dayNumber(2026, 12, 31))],
    ['30/02/2026', REFUSED],
    ['03/04.2026', REFUSED],
  ];
};

export const all = (texts: readonly string[], value: number): readonly Example[] => texts.map((text) => [text, value]);

export const dayExamples = (shape: DateShape, report: Zone): readonly Example[] => {
  const dayAt = (instant: number): number => Math.floor(report.wall(instant) / DAY_MS);
  const late = first * DAY_MS + 23 * 3_600_000 + 1_800_000;
  if (shape.unix !== undefined)
    return [
      ['', BLANK],
      ['x', REFUSED],
      ['0', dayAt(0)],
      ['2026-03-01', first],
    ];
  return [
    ...days,
    ...ordered(shape),
    ...all(noDays, REFUSED),
    ...all(blanks, BLANK),
    ['2026-03-01 23:30:00', first],
    ['2026030123', first],
    ['2026-03-01 23:30:00Z', dayAt(late)],
    ['2026-03-01T23:30:00-05:00', dayAt(late + 5 * 3_600_000)],
  ];
};
