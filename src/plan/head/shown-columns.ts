import { emailInside } from '../../core/email-inside.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import { isDate, isNumber } from './column-cells.ts';
import type { Records } from './head-records.ts';

const short = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name);

/** Whether a cell is a value rather than the name of a column: an e-mail, a date, an amount, a number of an order. */
export const isDatum = (cell: string): boolean => {
  const text = cell.trim();
  return text !== '' && (emailInside.test(text) || /\d{5}|^#\d/.test(text) || isNumber(text) || isDate(text));
};

/**
 * Whether a first row holds data and no names of columns. It is never printed then: it may be a customer. Also if a
 * cell repeats further down, as statuses and countries do; a header that is repeated does so in all of its cells.
 */
export function isData(row: readonly string[], below: Records): boolean {
  if (row.some(isDatum)) return true;
  const filled = row.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const near = below.slice(0, 10);
  const alike = near.filter((other) => {
    const same = filled.filter((at) => other[at]?.trim() === row[at]!.trim());
    return same.length > 0 && same.length < filled.length;
  });
  return alike.length >= Math.min(2, near.length) && alike.length > 0;
}

/** The name of a column as messages print it: short, and never one that holds a customer's address or number. */
export const shownName = (name: string): string => (emailInside.test(name) || /\d{5}/.test(name) ? '…' : short(name));

/** A few names of columns, and how many there are. */
export function columnsText(names: readonly string[]): Text {
  const filled = names.filter((name) => name.trim() !== '');
  const first = filled.slice(0, 6).map(shownName).join(', ');
  const count = filled.length;
  if (count <= 6) return sameInAll(first);
  return { en: `${first}, … (${count} in all)`, fr: `${first}, … (${count} au total)` };
}
