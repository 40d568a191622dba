/**
 * Exact arithmetic for figures. A measure is a whole number of millionths; a KPI is a fraction of measures, rounded
 * once, when it is printed.
 */
export interface Fraction {
  readonly n: bigint;
  /** Always above zero. */
  readonly d: bigint;
  /** Whether a division was involved: such a figure is printed with 12 significant digits, any other in full. */
  readonly divided: boolean;
}

const MILLION = 1_000_000n;

/** A measured number of millionths as a fraction. */
export const ofMicro = (micro: bigint): Fraction => ({ n: micro, d: MILLION, divided: false });

/** A decimal written in code or configuration, such as `0.8`. */
export function ofText(text: string): Fraction {
  const [, sign, whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError(`not a decimal: ${text}`);
  const n = BigInt(whole + part);
  return { n: sign ? -n : n, d: 10n ** BigInt(part.length), divided: false };
}

const reduced = (n: bigint, d: bigint, divided: boolean): Fraction =>
  d < 0n ? { n: -n, d: -d, divided } : { n, d, divided };

/** The same fraction in its lowest terms: a sum of many fractions would otherwise grow without end. */
export function lowest({ n, d, divided }: Fraction): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a, divided };
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d
    ? { n: a.n + b.n, d: a.d, divided: a.divided || b.divided }
    : reduced(a.n * b.d + b.n * a.d, a.d * b.d, a.divided || b.divided);

export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d, divided: a.divided });
export const magnitude = (a: Fraction): Fraction => (a.n < 0n ? negate(a) : a);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));
export const multiply = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.n, a.d * b.d, a.divided || b.divided);

/** The divisor may not be zero: callers return a reason in that case, never a number. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.n === 0n) throw new RangeError('division by zero');
  return reduced(a.n * b.d, a.d * b.n, true);
}

/** Negative, zero or positive as a is below, at or above b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** n / d rounded to a whole number, half away from zero. */
export function roundedQuotient(n: bigint, d: bigint): bigint {
  const [size, by] = [n < 0n ? -n : n, d < 0n ? -d : d];
  const whole = (2n * size + by) / (2n * by);
  return n < 0n !== d < 0n ? -whole : whole;
}

/** Decimal text with exactly `places` decimals, half away from zero; `-0.00` is written `0.00`. */
export function toFixed(value: Fraction, places: number): string {
  const scaled = roundedQuotient(value.n * 10n ** BigInt(places), value.d);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled < 0n ? `-${text}` : text;
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/**
 * The figure as the decimal that machine formats print: in full where nothing was divided, with 12 significant digits,
 * half away from zero, where something was. Never an exponent.
 */
export function toDecimal(value: Fraction, significant = 12): string {
  if (!value.divided) return trimmed(toFixed(value, 6 + Math.max(0, value.d.toString().length - 7)));
  if (value.n === 0n) return '0';
  const size = value.n < 0n ? -value.n : value.n;
  // The power of ten of the first digit, decided by one comparison: digit counts alone may be off by one.
  let power = size.toString().length - value.d.toString().length;
  const atLeast = power >= 0 ? size >= value.d * 10n ** BigInt(power) : size * 10n ** BigInt(-power) >= value.d;
  if (!atLeast) power -= 1;
  const places = significant - 1 - power;
  if (places >= 0) return trimmed(toFixed(value, places));
  const step = 10n ** BigInt(-places);
  return (roundedQuotient(value.n, value.d * step) * step).toString();
}
