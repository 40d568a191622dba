import { compare, type Fraction, roundedQuotient } from '../core/fraction.ts';
import { padEnd } from './text-width.ts';

const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A bar of a value where `whole` takes the full width: exact to an eighth of a column, and never empty for what is above 0. A
 * value above the whole ends with `…`.
 */
export function bar(value: Fraction, whole: Fraction, width: number): string {
  if (value.n <= 0n || whole.n <= 0n) return ' '.repeat(width);
  if (compare(value, whole) > 0) return `${'█'.repeat(width - 1)}…`;
  const eighths = Number(roundedQuotient(value.n * whole.d * BigInt(8 * width), value.d * whole.n));
  const shown = Math.max(1, eighths);
  return padEnd('█'.repeat(Math.floor(shown / 8)) + (PARTS[shown % 8] ?? ''), width);
}
