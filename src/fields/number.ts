import { peel } from './affix.ts';
import { isBlankNumber } from './blank.ts';
import { BLANK, type FieldKind, REFUSED, type Reason } from './field.ts';
import { type Decimal, digitsOf, hundredth, millionths, scaledBy } from './numeral.ts';
import { NOT_PLAIN, plainNumber } from './plain-number.ts';

export interface NumberShape {
  /** The column's decimal mark; a value that needs the other one is refused. */
  readonly decimal: Decimal;
}

export interface RatioShape extends NumberShape {
  /** What a number without `%` is: 0.123 as a `fraction` (the default), 12.3 as a `percent`. */
  readonly bare?: 'fraction' | 'percent';
}

const otherMark = (decimal: Decimal): Decimal => (decimal === '.' ? ',' : '.');

/** Why a text that is not blank is no number; by its digits, not its size. */
const whyNoNumber = (text: string, decimal: Decimal): Reason | null => {
  const parts = peel(text);
  if (parts === null) return 'not_a_number';
  if (digitsOf(parts.core, decimal) !== null) return null;
  return digitsOf(parts.core, otherMark(decimal)) === null ? 'not_a_number' : 'breaks_convention';
};

/** Checked last, because a blank cell is never also a number. */
const blankOrRefused = (text: string): number => (isBlankNumber(text) ? BLANK : REFUSED);

/** An amount or any other decimal number. */
export const number = ({ decimal }: NumberShape): FieldKind => {
  const mark = decimal.charCodeAt(0);
  const slow = (text: string): number => {
    const parts = peel(text);
    if (parts === null || parts.percent) return blankOrRefused(text);
    const digits = digitsOf(parts.core, decimal);
    return digits === null ? blankOrRefused(text) : millionths(digits, parts.negative);
  };
  return {
    id: 'number',
    doc: `A number with "${decimal}" before its decimals, rounded to six. Thousands in groups of three, a sign, parentheses and a currency are understood; exponents, percents and 9007199254.740992 or more are refused.`,
    parse: (text) => {
      if (text === '') return BLANK;
      const value = plainNumber(text, mark);
      return value !== NOT_PLAIN ? value : slow(text);
    },
    why: (text) => {
      if (slow(text) !== REFUSED) return null;
      return whyNoNumber(text, decimal) ?? (peel(text)?.percent ? 'unexpected_percent' : 'too_large');
    },
  };
};

/** A share: `12.3 %` and 0.123 are the same. */
export const ratio = ({ decimal, bare = 'fraction' }: RatioShape): FieldKind => {
  const mark = decimal.charCodeAt(0);
  const slow = (text: string): number => {
    const parts = peel(text);
    if (parts === null || parts.currency !== undefined) return blankOrRefused(text);
    const digits = digitsOf(parts.core, decimal);
    if (digits === null) return blankOrRefused(text);
    return millionths(parts.percent || bare === 'percent' ? hundredth(digits) : digits, parts.negative);
  };
  return {
    id: bare === 'percent' ? 'percent' : 'ratio',
    doc: `A share with "${decimal}" before its decimals: a percentage with "%", or a bare ${bare}.`,
    parse: (text) => {
      const value = bare === 'fraction' ? plainNumber(text, mark) : NOT_PLAIN;
      return value !== NOT_PLAIN ? value : slow(text);
    },
    why: (text) => {
      if (slow(text) !== REFUSED) return null;
      return whyNoNumber(text, decimal) ?? (peel(text)?.currency !== undefined ? 'not_a_number' : 'too_large');
    },
  };
};

/** A count. */
export const integer = ({ decimal }: NumberShape): FieldKind => {
  const mark = decimal.charCodeAt(0);
  const digitsIn = (text: string) => {
    const parts = peel(text);
    if (parts === null || parts.percent || parts.currency !== undefined) return null;
    const digits = digitsOf(parts.core, decimal);
    return digits && { whole: /^0*$/.test(digits.fraction), value: millionths(digits, parts.negative) };
  };
  const slow = (text: string): number => {
    const found = digitsIn(text);
    if (!found) return blankOrRefused(text);
    return found.whole ? found.value : REFUSED;
  };
  return {
    id: 'integer',
    doc: `A whole number, thousands in groups of three; after "${decimal}" only zeros.`,
    parse: (text) => {
      const value = plainNumber(text, mark);
      return value !== NOT_PLAIN && value % 1e6 === 0 ? value : slow(text);
    },
    why: (text) => {
      if (slow(text) !== REFUSED) return null;
      const found = digitsIn(text);
      if (found) return found.whole ? 'too_large' : 'not_whole';
      return whyNoNumber(text, decimal) ?? (peel(text)?.percent ? 'unexpected_percent' : 'not_a_number');
    },
  };
};

/**
 * A number in units of 10^-places, such as an exchange rate of up to twelve places; of any size up to thirty digits.
 * Null if blank or if `number` would refuse it.
 */
export const scaled = (text: string, decimal: Decimal, places: number): bigint | null => {
  if (isBlankNumber(text)) return null;
  const parts = peel(text);
  if (parts === null || parts.percent) return null;
  const digits = digitsOf(parts.core, decimal);
  return digits === null || digits.whole.length > 30 ? null : scaledBy(digits, parts.negative, places);
};
