import fc from 'fast-check';
import type { DateOrder } from '../../../src/fields/date-text.ts';

export interface Ymd {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

/** Days of 2000 to 2099, so that two digits of a year are enough. */
export const anyDate: fc.Arbitrary<Ymd> = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((days) => {
    const date = new Date(days * 86_400_000);
    return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
  });

const two = (n: number): string => String(n).padStart(2, '0');

/** As the runtime writes the month; for a day beyond the month's end the name is still that of the month. */
const monthName = (locale: string, style: 'long' | 'short', m: number): string =>
  new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(Date.UTC(2026, m - 1, 1));

const named = (locale: string, style: 'long' | 'short', write: (date: Ymd, month: string) => string) => {
  const names = Array.from({ length: 12 }, (_, i) => monthName(locale, style, i + 1));
  return (date: Ymd): string => write(date, names[date.m - 1] ?? '');
};

type Form = readonly [name: string, order: DateOrder | undefined, print: (date: Ymd) => string];

/** Ways to write a date; the order is given only where the form needs one. */
export const dateForms: readonly Form[] = [
  ['2026-03-01', undefined, ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`],
  ['2026/3/1', undefined, ({ y, m, d }) => `${y}/${m}/${d}`],
  ['20260301', undefined, ({ y, m, d }) => `${y}${two(m)}${two(d)}`],
  ['01/03/2026', 'dmy', ({ y, m, d }) => `${two(d)}/${two(m)}/${y}`],
  ['1.3.2026', 'dmy', ({ y, m, d }) => `${d}.${m}.${y}`],
  ['01-03-26', 'dmy', ({ y, m, d }) => `${two(d)}-${two(m)}-${two(y % 100)}`],
  ['03/01/2026', 'mdy', ({ y, m, d }) => `${two(m)}/${two(d)}/${y}`],
  ['3/1/26', 'mdy', ({ y, m, d }) => `${m}/${d}/${two(y % 100)}`],
  ['Mar 1, 2026', undefined, named('en-US', 'short', ({ y, d }, month) => `${month} ${d}, ${y}`)],
  ['March 1, 2026', undefined, named('en-US', 'long', ({ y, d }, month) => `${month} ${d}, ${y}`)],
  ['1 March 2026', undefined, named('en-GB', 'long', ({ y, d }, month) => `${d} ${month} ${y}`)],
  ['Sun, 1 Mar 2026', undefined, named('en-GB', 'short', ({ y, d }, month) => `Sun, ${d} ${month} ${y}`)],
  ['1 mars 2026', undefined, named('fr', 'long', ({ y, d }, month) => `${d} ${month} ${y}`)],
  ['1 févr. 2026', undefined, named('fr', 'short', ({ y, d }, month) => `${d} ${month} ${y}`)],
  ['1. März 2026', undefined, named('de', 'long', ({ y, d }, month) => `${d}. ${month} ${y}`)],
  ['1. Sept. 2026', undefined, named('de', 'short', ({ y, d }, month) => `${d}. ${month} ${y}`)],
  ['1 de marzo de 2026', undefined, named('es', 'long', ({ y, d }, month) => `${d} de ${month} de ${y}`)],
  ['1 mar 2026', undefined, named('es', 'short', ({ y, d }, month) => `${d} ${month} ${y}`)],
];
