import {
  compare,
  divide,
  type Fraction,
  magnitude,
  multiply,
  ofText,
  roundedQuotient,
  toDecimal,
} from '../../core/fraction.ts';
import type { Unit } from '../../core/kinds.ts';
import type { Compared } from './checks-model.ts';

/*
 * Amounts as a configuration writes them: `1.8%`, `7.5h`, `60`. A ratio is given as a fraction, a duration in seconds; `amountOf`
 * reads what is written here.
 */

const hundred = ofText('100');

/** A fraction as a number of percent, exactly and without the sign: `1.8`. */
export const percentOf = (value: Fraction): string => toDecimal(multiply(value, hundred));

/** An amount, exactly. */
export function amountText(value: Fraction, unit: Unit, as: Compared): string {
  if (as === 'relative' || as === 'attainment') return `${percentOf(value)}%`;
  if (unit === 'ratio') return `${percentOf(value)}${as === 'own' ? '%' : 'pt'}`;
  return `${toDecimal(value)}${unit === 'duration' ? 's' : ''}`;
}

export type Rounding = 'down' | 'up' | 'nearest';

/** An amount in this many significant digits, rounded in the unit in which it is written; counts are whole. */
export function roundedText(value: Fraction, unit: Unit, digits: number, rounding: Rounding): string {
  const [size, suffix] = scaled(value, unit);
  const significant = digits - 1 - power(size);
  const isWhole = unit === 'count' || unit === 'months';
  return `${toDecimal(rounded(size, isWhole ? Math.min(0, significant) : significant, rounding))}${suffix}`;
}

/** An amount in three significant digits for comments; of a large number no digit before the decimal point is rounded away. */
export function readableText(value: Fraction, unit: Unit): string {
  const [size, suffix] = scaled(value, unit);
  return `${toDecimal(rounded(size, Math.max(0, 2 - power(size)), 'nearest'))}${suffix}`;
}

/** Units of time, each with the least number of seconds that is written in it. */
const timeUnits: readonly (readonly [least: string, seconds: string, suffix: string])[] = [
  ['172800', '86400', 'd'],
  ['3600', '3600', 'h'],
  ['60', '60', ' min'],
  ['0', '1', 's'],
];

/** An amount in the unit in which it is written. */
function scaled(value: Fraction, unit: Unit): [size: Fraction, suffix: string] {
  if (unit === 'ratio') return [multiply(value, hundred), '%'];
  if (unit !== 'duration') return [value, ''];
  const [, seconds, suffix] = timeUnits.find(([least]) => compare(magnitude(value), ofText(least)) >= 0)!;
  return [divide(value, ofText(seconds)), suffix];
}

/** The power of ten of the first digit: 2 of 350, -2 of 0.035; 0 of 0. */
function power(value: Fraction): number {
  const { n, d } = magnitude(value);
  if (n === 0n) return 0;
  // Digit counts alone may be one too high.
  const most = n.toString().length - d.toString().length;
  const reaches = most >= 0 ? n >= d * 10n ** BigInt(most) : n * 10n ** BigInt(-most) >= d;
  return reaches ? most : most - 1;
}

/** Rounded to this many decimals; below 0 to tens, hundreds and so on. */
function rounded({ n, d }: Fraction, places: number, rounding: Rounding): Fraction {
  const [up, down] = [10n ** BigInt(Math.max(0, places)), 10n ** BigInt(Math.max(0, -places))];
  return { n: quotient(n * up, d * down, rounding) * down, d: up, divided: false };
}

/** The divisor is above 0. */
function quotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  if (rounding === 'nearest') return roundedQuotient(n, d);
  const floor = n / d - (n % d < 0n ? 1n : 0n);
  return rounding === 'up' && n % d !== 0n ? floor + 1n : floor;
}
