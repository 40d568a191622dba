/*
 * Help for flattening JSON records. Exports are edited, cut and written by plugins: anything without the expected shape
 * counts as absent, and nothing here throws.
 */

export type Json = Readonly<Record<string, unknown>>;

const nothing: Json = {};

/** An object, or one without keys. */
export const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : nothing;

/** The objects of a list; null if it is none. */
export const objects = (value: unknown): Json[] | null =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null).map(object) : null;

/** A text, number or truth value as a cell; anything else is an empty one. */
export const cell = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? digits(value) : '';
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
};

/** Without an exponent. */
const digits = (value: number): string => {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
};

interface Exact {
  readonly n: bigint;
  readonly places: number;
}

const exact = (text: string): Exact | null => {
  const [, sign, whole = '', part = ''] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole + part === '') return null;
  const n = BigInt(whole + part);
  return { n: sign === '-' ? -n : n, places: part.length };
};

const written = (n: bigint, places: number): string => {
  const figures = String(n < 0n ? -n : n).padStart(places + 1, '0');
  const at = figures.length - places;
  return `${n < 0n ? '-' : ''}${figures.slice(0, at)}${places > 0 ? `.${figures.slice(at)}` : ''}`;
};

/** The exact sum of decimals as text; the first text that is not one becomes the result, so that the row is refused with it. */
export const sumOf = (texts: readonly string[]): string => {
  let total = 0n;
  let places = 0;
  for (const text of texts) {
    const value = exact(text);
    if (value === null) return text;
    const wide = Math.max(places, value.places);
    total = total * 10n ** BigInt(wide - places) + value.n * 10n ** BigInt(wide - value.places);
    places = wide;
  }
  return written(total, places);
};

/** A decimal with the other sign; other texts unchanged. */
export const negative = (text: string): string => {
  const value = exact(text);
  return value === null ? text : written(-value.n, value.places);
};

/** a ÷ b, rounded to six places half away from zero; null if either is no decimal, or b is 0. */
export const quotient = (a: string, b: string): string | null => {
  const [over, under] = [exact(a), exact(b)];
  if (over === null || under === null || under.n === 0n) return null;
  const n = over.n * 10n ** BigInt(6 + under.places);
  const d = under.n * 10n ** BigInt(over.places);
  const below = n < 0n !== d < 0n;
  const [size, by] = [n < 0n ? -n : n, d < 0n ? -d : d];
  const rounded = (2n * size + by) / (2n * by);
  return written(below ? -rounded : rounded, 6);
};
