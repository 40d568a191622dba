import { compare, type Fraction } from '../core/fraction.ts';
import { type Bound, isFloor } from './bound.ts';
import { holds } from './hold.ts';
import type { Range } from './range.ts';

/** A bound that no value decides, and the end of the range that settles it. */
interface Foregone {
  readonly holds: 'always' | 'never';
  readonly end: Fraction;
  readonly side: 'below' | 'above';
}

/** Whether a bound holds of every value of a range, or of none; null where the values decide. */
export function foregone(bound: Bound, { low, high }: Range): Foregone | null {
  const floor = isFloor(bound);
  const [worst, best] = floor ? [low, high] : [high, low];
  if (worst !== null && holds(bound, worst)) return { holds: 'always', end: worst, side: floor ? 'below' : 'above' };
  if (best !== null && !holds(bound, best)) return { holds: 'never', end: best, side: floor ? 'above' : 'below' };
  return null;
}

/**
 * What is wrong with two bounds together: `apart` where no value meets both, `idle` where `should` holds wherever `must` does, so
 * that a warning could never come without a failure.
 */
export function conflict(must: Bound, should: Bound): 'apart' | 'idle' | null {
  const order = compare(must.value, should.value);
  if (isFloor(must) !== isFloor(should)) {
    const crossed = isFloor(must) ? order > 0 : order < 0;
    const touching = order === 0 && !(holds(must, must.value) && holds(should, should.value));
    return crossed || touching ? 'apart' : null;
  }
  const stricter = isFloor(must) ? order < 0 : order > 0;
  const sharper = order === 0 && holds(must, must.value) && !holds(should, should.value);
  return stricter || sharper ? null : 'idle';
}
