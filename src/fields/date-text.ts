import { type Day, day, daysInMonth } from '../core/civil.ts';
import type { Reason } from './field.ts';
import { folded, monthNumber, weekdayNames } from './month-names.ts';

/** How the column writes dates whose year is not first: `dmy` or `mdy`; `ymd` if it has none of them. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A date found at the beginning of a text, and what comes after it. */
export interface DateText {
  readonly day: Day;
  readonly rest: string;
}

/** The day of a date, if there is such a day; years are kept to 1900-2199, so that an id is not read as a date. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day | 'no_such_day' | 'out_of_range' => {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return 'no_such_day';
  return year < 1900 || year > 2199 ? 'out_of_range' : day(year, month, dayOfMonth);
};

const compact = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)$|(?=$|[T\s]))/;
const numeric = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?=$|[Tt\s,])/;
const dayFirst =
  /^(\d{1,2})(?:\.\s*|(?:er|st|nd|rd|th)?[\s-]+)(?:de\s+)?([a-z]+)\.?,?[\s-]+(?:del?\s+)?(\d{4}|\d\d)(?=$|[\s,])/;
const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\s,])/;

const dayAndMonth = /^(\d{1,2})(?:\.\s*|(?:er|st|nd|rd|th|\u00ba)?\s+)(?:de\s+)?([a-z]+)\.?$/;
const monthAndDay = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/;

/** A day of any year, in words: `8 de marzo`, `April 12`; null for other texts. */
export const dayWithoutYear = (text: string): { readonly month: number; readonly day: number } | null => {
  const plain = folded(text.trim());
  const ahead = dayAndMonth.exec(plain);
  const found = ahead ?? monthAndDay.exec(plain);
  if (found === null) return null;
  const [, a = '', b = ''] = found;
  const [digits, name] = ahead === null ? [b, a] : [a, b];
  const month = monthNumber(name);
  const day = Number(digits);
  // 2024 has all days that a year may have.
  return month === 0 || day < 1 || day > daysInMonth(2024, month) ? null : { month, day };
};

/** Two digits of a year are 20yy. */
const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

interface NumericParts {
  readonly first: number;
  readonly second: number;
  readonly last: number;
  readonly yearFirst: boolean;
  readonly rest: string;
}

/** The three numbers of `1.2.2026` and the like; null for other texts. A year of three digits is not valid. */
export const numericParts = (text: string): NumericParts | null => {
  const found = numeric.exec(text);
  if (found === null) return null;
  const [all, first = '', , second = '', last = ''] = found;
  const yearFirst = first.length === 4;
  if (yearFirst ? last.length > 2 : first.length > 2 || last.length % 2 !== 0) return null;
  return {
    first: Number(first),
    second: Number(second),
    last: yearFirst ? Number(last) : yearOf(last),
    yearFirst,
    rest: text.slice(all.length),
  };
};

/** Reads a date, in words or figures, at the start of a trimmed text; the reason if there is none. */
export const dateAt = (text: string, order: DateOrder): DateText | Reason => {
  // Most texts of a file are words: no date is without a figure.
  if (text.length > 80 || !/\d/.test(text)) return 'not_a_date';
  const found = plainDate(text, order);
  if (found !== 'not_a_date') return found;
  // Only now, because `mar` is March before a day in English and Tuesday before a date in French.
  const word = /^(\p{L}+)\.?,?\s+/u.exec(text);
  return word !== null && weekdayNames.has(folded(word[1]!)) ? plainDate(text.slice(word[0].length), order) : found;
};

const plainDate = (text: string, order: DateOrder): DateText | Reason => {
  const parts = numericParts(text);
  if (parts !== null) return numericDate(parts, order);
  const digits = compact.exec(text);
  if (digits === null) return namedDate(folded(text));
  const [all, year, month, dayOfMonth, hour] = digits;
  const found = dayOf(Number(year), Number(month), Number(dayOfMonth));
  if (typeof found === 'string') return found;
  return { day: found, rest: hour === undefined ? text.slice(all.length) : ` ${hour}:00` };
};

const numericDate = (parts: NumericParts, order: DateOrder): DateText | Reason => {
  const { first, second, last, rest } = parts;
  let found: Day | Reason;
  if (parts.yearFirst) {
    found = dayOf(first, second, last);
  } else if (order === 'ymd') {
    return typeof dayOf(last, second, first) === 'string' && typeof dayOf(last, first, second) === 'string'
      ? 'no_such_day'
      : 'ambiguous';
  } else {
    const [month, dayOfMonth] = order === 'dmy' ? [second, first] : [first, second];
    found = dayOf(last, month, dayOfMonth);
    // It would be a date in the other order, in which it is not read.
    if (found === 'no_such_day' && typeof dayOf(last, dayOfMonth, month) === 'number') return 'breaks_convention';
  }
  return typeof found === 'string' ? found : { day: found, rest };
};

/** A date with the month in words. */
const namedDate = (text: string): DateText | Reason => {
  const ahead = dayFirst.exec(text);
  const found = ahead ?? monthFirst.exec(text);
  if (found === null) return 'not_a_date';
  const [all, a = '', b = '', year = ''] = found;
  const [dayOfMonth, name] = ahead === null ? [b, a] : [a, b];
  const month = monthNumber(name);
  if (month === 0) return 'not_a_date';
  const day = dayOf(yearOf(year), month, Number(dayOfMonth));
  return typeof day === 'string' ? day : { day, rest: text.slice(all.length) };
};
