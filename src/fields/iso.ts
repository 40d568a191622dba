import { DAY_MS, day, daysInMonth, MINUTE_MS } from '../core/civil.ts';
import type { Zone } from '../core/zone.ts';
import { instantSql } from '../core/zone-sql.ts';
import type { SqlForm } from './field.ts';

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

/** The same in SQL; a date that does not print as it is written is invalid. */
export const isoDaySql: SqlForm = (cell, step) => {
  const date = step(`TRY_CAST(${cell} AS DATE)`);
  return `CASE WHEN strlen(${cell}) = 10 AND CAST(${date} AS VARCHAR) = ${cell} AND ${date} BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'
    THEN CAST(${date} - DATE '1970-01-01' AS BIGINT) END`;
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

const clockSql = '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]';
const aheadSql = '[+-](0[0-9]|1[0-3])';

// Of these, times of this century with an offset below ten hours, checked in less time than a regular expression takes,
// and only for what the cast after it would accept wrongly: blanks for the first digit of an hour or the last one of a
// second (of a format: of a day), a fraction without digits, an offset of sixty minutes. No hour from 25 on is cast;
// 24:00:00 is.
const dayGlob = '20??-??-?[0-9]';
const clockGlob = '[0-2]?:??:?[0-9]';
const aheadGlob = '[-+]0?';

/** The same in SQL, except decimals; also without seconds. The forms of analytics and Shopify come first. */
export const isoInstantSql =
  (source: Zone): SqlForm =>
  (cell, step) => {
    const local = step(
      `CASE strlen(${cell}) WHEN 19 THEN epoch_ms(TRY_CAST(${cell} AS TIMESTAMP)) WHEN 16 THEN epoch_ms(TRY_CAST(${cell} || ':00' AS TIMESTAMP)) END`,
    );
    const wall = `epoch_ms(TRY_CAST(substr(${cell}, 1, 19) AS TIMESTAMP))`;
    const ahead = `CAST(right(replace(${cell}, ':', ''), 4)[1:2] AS INTEGER) * 60 + CAST(right(${cell}, 2) AS INTEGER)`;
    const years = `${cell} >= '1900' AND ${cell} < '2200'`;
    // A separate format: with a list of formats DuckDB turns 30 February into 2 March.
    const spaced = `try_strptime(${cell}, '%Y-%m-%d %H:%M:%S %z')`;
    return `CASE WHEN strlen(${cell}) = 25 AND ${cell} GLOB '${dayGlob}T${clockGlob}${aheadGlob}:[0-5]?' AND NOT contains(${cell}, 'T24') THEN epoch_ms(TRY_CAST(${cell} AS TIMESTAMPTZ))
    WHEN strlen(${cell}) = 25 AND ${cell} GLOB '${dayGlob} ${clockGlob} ${aheadGlob}[0-5]?' AND NOT contains(${cell}, ' 24') THEN epoch_ms(${spaced})
    WHEN regexp_full_match(${cell}, '${clockSql}:[0-5][0-9](${aheadSql}:[0-5][0-9]|Z)') AND ${years} THEN epoch_ms(TRY_CAST(${cell} AS TIMESTAMPTZ))
    WHEN regexp_full_match(${cell}, '${clockSql}:[0-5][0-9] ?${aheadSql}:?[0-5][0-9]') AND ${years} THEN ${wall} - CASE WHEN contains(${cell}, '+') THEN ${ahead} ELSE -(${ahead}) END * ${MINUTE_MS}
    WHEN regexp_full_match(${cell}, '${clockSql}(:[0-5][0-9])?') AND ${years} THEN ${instantSql(local, source)} END`;
  };

const numericSql = ['/', '[.]', '-'].map((by) => `[0-9]{2}${by}[0-9]{2}${by}[0-9]{4}`).join('|');

/** A cell with a date such as `31/12/2026` at its start in the order of ISO, in SQL; other cells as they are. */
export const inIsoOrder = (order: 'ymd' | 'dmy' | 'mdy', form: SqlForm): SqlForm => {
  if (order === 'ymd') return form;
  const [month, dayOfMonth] = order === 'dmy' ? [4, 1] : [1, 4];
  return (cell, step) =>
    form(
      step(
        `CASE WHEN regexp_full_match(${cell}, '(${numericSql})( [0-9:]{5,8})?') THEN concat(substr(${cell}, 7, 4), '-', substr(${cell}, ${month}, 2), '-', substr(${cell}, ${dayOfMonth}, 2), substr(${cell}, 11)) ELSE ${cell} END`,
      ),
      step,
    );
};
