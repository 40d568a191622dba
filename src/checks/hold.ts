import type { Fraction } from '../core/fraction.ts';
import * as exact from '../core/fraction.ts';
import type { Bound } from './bound.ts';

/** Whether a bound holds of a value, both unrounded. */
export function holds({ operator, value }: Bound, of: Fraction): boolean {
  const order = exact.compare(of, value);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
  }
}

/** How far a value stands from a bound, on the side where it holds: below 0 where it does not. */
export const distanceOf = ({ operator, value }: Bound, of: Fraction): Fraction =>
  operator === '>=' || operator === '>' ? exact.subtract(of, value) : exact.subtract(value, of);
