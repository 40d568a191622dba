import { DAY_MS, day as dayNumber } from '../../src/core/civil.ts';
import type { Zone } from '../../src/core/zone.ts';
import { BLANK, REFUSED } from '../../src/fields/field.ts';
import type { DateShape } from '../../src/fields/moment.ts';
import { all, blanks, days, first, noDays, ordered } from './day-examples.ts';
import type { Example } from './in-convention.ts';

export const timestampExamples = (shape: DateShape, source: Zone, report: Zone): readonly Example[] => {
  if (shape.unix !== undefined) return unixExamples(shape.unix);
  const at = (hour: number, minute: number, second = 0, ms = 0): number =>
    first * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  const wall = (hour: number, minute: number, second = 0, ms = 0): number =>
    source.instant(at(hour, minute, second, ms));
  return [
    ...days.map(([text, day]): Example => [text, report.instant(day * DAY_MS)]),
    ...ordered(shape).map(([text, day]): Example => [text, day === REFUSED ? REFUSED : report.instant(day * DAY_MS)]),
    ...all(noDays, REFUSED),
    ...all(blanks, BLANK),
    ['2026-03-01 10:00:04', wall(10, 0, 4)],
    ['2026-03-01T10:00:04', wall(10, 0, 4)],
    ['2026-03-01 10:00', wall(10, 0)],
    ['2026-03-01 9:17', wall(9, 17)],
    ['2026-03-01 10:00:04.5', wall(10, 0, 4, 500)],
    ['2026-03-01 10:00:04,5', wall(10, 0, 4, 500)],
    ['2026-03-01 23:59:59.999999', wall(23, 59, 59, 999)],
    ['2026030114', wall(14, 0)],
    ['2026030124', REFUSED],
    ['20260301 14:05', wall(14, 5)],
    ['2026-03-01 2:30 PM', wall(14, 30)],
    ['2026-03-01 2:30:05\u202fp.m.', wall(14, 30, 5)],
    ['2026-03-01 12:30 AM', wall(0, 30)],
    ['2026-03-01 12:30 PM', wall(12, 30)],
    ['Mar 1, 2026 10:00:04 AM', wall(10, 0, 4)],
    ['March 1, 2026, 12:00 AM', wall(0, 0)],
    ['March 1, 2026 at 2:30 PM', wall(14, 30)],
    ['1 mars 2026 à 14:30', wall(14, 30)],
    ['2026-03-01T10:00:04Z', at(10, 0, 4)],
    ['2026-03-01T10:00:04.123Z', at(10, 0, 4, 123)],
    ['2026-03-01 10:00:04 UTC', at(10, 0, 4)],
    ['2026-03-01 10:00:04 (GMT)', at(10, 0, 4)],
    ['2026-03-01 10:00:04 +0100', at(9, 0, 4)],
    ['2026-03-01 10:00:04+0100', at(9, 0, 4)],
    ['2026-03-01T10:00:04+01:00', at(9, 0, 4)],
    ['2026-03-01 10:00:04 +01', at(9, 0, 4)],
    ['2026-03-01 10:00 -0530', at(15, 30)],
    ['2026-03-01 10:00:04 -0530', at(15, 30, 4)],
    ['2026-03-01 10:00:04 +14:00', at(-4, 0, 4)],
    ['2026-03-01 10:00:04 +14:01', REFUSED],
    ['Sun, 1 Mar 2026 10:00:04 +0000', at(10, 0, 4)],
  ];
};

const unixExamples = (unit: 's' | 'ms' | 'us'): readonly Example[] => {
  const zeros = { s: '', ms: '000', us: '000000' }[unit];
  return [
    [`1772355604${zeros}`, 1_772_355_604_000],
    ['0', 0],
    [`20260301${zeros}`, 20_260_301_000],
    [`7258118399${zeros}`, 7_258_118_399_000],
    [`7258118400${zeros}`, REFUSED],
    ['-1', REFUSED],
    ['1e9', REFUSED],
    ['2026-03-01T00:00:00Z', dayNumber(2026, 3, 1) * DAY_MS],
    ['', BLANK],
  ];
};
