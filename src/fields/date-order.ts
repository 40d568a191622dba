import { bare } from './blank.ts';
import { type DateOrder, dateAt, dayOf, numericParts } from './date-text.ts';

/** What one cell says about its column: an order, that it needs none (`ymd`), or that it needs one (`either`). */
export type DateEvidence = 'dmy' | 'mdy' | 'ymd' | 'either';

const isDay = (year: number, month: number, day: number): boolean => typeof dayOf(year, month, day) === 'number';

/** The order that a date proves: the one in which it is a day, if it is not one in the other. Null if it is no date. */
export const dateEvidence = (text: string): DateEvidence | null => {
  const trimmed = bare(text);
  const parts = numericParts(trimmed);
  if (parts === null || parts.yearFirst) return typeof dateAt(trimmed, 'ymd') === 'string' ? null : 'ymd';
  const dmy = isDay(parts.last, parts.second, parts.first);
  const mdy = isDay(parts.last, parts.first, parts.second);
  if (dmy && mdy) return 'either';
  return dmy ? 'dmy' : mdy ? 'mdy' : null;
};

/** Nearly all dates of nearly all files: in ISO order, which needs no other. */
const isoStart = /^\d{4}-/;

/** What the cells of a column say about the order of its dates. */
export class DateOrderEvidence {
  #balance = 0;
  #needed = false;
  #sample = '';

  add(text: string): void {
    if (isoStart.test(text)) return;
    const found = dateEvidence(text);
    if (found === null || found === 'ymd') return;
    if (!this.#needed) this.#sample = text;
    this.#needed = true;
    if (found !== 'either') this.#balance += found === 'dmy' ? 1 : -1;
  }

  /** The first cell that needs an order; empty if none does. */
  get sample(): string {
    return this.#sample;
  }

  /**
   * What most of the cells that prove an order prove. `ymd` if no cell needs one; `ambiguous` if some do and nothing
   * proves it, or both equally.
   */
  get order(): DateOrder | 'ambiguous' {
    if (!this.#needed) return 'ymd';
    return this.#balance === 0 ? 'ambiguous' : this.#balance > 0 ? 'dmy' : 'mdy';
  }
}

/** The order of a column: what the user says, else what its cells prove. */
export const decideDateOrder = (texts: Iterable<string>, configured?: DateOrder): DateOrder | 'ambiguous' => {
  if (configured !== undefined) return configured;
  const evidence = new DateOrderEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.order;
};
