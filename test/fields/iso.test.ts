import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneOf } from '../../src/core/zone.ts';
import { timestamp } from '../../src/fields/date.ts';
import { REFUSED } from '../../src/fields/field.ts';
import { isoInstant, NOT_ISO } from '../../src/fields/iso.ts';
import { momentOf } from '../../src/fields/moment.ts';
import { zones } from './kinds.ts';
import { mangled } from './mangle.ts';
import { anyDate } from './print-date.ts';

const iso = fc
  .record({
    date: anyDate,
    time: fc.constantFrom(' 10:00:04', 'T23:59:59', ' 09:07', 'T10:00:04.123', ''),
    zone: fc.constantFrom('', 'Z', ' +0100', '-05:30', ' UTC', '+14:00'),
  })
  .map(
    ({ date: { y, m, d }, time, zone }) =>
      `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}${time}${zone}`,
  );

test('the short way reads what the long way reads, and never another value', () => {
  let read = 0;
  fc.assert(
    fc.property(iso, mangled('0123459-:/T Z+.,'), (text, mangle) => {
      const found = isoInstant(mangle(text), zones.source);
      if (found === NOT_ISO) return;
      read++;
      const moment = momentOf(mangle(text), {});
      if (typeof moment === 'string') throw new Error(`${mangle(text)}: ${moment}`);
      expect(moment.is === 'wall' ? zones.source.instant(moment.at) : moment.at).toBe(found);
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(2_000);
});

/** What ISO texts mean, from the runtime: a text that `Date` rolls over or has no place for is refused. */
const reference = (text: string): number => {
  const form =
    /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]| +)(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?( *Z| *UTC| *(?:UTC)?[+-]\d\d(?::?\d\d)?)?)?$/.exec(
      text,
    );
  if (form === null) return REFUSED;
  const [, y, m, d, hh = '0', mm = '0', ss = '0', fraction = '', zone = ''] = form;
  const parts = [Number(y), Number(m) - 1, Number(d), Number(hh), Number(mm), Number(ss)] as const;
  const date = new Date(Date.UTC(...parts));
  const back = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  if (back.some((part, i) => part !== parts[i]) || parts[0] < 1900 || parts[0] > 2199) return REFUSED;
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)?/.exec(zone) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset > 14 * 60 || Number(minutes) > 59) return REFUSED;
  return date.getTime() + Number(fraction.slice(0, 3).padEnd(3, '0')) - (sign === '-' ? -offset : offset) * 60_000;
};

test('mangled ISO texts are what the runtime makes of them, or refused', () => {
  const kind = timestamp({}, { source: zoneOf('UTC'), report: zoneOf('UTC') });
  let accepted = 0;
  fc.assert(
    fc.property(iso, mangled('0123459-:T Z+.'), (text, mangle) => {
      const mangledText = mangle(text).trim();
      // Other grammars: figures without marks, years that stand last, points between the parts of a date.
      if (!/^\d{4}-/.test(mangledText) || /[ap]m/i.test(mangledText)) return;
      const value = kind.parse(mangledText);
      expect([mangledText, value]).toEqual([mangledText, reference(mangledText)]);
      if (value !== REFUSED) accepted++;
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(2_500);
});
