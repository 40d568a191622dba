import type { Fraction } from '../../core/fraction.ts';
import { drawn } from '../../page/drawing.ts';

/** Shades of a heat map, from 1; 0 is none. */
const LEVELS = 6;

/** How warm the cells of a map are. */
export interface Heat {
  readonly level: (value: Fraction) => number;
  /** Whether no cell is warmer than another. */
  readonly isFlat: boolean;
}

/** From the lowest to the highest value, or from 0 where 0 has a meaning of its own: it is then the only value without a shade. */
export function heatOf(values: readonly Fraction[], fromZero: boolean): Heat {
  const numbers = values.map(drawn);
  const most = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const least = fromZero ? 0 : numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const isFlat = !(most > least);
  const level = (value: Fraction): number => {
    const number = drawn(value);
    if (isFlat || (fromZero && number <= 0)) return 0;
    // Divided first: a span of huge numbers must not become infinite.
    const part = number / (most - least) - least / (most - least);
    return Math.min(LEVELS, 1 + Math.floor(part * LEVELS));
  };
  return { level, isFlat };
}
