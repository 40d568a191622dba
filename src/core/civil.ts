/**
 * Dates of the proleptic Gregorian calendar as whole numbers. No `Date`, hence no system time zone;
 * integer arithmetic only, because every record passes through it.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** Local wall-clock time, as milliseconds "as if UTC". */
export type Wall = number;
/** Local days since 1970-01-01, whole. */
export type Day = number;
/**
 * Local wall-clock hours since 1970-01-01T00 local, whole: `day * 24 + hour of day`. The autumn hour that occurs twice
 * is one Hour; the spring hour that does not occur is a number no instant has.
 */
export type Hour = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const DAY_HOURS = 24;

export interface Civil {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
}

// The calendar repeats every 400 years, an "era" of 146,097 days. Eras and years are counted from 1 March, so that the
// leap day is the last of its year and the months before it have fixed lengths: floor((153 * m + 2) / 5) days before
// month m, March being 0. 719,468 days lie between 0000-03-01 and 1970-01-01.
const ERA_YEARS = 400;
const ERA_DAYS = 146_097;
const MARCH_0000 = 719_468;

/** The day of a date: `day(1970, 1, 1)` is 0, `day(2026, 11, 22)` is 20779. The date must exist. */
export function day(year: number, month: number, dayOfMonth: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / ERA_YEARS);
  const yearOfEra = marchYear - era * ERA_YEARS;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - MARCH_0000;
}

/** The date of a day: `civil(20779)` is `{ year: 2026, month: 11, day: 22 }`. */
export function civil(of: Day): Civil {
  const shifted = of + MARCH_0000;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  // Removes the leap days passed (one in 1,460 days, none in 36,524, one in 146,096), which leaves years of 365 days.
  const leapless =
    dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor(leapless / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * ERA_YEARS + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** `daysInMonth(2024, 2)` is 29. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `dayText(20779)` is `2026-11-22`; for the years 0001 to 9999. */
export function dayText(of: Day): string {
  const { year, month, day: dayOfMonth } = civil(of);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** The day of `YYYY-MM-DD`; null for any other form and for dates that do not exist: `2026-02-29`, `0000-01-01`. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return day(year, month, dayOfMonth);
}

export function dayOfHour(hour: Hour): Day {
  return Math.floor(hour / DAY_HOURS);
}

/** Monday is 1, Sunday 7: `weekday(day(2026, 11, 22))` is 7. */
export function weekday(of: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0 was a Thursday.
  return (modulo(of + 3, 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The remainder that is never negative: `modulo(-1, 7)` is 6. */
export function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

/** `yearText(987)` is `0987`. */
export function yearText(year: number): string {
  return year >= 1000 ? String(year) : String(year).padStart(4, '0');
}

/** `twoDigits(7)` is `07`. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const HYPHEN = 45;
const ZERO = 48;

/** The number written from `start` to before `end`, -1 if a character is not a digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
