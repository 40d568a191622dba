import { DAY_MS, type Day, day, daysInMonth } from '../core/civil.ts';
import { bare } from './blank.ts';
import { decideDateOrder } from './date-order.ts';
import { type DateOrder, dayOf } from './date-text.ts';
import { momentOf } from './moment.ts';
import { folded, monthNumber } from './month-names.ts';

/** Whole days, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The days of `March 2026`, `mars 2026`, `marzo de 2026`, `2026-03` or `03/2026`. */
export const month = (text: string): DayRange | null => {
  const trimmed = folded(bare(text));
  const figures = /^(\d{4})[-/.](\d{1,2})$/.exec(trimmed) ?? /^(\d{1,2})[-/.](\d{4})$/.exec(trimmed);
  if (figures !== null) {
    const [, a = '', b = ''] = figures;
    return a.length === 4 ? daysOfMonth(Number(a), Number(b)) : daysOfMonth(Number(b), Number(a));
  }
  const [, name = '', year = ''] = /^([a-z]+)\.?,?\s+(?:de\s+)?(\d{4})$/.exec(trimmed) ?? [];
  return daysOfMonth(Number(year), monthNumber(name));
};

const daysOfMonth = (year: number, monthOfYear: number): DayRange | null => {
  const from = dayOf(year, monthOfYear, 1);
  return typeof from === 'string' ? null : { from, to: day(year, monthOfYear, daysInMonth(year, monthOfYear)) };
};

/** Where a range may be split: a dash, a comma, or a word between two dates. */
const parting = /\s*[-\u2010-\u2015\u2212]\s*|\s+(?:to|au|a|al|bis|until)\s+|,/giu;

/**
 * The days that a report's preamble names: `March 1, 2026 - March 31, 2026`, `20260301-20260331`, `1 sept. 2026 – 2
 * sept. 2026`, one day, or a month. What the two dates share may be written once: `Jul 1 - Sep 28 2026`, `1–31 mars
 * 2026`, `Mar 1 – 31, 2026`. For `3/1/2026 - 3/31/2026` the order is the given one, else the one that the two dates
 * prove; otherwise null.
 */
export const dateRange = (text: string, order?: DateOrder): DayRange | null => {
  const trimmed = bare(text.replace(/^[\s#]+/, '')).replace(/^(?:du|from|vom|del|desde)\s+/i, '');
  if (trimmed.length > 120) return null;
  const single = dayIn(trimmed, order);
  if (single !== null) return { from: single, to: single };
  const whole = month(trimmed);
  if (whole !== null) return whole;
  for (const parted of trimmed.matchAll(parting)) {
    const left = trimmed.slice(0, parted.index);
    const right = trimmed.slice(parted.index + parted[0].length);
    const found = between(left, right, order);
    if (found !== null) return found;
  }
  return null;
};

const between = (left: string, right: string, configured?: DateOrder): DayRange | null => {
  const order = configured ?? orderOf([left, right]);
  const [, name = ''] = /^(\p{L}+\.?\s+)\d{1,2}$/u.exec(left) ?? [];
  const to = dayIn(right, order) ?? month(right)?.to ?? dayIn(name + right, order);
  if (to === null) return null;
  const [year = ''] = /\d{4}$/.exec(right) ?? [];
  const from =
    dayIn(left, order) ??
    month(left)?.from ??
    dayIn(`${left} ${year}`, order) ??
    (/^\d{1,2}\.?$/.test(left) ? dayIn(right.replace(/^\d{1,2}\.?/, left), order) : null);
  return from === null || from > to ? null : { from, to };
};

const orderOf = (texts: readonly string[]): DateOrder | undefined => {
  const order = decideDateOrder(texts);
  return order === 'ambiguous' ? undefined : order;
};

/** The day of a date that may have a time of day. */
const dayIn = (text: string, order: DateOrder | undefined): Day | null => {
  const found = momentOf(text, { order: order ?? orderOf([text]) });
  if (typeof found === 'string' || found.is === 'instant') return null;
  return found.is === 'day' ? found.at : Math.floor(found.at / DAY_MS);
};
