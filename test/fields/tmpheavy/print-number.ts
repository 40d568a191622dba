import fc from 'fast-check';

const MAX = Number.MAX_SAFE_INTEGER;

/** A number, in whole millionths, and how to print it. */
export interface Print {
  readonly value: number;
  readonly group: string;
  readonly style: 'minus' | 'sign' | 'trailing' | 'parentheses' | 'apostrophe' | 'tab';
  readonly currency: string;
  /** Decimals to print at least. */
  readonly places: number;
}

const value = fc.oneof(
  fc.integer({ min: -MAX, max: MAX }),
  fc.integer({ min: -99_999, max: 99_999_999 }).map((cents) => cents * 1e4 + 0),
  fc.integer({ min: -1_000, max: 9_007_199_254 }).map((units) => units * 1e6 + 0),
);

export const anyNumber: fc.Arbitrary<Print> = fc.record({
  value,
  group: fc.constantFrom('', '', 'other', ' ', '\u00a0', '\u202f', "'", '\u2019'),
  style: fc.constantFrom('minus', 'minus', 'sign', 'trailing', 'parentheses', 'apostrophe', 'tab'),
  currency: fc.constantFrom('', '', '', '€', '$', 'US$', 'EUR ', ' €', '\u00a0€', ' kr.', ' CHF'),
  places: fc.integer({ min: 0, max: 9 }),
});

export const print = ({ value, group, style, currency, places }: Print, decimal: '.' | ','): string => {
  const size = String(Math.abs(value)).padStart(7, '0');
  const by = group === 'other' ? (decimal === '.' ? ',' : '.') : group;
  const whole = size.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, by);
  const fraction = size.slice(-6).replace(/0+$/, '').padEnd(places, '0');
  const digits = fraction === '' ? whole : whole + decimal + fraction;
  const amount = /^[ \u00a0]/.test(currency) ? digits + currency : currency + digits;
  if (value >= 0) return style === 'sign' ? `+${amount}` : amount;
  if (style === 'trailing') return `${amount}-`;
  if (style === 'parentheses') return `(${amount})`;
  return `${{ minus: '', sign: '', apostrophe: "'", tab: '\t' }[style]}${style === 'sign' ? '\u2212' : '-'}${amount}`;
};
