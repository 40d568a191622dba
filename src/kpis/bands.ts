import type { Fraction } from '../core/fraction.ts';
import { compare, ofText } from '../core/fraction.ts';
import type { KpiOptions } from '../core/options.ts';
import type { Kpi } from './kpi.ts';

/** The code of a value: a bound belongs to the band above it, the last one to the band below it. */
export function codeOf(bands: NonNullable<Kpi['bands']>, value: Fraction, options: KpiOptions): string {
  const [low, good, high] = options.ltv_cac_bands;
  if (compare(value, ofText(low)) < 0) return bands[0];
  if (compare(value, ofText(good)) < 0) return bands[1];
  return compare(value, ofText(high)) <= 0 ? bands[2] : bands[3];
}
