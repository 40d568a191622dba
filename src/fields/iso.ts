import { DAY_MS, day, daysInMonth, MINUTE_MS } from '../core/civil.ts';
import type { Zone } from '../core/zone.ts';

/** What these functions return for every text that they do not handle. */
export const NOT_ISO = Infinity;

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NOT_ISO;
};

/** Two digits; at least NOT_ISO if they are not. */
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** The day of the `YYYY-MM-DD` at the start of a text; NOT_ISO if there is none, or none such. */
const dayAtStart = (text: string): number => {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NOT_ISO;
  return dayFrom(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
};

const dayFrom = (year: number, month: number, dayOfMonth: number): number => {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return NOT_ISO;
  return dayOfMonth <= daysInMonth(year, month) ? day(year, month, dayOfMonth) : NOT_ISO;
};

/** The day of `YYYY-MM-DD` or `YYYYMMDD` and nothing else. */
export const isoDay = (text: string): number => {
  if (text.length === 10) return dayAtStart(text);
  return text.length === 8 ? dayFrom(two(text, 0) * 100 + two(text, 2), two(text, 4), two(text, 6)) : NOT_ISO;
};

/**
 * The instant of `YYYY-MM-DD HH:MM:SS`, with `T` or a blank, up to three decimals, and `Z`, `+0100`, ` +0100` or
 * `+01:00` or no offset at all. Nearly all times of nearly all files; by character codes, without allocation.
 */
export const isoInstant = (text: string, source: Zone): number => {
  const length = text.length;
  if (length < 19 || length > 30) return NOT_ISO;
  const t = text.charCodeAt(10);
  if ((t !== 32 && t !== 84) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return NOT_ISO;
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NOT_ISO;
  let wall = dayAtStart(text) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
  if (wall === NOT_ISO) return NOT_ISO;
  let at = 19;
  if (at < length && text.charCodeAt(at) === 46) {
    at++;
    let worth = 100;
    for (; worth >= 1 && at < length; at++, worth /= 10) {
      const value = digit(text, at);
      if (value === NOT_ISO) break;
      wall += value * worth;
    }
    if (worth === 100) return NOT_ISO;
  }
  if (at === length) return source.instant(wall);
  if (text.charCodeAt(at) === 90) return at + 1 === length ? wall : NOT_ISO;
  if (text.charCodeAt(at) === 32) at++;
  const sign = text.charCodeAt(at);
  if (sign !== 43 && sign !== 45) return NOT_ISO;
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
  if (at + 5 + colon !== length) return NOT_ISO;
  const hours = two(text, at + 1);
  const minutes = two(text, at + 3 + colon);
  const offset = hours * 60 + minutes;
  if (!(minutes <= 59 && offset <= 14 * 60)) return NOT_ISO;
  return sign === 43 ? wall - offset * MINUTE_MS : wall + offset * MINUTE_MS;
};
