import { REFUSED } from './field.ts';

export type Decimal = '.' | ',';

/** The digits of a number before and after its decimal mark. */
export interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

/** The marks that separate thousands whatever the decimal mark is: spaces (plain, no-break, narrow) and apostrophes. */
const groupers = " \u00a0\u202f'\u2019";

/**
 * Digits with at most one decimal mark. Thousands may be separated by one kind of mark, in groups of three after a
 * first group of one to three digits that does not begin with 0; a fraction has no groups. Null for anything else.
 */
export const digitsOf = (core: string, decimal: Decimal): Digits | null => {
  const mark = decimal.charCodeAt(0);
  const other = decimal === '.' ? ',' : '.';
  let grouper = '';
  let inGroup = 0;
  let i = 0;
  for (; i < core.length; i++) {
    const c = core.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      inGroup++;
    } else if (c === mark) {
      break;
    } else {
      const by = core[i]!;
      if (grouper === '') {
        if (by !== other && !groupers.includes(by)) return null;
        if (inGroup < 1 || inGroup > 3 || core.charCodeAt(0) === 48) return null;
        grouper = by;
      } else if (by !== grouper || inGroup !== 3) {
        return null;
      }
      inGroup = 0;
    }
  }
  if (grouper !== '' && inGroup !== 3) return null;
  const whole = grouper === '' ? core.slice(0, i) : core.slice(0, i).replaceAll(grouper, '');
  if (i === core.length) return whole === '' ? null : { whole, fraction: '' };
  const fraction = core.slice(i + 1);
  return isDigits(fraction) ? { whole, fraction } : null;
};

const isDigits = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return text !== '';
};

/** The digits of a percentage as those of a fraction: 12.3 is 0.123. */
export const hundredth = ({ whole, fraction }: Digits): Digits => ({
  whole: whole.slice(0, -2),
  fraction: whole.slice(-2).padStart(2, '0') + fraction,
});

/** Whole millionths, rounded half away from zero; REFUSED if that is not a safe integer. Digits only, no floating point. */
export const millionths = ({ whole, fraction }: Digits, negative: boolean): number => {
  let units = 0;
  for (let i = 0; i < whole.length; i++) units = units * 10 + whole.charCodeAt(i) - 48;
  if (units >= 1e10) return REFUSED;
  let parts = 0;
  for (let i = 0; i < 6; i++) parts = parts * 10 + (i < fraction.length ? fraction.charCodeAt(i) - 48 : 0);
  // Ten digits times a million may be beyond what a number holds exactly, but never rounds down to a safe integer.
  const size = units * 1e6 + parts + (fraction.charCodeAt(6) >= 53 ? 1 : 0);
  if (size > Number.MAX_SAFE_INTEGER) return REFUSED;
  return negative && size !== 0 ? -size : size;
};

/** The same in units of 10^-places, of any size. */
export const scaledBy = ({ whole, fraction }: Digits, negative: boolean, places: number): bigint => {
  const up = fraction.charCodeAt(places) >= 53 ? 1n : 0n;
  const size = BigInt(whole + fraction.slice(0, places).padEnd(places, '0')) + up;
  return negative ? -size : size;
};
