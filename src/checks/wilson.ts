/** The two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % Wilson score interval of a share: what the true share may be when `part` of `whole` observations have what is counted.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212; method 3 of
 * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), 857–872.
 * Exact at its ends: 0 for no part, 1 for the whole. RangeError unless `whole` is above 0 and `part` is from 0 to `whole`.
 */
export function wilson(part: number, whole: number): { low: number; high: number } {
  if (!(whole > 0 && part >= 0 && part <= whole)) throw new RangeError(`not a share: ${part} of ${whole}`);
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return {
    low: part === 0 ? 0 : (middle - reach) / scale,
    high: part === whole ? 1 : (middle + reach) / scale,
  };
}
