import { divide, type Fraction, multiply, ofText, roundedQuotient, toDecimal } from '../core/fraction.ts';
import type { Unit } from '../core/kinds.ts';

export type Rounding = 'down' | 'up' | 'nearest';

/** Lengths of time, each from the least number of seconds that is written in it. */
const times: readonly (readonly [least: string, seconds: string, suffix: string])[] = [
  ['172800', '86400', 'd'],
  ['3600', '3600', 'h'],
  ['60', '60', ' min'],
  ['0', '1', 's'],
];

/**
 * An amount in the unit of a KPI as checks write it, in so many significant digits: `1.8%`, `7.5h`, `60`. A ratio is given as a
 * fraction, a duration in seconds. Rounded in the unit in which it is written; counts are whole.
 */
export function writtenIn(value: Fraction, unit: Unit, digits: number, rounding: Rounding): string {
  const [size, suffix] = scaled(value, unit);
  const significant = digits - 1 - power(size);
  const isWhole = unit === 'count' || unit === 'months';
  return `${toDecimal(rounded(size, isWhole ? Math.min(0, significant) : significant, rounding))}${suffix}`;
}

/** The same for reading: of a large number no digit before the decimal point is rounded away. */
export function shownIn(value: Fraction, unit: Unit): string {
  const [size, suffix] = scaled(value, unit);
  return `${toDecimal(rounded(size, Math.max(0, 2 - power(size)), 'nearest'))}${suffix}`;
}

/** An amount in the unit in which it is written. */
function scaled(value: Fraction, unit: Unit): [size: Fraction, suffix: string] {
  if (unit === 'ratio') return [multiply(value, ofText('100')), '%'];
  if (unit !== 'duration') return [value, ''];
  const [, seconds, suffix] = times.find(([least]) => isAtLeast(value, BigInt(least)))!;
  return [divide(value, ofText(seconds)), suffix];
}

const sizeOf = (n: bigint): bigint => (n < 0n ? -n : n);
const isAtLeast = ({ n, d }: Fraction, least: bigint): boolean => sizeOf(n) >= least * d;

/** The power of ten of the first digit: 2 of 350, -2 of 0.035; 0 of 0. */
function power({ n, d }: Fraction): number {
  if (n === 0n) return 0;
  // Digit counts alone may be one too high.
  const most = sizeOf(n).toString().length - d.toString().length;
  const reaches = most >= 0 ? sizeOf(n) >= d * 10n ** BigInt(most) : sizeOf(n) * 10n ** BigInt(-most) >= d;
  return reaches ? most : most - 1;
}

/** Rounded to so many decimals; below 0 to tens, hundreds and so on. */
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
