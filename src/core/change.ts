import { divide, type Fraction, subtract } from './fraction.ts';
import type { NullReason } from './kinds.ts';

/** The part of a figure that is compared. */
export interface Comparable {
  readonly value: Fraction | null;
  /** Set where there is no value. */
  readonly reason?: NullReason | undefined;
  /** Whether a source leaves out some of its days. */
  readonly isIncomplete: boolean;
}

/** A change in the figure's own unit and as a fraction of the base, each known or null with its reason. */
export interface Changed {
  readonly absolute: Fraction | NullReason;
  readonly relative: Fraction | NullReason;
}

/**
 * The change since a base. Both must meet the same standard: if one is known and the other is not, or not in full, the
 * change is unknown.
 */
export function changeSince(base: Comparable, current: Comparable): Changed {
  const none = (reason: NullReason): Changed => ({ absolute: reason, relative: reason });
  if (current.value === null) return none(current.reason ?? 'no_observations');
  if (base.value === null || base.isIncomplete !== current.isIncomplete) return none('incomplete_base');
  const absolute = subtract(current.value, base.value);
  if (base.value.n <= 0n) return { absolute, relative: base.value.n === 0n ? 'zero_denominator' : 'negative_base' };
  return { absolute, relative: divide(absolute, base.value) };
}
