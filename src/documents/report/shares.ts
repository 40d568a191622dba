import { add, type Fraction, ofText } from '../../core/fraction.ts';
import type { Figure } from '../../figures/figure-model.ts';

/** A figure that was only added up, and lies on one side of 0. */
const isSum = (value: Figure['value'] | undefined): value is Fraction =>
  value != null && typeof value !== 'string' && !value.divided && value.n >= 0n;

/**
 * The total that groups are shares of: where they add up to it, digit by digit, and none is below 0. An average does not, nor do
 * customers who bought through two channels. Null where there are no shares.
 */
export function wholeOf(total: Figure | undefined, parts: readonly (Figure | undefined)[]): Fraction | null {
  const whole = total?.value;
  if (!isSum(whole) || whole.n === 0n) return null;
  let sum = ofText('0');
  for (const part of parts) {
    if (part === undefined || part.value === null) continue;
    if (!isSum(part.value)) return null;
    sum = add(sum, part.value);
  }
  return sum.n * whole.d === whole.n * sum.d ? whole : null;
}
