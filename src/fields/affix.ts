import { bare } from './blank.ts';
import { currenciesOf, currencyOf } from './currency.ts';

/** A number's text, taken apart: `(US$ 1,234.50)` is a negative `1,234.50` in USD. */
export interface Peeled {
  /** Digits and marks, not checked yet. */
  readonly core: string;
  readonly negative: boolean;
  readonly percent: boolean;
  /** The ISO code; null for a sign that several currencies share; undefined without sign or code. */
  readonly currency: string | null | undefined;
  /** The sign or code as it is written, the last of two; undefined without one. */
  readonly sign: string | undefined;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isMinus = (c: number): boolean => c === 45 || c === 0x2212;
const isDash = (c: number): boolean => c === 0x2013 || c === 0x2014;
const isMark = (c: number): boolean => c === 46 || c === 44;
const isSpace = (c: number): boolean => c === 32 || c === 160 || c === 0x202f || (c >= 0x2000 && c <= 0x200a);
const endsSign = (c: number): boolean =>
  isDigit(c) || isMinus(c) || isSpace(c) || c === 43 || c === 40 || c === 41 || c === 37;

/** Removes sign, parentheses, currency and percent from a number; null if they contradict each other or are unknown. */
export const peel = (text: string): Peeled | null => {
  const s = bare(text);
  let from = 0;
  let to = s.length;
  let signs = 0;
  let negative = false;
  let open = false;
  let percent = false;
  let named = 0;
  let currency: string | null | undefined;
  let written: string | undefined;

  const name = (sign: string): boolean => {
    const found = currencyOf(sign);
    if (found === undefined || ++named > 2) return false;
    if (currency && found && currency !== found) return false;
    // Of `$` and `CAD` the more specific one is used.
    if (found || !currency) written = sign;
    currency = found ?? currency ?? null;
    return true;
  };

  while (from < to) {
    const c = s.charCodeAt(from);
    if (isDigit(c)) break;
    if (isMinus(c) || c === 43 || c === 40) {
      if (++signs > 1) return null;
      negative = c !== 43;
      open = c === 40;
      from++;
    } else if (isSpace(c)) {
      from++;
    } else {
      let end = from + 1;
      while (end < to && !endsSign(s.charCodeAt(end))) end++;
      if (!name(s.slice(from, end))) {
        // A mark before the digits belongs to them: `$.50`.
        if (s[end - 1] !== '.' && s[end - 1] !== ',') return null;
        end--;
        if (end === from) break;
        if (!name(s.slice(from, end))) return null;
      }
      from = end;
    }
  }

  while (to > from) {
    const c = s.charCodeAt(to - 1);
    if (isDigit(c)) break;
    if (isDash(c) && to - from > 2 && isMark(s.charCodeAt(to - 2)) && isDigit(s.charCodeAt(to - 3))) {
      // A dash in place of cents: `12.–`.
      to -= 2;
    } else if (isMinus(c)) {
      if (++signs > 1) return null;
      negative = true;
      to--;
    } else if (c === 41) {
      if (!open) return null;
      open = false;
      to--;
    } else if (c === 37) {
      if (percent) return null;
      percent = true;
      to--;
    } else if (isSpace(c)) {
      to--;
    } else {
      let start = to - 1;
      while (start > from && !endsSign(s.charCodeAt(start - 1))) start--;
      if (!name(s.slice(start, to))) return null;
      to = start;
    }
  }
  if (open) return null;
  return { core: s.slice(from, to), negative, percent, currency, sign: written };
};

/** The currencies that an amount may be in by the sign or code in its cell, and how it is written; null if it has none. */
export const signIn = (text: string): { readonly sign: string; readonly codes: readonly string[] } | null => {
  if (isPlain(text)) return null;
  const sign = peel(text)?.sign;
  return sign === undefined ? null : { sign, codes: currenciesOf(sign) };
};

/** Nearly all amounts: digits, or a minus, at both ends. */
const isPlain = (text: string): boolean => {
  if (text === '') return true;
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return (isDigit(first) || first === 45) && isDigit(last);
};

/** The ISO code that a cell names, by code or sign, with or without an amount: `49,90 €` is EUR. A bare `$` names none. */
export const currencyIn = (text: string): string | null => {
  const amount = peel(text);
  return amount?.currency ? amount.currency : null;
};
