import { compare, type Fraction, roundedQuotient, subtract } from '../core/fraction.ts';
import { padEnd } from './text-width.ts';

const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * The bar of a value, `whole` being the full width: exact to an eighth of a column, and never empty for a value above
 * 0. A value above the whole ends with `…`.
 */
export function bar(value: Fraction, whole: Fraction, width: number): string {
  if (value.n <= 0n || whole.n <= 0n) return ' '.repeat(width);
  if (compare(value, whole) > 0) return `${'█'.repeat(width - 1)}…`;
  const eighths = Number(roundedQuotient(value.n * whole.d * BigInt(8 * width), value.d * whole.n));
  const shown = Math.max(1, eighths);
  return padEnd('█'.repeat(Math.floor(shown / 8)) + (PARTS[shown % 8] ?? ''), width);
}

const BLOCKS = '▁▂▃▄▅▆▇█';
const UNKNOWN = '·';
/** Neither low nor high: a row that never changes has no scale. */
const FLAT = '▄';

/**
 * One block per value, from the lowest to the highest; `·` for a missing one, and an empty text without any value. The
 * scale is that of the row alone: it shows the course, not the size. Steps are calculated exactly, so that equal values
 * never get different blocks.
 */
export function sparkline(values: readonly (Fraction | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (!first) return '';
  const least = known.reduce((a, b) => (compare(b, a) < 0 ? b : a), first);
  const most = known.reduce((a, b) => (compare(b, a) > 0 ? b : a), first);
  const range = subtract(most, least);
  const steps = BigInt(BLOCKS.length - 1);
  const block = (value: Fraction): string => {
    if (range.n === 0n) return FLAT;
    const above = subtract(value, least);
    return BLOCKS[Number(roundedQuotient(steps * above.n * range.d, above.d * range.n))] ?? '';
  };
  return values.map((value) => (value === null ? UNKNOWN : block(value))).join('');
}
