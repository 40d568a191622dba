import type { Language } from '../core/choices.ts';
import type { Fraction } from '../core/fraction.ts';
import { compare, ofText } from '../core/fraction.ts';
import type { Code } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Text } from '../core/text.ts';
import type { Kpi } from './kpi.ts';

/** The code of a value: a bound belongs to the band above it, the last one to the band below it. */
export function codeOf(bands: NonNullable<Kpi['bands']>, value: Fraction, options: KpiOptions): Code {
  const [low, good, high] = options.ltv_cac_bands;
  if (compare(value, ofText(low)) < 0) return bands[0];
  if (compare(value, ofText(good)) < 0) return bands[1];
  return compare(value, ofText(high)) <= 0 ? bands[2] : bands[3];
}

/** The bands that a shop has set, in words: `loss below 1, weak below 3, healthy from 3 to 5, under_investing above 5`. */
export function bandsText(
  [loss, weak, healthy, more]: NonNullable<Kpi['bands']>,
  { ltv_cac_bands: [low, good, high] }: KpiOptions,
  lang: Language,
): string {
  const texts: Text = {
    en: `${loss} below ${low}, ${weak} below ${good}, ${healthy} from ${good} to ${high}, ${more} above ${high}`,
    fr: `${loss} en dessous de ${low}, ${weak} en dessous de ${good}, ${healthy} de ${good} à ${high}, ${more} au-dessus de ${high}`,
  };
  return texts[lang];
}
