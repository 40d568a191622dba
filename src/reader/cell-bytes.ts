import { DAY_MS, day, daysInMonth, MINUTE_MS } from '../core/civil.ts';
import type { Zone } from '../core/zone.ts';

/**
 * Values read from the bytes of a cell, without making a text of it: the forms that nearly all cells of nearly all
 * files have. Each of these functions gives exactly what the parser on texts gives, or `UNSURE`: then that parser reads
 * this one cell.
 */
export const UNSURE = Infinity;

const lift = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

/** A minus or none, digits, at most one `mark` with one to six digits after it: in millionths. */
export function numberIn(bytes: Uint8Array, from: number, to: number, mark: number): number {
  const negative = bytes[from] === 45 && from < to;
  let at = negative ? from + 1 : from;
  const start = at;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const c = bytes[at]!;
    if (c >= 48 && c <= 57) digits = digits * 10 + (c - 48);
    else if (c === mark && point < 0) point = at;
    else return UNSURE;
  }
  const places = point < 0 ? 0 : to - 1 - point;
  if (to === start || places > 6 || (point >= 0 && places === 0)) return UNSURE;
  const value = digits * lift[places]!;
  if (value > Number.MAX_SAFE_INTEGER) return UNSURE;
  return negative && value !== 0 ? -value : value;
}

/** Two digits; far above any if they are not. */
function two(bytes: Uint8Array, at: number): number {
  const a = bytes[at]! - 48;
  const b = bytes[at + 1]! - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : UNSURE;
}

/** The last date read, by its digits: rows are mostly in order of time. */
export class Dates {
  #digits = -1;
  #day = UNSURE;

  /** The day of the `YYYY-MM-DD` at a place of a cell with room for it. */
  day(bytes: Uint8Array, at: number): number {
    if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return UNSURE;
    const year = two(bytes, at) * 100 + two(bytes, at + 2);
    const month = two(bytes, at + 5);
    const dayOfMonth = two(bytes, at + 8);
    const digits = year * 10_000 + month * 100 + dayOfMonth;
    if (digits === this.#digits) return this.#day;
    if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return UNSURE;
    if (dayOfMonth > daysInMonth(year, month)) return UNSURE;
    this.#digits = digits;
    this.#day = day(year, month, dayOfMonth);
    return this.#day;
  }

  /** The day of a cell that is `YYYY-MM-DD`. */
  wholeDay(bytes: Uint8Array, from: number, to: number): number {
    return to - from === 10 ? this.day(bytes, from) : UNSURE;
  }

  /**
   * The instant of `YYYY-MM-DD HH:MM:SS`, with `T` or a blank, and `Z`, `+0100`, ` +0100`, `+01:00` or no offset at
   * all.
   */
  instant(bytes: Uint8Array, from: number, to: number, source: Zone): number {
    const length = to - from;
    if (length < 19 || length > 26) return UNSURE;
    const sign = bytes[from + 10];
    if ((sign !== 32 && sign !== 84) || bytes[from + 13] !== 58 || bytes[from + 16] !== 58) return UNSURE;
    const hour = two(bytes, from + 11);
    const minute = two(bytes, from + 14);
    const second = two(bytes, from + 17);
    if (!(hour <= 23 && minute <= 59 && second <= 59)) return UNSURE;
    const wall = this.day(bytes, from) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000;
    if (wall === UNSURE) return UNSURE;
    let at = from + 19;
    if (at === to) return source.instant(wall);
    if (bytes[at] === 90) return at + 1 === to ? wall : UNSURE;
    if (bytes[at] === 32) at++;
    const ahead = bytes[at];
    if (ahead !== 43 && ahead !== 45) return UNSURE;
    const colon = bytes[at + 3] === 58 ? 1 : 0;
    if (at + 5 + colon !== to) return UNSURE;
    const hours = two(bytes, at + 1);
    const minutes = two(bytes, at + 3 + colon);
    const offset = hours * 60 + minutes;
    if (!(minutes <= 59 && offset <= 14 * 60)) return UNSURE;
    return ahead === 43 ? wall - offset * MINUTE_MS : wall + offset * MINUTE_MS;
  }
}

/** What the bytes of a key are. */
export const keyForm = { unsure: 0, asIs: 1, digits: 2, capitals: 3 } as const;

/**
 * How a cell of the type `key` is written: as its key, as one of digits with marks to take out, or as an address with
 * capitals. Unsure: any other.
 */
export function keyFormOf(bytes: Uint8Array, from: number, to: number): number {
  let seen = 0;
  let marks = 0;
  for (let at = from; at < to; at++) {
    const one = classes[bytes[at]!]!;
    seen |= one;
    marks += one & sort.mark;
  }
  if ((seen & sort.other) !== 0) return keyForm.unsure;
  if ((seen & sort.sign) !== 0) return (seen & sort.capital) !== 0 ? keyForm.capitals : keyForm.asIs;
  if ((seen & (sort.letter | sort.capital)) !== 0) return to - from > 4 ? keyForm.asIs : keyForm.unsure;
  if (to - from - marks / sort.mark < 7 || (seen & sort.digit) === 0) return keyForm.unsure;
  return marks > 0 ? keyForm.digits : keyForm.asIs;
}

/** Sorts of bytes, each a bit of its own. `strange`: beyond ASCII, or a `+`; they are `other` as well. */
const sort = { zero: 1, digit: 2, letter: 4, capital: 8, sign: 16, mark: 32, other: 64, strange: 128 } as const;

/** The sort of each byte in a key. */
const classes = Uint8Array.from({ length: 256 }, (_, c) => {
  if (c === 48) return sort.zero;
  if (c > 48 && c <= 57) return sort.digit;
  if ((c >= 97 && c <= 122) || c === 95) return sort.letter;
  if (c >= 65 && c <= 90) return sort.capital;
  if (c === 64) return sort.sign;
  if (c === 45 || c === 46) return sort.mark;
  return c >= 127 || c === 43 ? sort.other | sort.strange : sort.other;
});

/** Whether a cell of the type `text` is ASCII with no blank at an end, and has no `+`: an id that is its own text. */
export function isPlainText(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to || bytes[from]! <= 32 || bytes[to - 1]! <= 32) return false;
  let seen = 0;
  for (let at = from; at < to; at++) seen |= classes[bytes[at]!]!;
  return (seen & sort.strange) === 0;
}
