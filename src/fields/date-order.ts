import { bare } from './blank.ts';
import { type DateOrder, dateAt, dayOf, numericParts } from './date-text.ts';

/** What one cell says about its column: an order, that it needs none (`ymd`), or that it needs one (`either`). */
export type DateEvidence = 'dmy' | 'mdy' | 'ymd' | 'either';

const isDay = (year: number, month: number, day: number): boolean => typeof dayOf(year, month, day) === 'number';

/** The order that a date proves: the one in which it is a day, if in the other it is none. Null for what is no date. */
export const dateEvidence = (text: string): DateEvidence | null => {
  const trimmed = bare(text);
  const parts = numericParts(trimmed);
  if (parts === null || parts.yearFirst) return typeof dateAt(trimmed, 'ymd') === 'string' ? null : 'ymd';
  const dmy = isDay(parts.last, parts.second, parts.first);
  const mdy = isDay(parts.last, parts.first, parts.second);
  if (dmy && mdy) return 'either';
  return dmy ? 'dmy' : mdy ? 'mdy' : null;
};

/** Nearly all dates of nearly all files: in the order of ISO, which needs no other. */
const isoStart = /^\d{4}-/;

/**
 * The order of a column: what the user says, else what most of the cells that prove one prove. `ymd` where no cell
 * needs an order; `ambiguous` where some do and nothing, or as much for the one as for the other, proves it.
 */
export const decideDateOrder = (texts: Iterable<string>, configured?: DateOrder): DateOrder | 'ambiguous' => {
  if (configured !== undefined) return configured;
  let balance = 0;
  let needed = false;
  for (const text of texts) {
    if (isoStart.test(text)) continue;
    const found = dateEvidence(text);
    if (found === null || found === 'ymd') continue;
    needed = true;
    if (found !== 'either') balance += found === 'dmy' ? 1 : -1;
  }
  if (!needed) return 'ymd';
  return balance === 0 ? 'ambiguous' : balance > 0 ? 'dmy' : 'mdy';
};
