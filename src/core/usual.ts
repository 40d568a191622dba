import { add, compare, type Fraction, magnitude, multiply, ofText, subtract } from './fraction.ts';

/** What values usually are. One outlier moves neither. */
export interface UsualRange {
  readonly median: Fraction;
  /** Like a standard deviation: the median distance from the median, scaled. */
  readonly spread: Fraction;
}

const [half, three] = [ofText('0.5'), ofText('3')];
/** Makes the median absolute deviation of normal values their standard deviation. */
const toDeviation = ofText('1.4826');
/** Of the median: values that hardly vary must not give a range that the next one leaves. */
const leastSpread = ofText('0.05');
/** Fewer values are not enough. */
export const leastValues = 4;

/** The usual range of at least one value. */
export function usualOf(values: readonly Fraction[]): UsualRange {
  const median = medianOf(values);
  const deviation = medianOf(values.map((value) => magnitude(subtract(value, median))));
  const [spread, least] = [multiply(toDeviation, deviation), multiply(leastSpread, magnitude(median))];
  return { median, spread: compare(spread, least) < 0 ? least : spread };
}

/** The bounds of what is usual: three spreads from the median. */
export function boundsOf({ median, spread }: UsualRange): { readonly low: Fraction; readonly high: Fraction } {
  const reach = multiply(three, spread);
  return { low: subtract(median, reach), high: add(median, reach) };
}

function medianOf(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort(compare);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return multiply(half, add(low, high));
}
