import { type Fraction, roundedQuotient, toFixed } from '../core/fraction.ts';
import { type Code, codes as codeNames, type Unit } from '../core/kinds.ts';
import { visible } from '../core/visible.ts';
import type { ReportKpi } from '../figures/figure-model.ts';
import { type Lang, words } from './page-words.ts';

export interface Tongue {
  readonly lang: Lang;
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
}

type Options = Pick<Intl.NumberFormatOptions, 'style' | 'currency' | 'currencyDisplay'>;
type Sign = 'auto' | 'always';

const isCode = (text: string): text is Code => (codeNames as readonly string[]).includes(text);

/** Writes figures for people: rounded exactly, half away from zero, then grouped by locale. */
export class Figures {
  readonly #tongue: Tongue;
  readonly #money: Options;
  readonly #moneyPlaces: number;
  readonly #formats = new Map<string, Intl.NumberFormat>();

  constructor(currency: string | null, tongue: Tongue) {
    this.#tongue = tongue;
    this.#money =
      currency !== null && /^[A-Z]{3}$/.test(currency)
        ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
        : {};
    const ofCurrency = new Intl.NumberFormat(tongue.locale, this.#money).resolvedOptions().maximumFractionDigits;
    this.#moneyPlaces = this.#money.style ? (ofCurrency ?? 2) : 2;
  }

  count(value: number): string {
    return this.#number({ n: BigInt(value), d: 1n, divided: false }, 0);
  }

  /** A value in its unit. */
  value(unit: Unit, value: Fraction | string, sign: Sign = 'auto'): string {
    const { short, codes } = words[this.#tongue.lang];
    if (typeof value === 'string') return isCode(value) ? codes[value] : visible(value);
    switch (unit) {
      case 'money':
        return this.#number(value, this.#moneyPlaces, sign, this.#money);
      case 'ratio':
        return this.percent(value, 2, sign);
      case 'multiple':
        return `${this.#number(value, 2, sign)}×`;
      case 'decimal':
        return this.#number(value, 2, sign);
      case 'score':
        return this.#number(value, 1, sign);
      case 'months':
        return `${this.#number(value, value.n % value.d === 0n ? 0 : 1, sign)} ${short.month}`;
      case 'duration':
        return this.#duration(value, sign);
      case 'count':
      case 'text':
        return this.#number(value, 0, sign);
    }
  }

  percent(fraction: Fraction, places: number, sign: Sign = 'auto'): string {
    // The format multiplies the decimal text by a hundred, exactly.
    return this.#number(fraction, places + 2, sign, { style: 'percent' });
  }

  /** `×1.32`, a seasonal index. */
  times(index: Fraction): string {
    return `×${this.#number(index, 2)}`;
  }

  /** A mean of 28 days: `€45.20/d` for additive values, else in the unit of the KPI. */
  dayMean({ unit, additive }: Pick<ReportKpi, 'unit' | 'additive'>, value: Fraction): string {
    if (additive !== true) return this.value(unit, value);
    // A daily mean is no whole number.
    const shown = this.value(unit === 'count' ? 'decimal' : unit, value);
    return `${shown}/${words[this.#tongue.lang].short.day}`;
  }

  /** A difference of scores, or of ratios times a hundred. */
  points(value: Fraction, places: number): string {
    return `${this.#number(value, places, 'always')} ${words[this.#tongue.lang].short.point}`;
  }

  /** `45 s`, `2 min 35`, `35 min`, `2 h 05`, `3 d 4 h`: at most two units, the smaller one rounded. */
  #duration(seconds: Fraction, sign: Sign): string {
    const { day, hour, minute, second } = words[this.#tongue.lang].short;
    const size = { n: seconds.n < 0n ? -seconds.n : seconds.n, d: seconds.d };
    const rounded = (unit: bigint): bigint => roundedQuotient(size.n, size.d * unit);
    const two = (n: bigint): string => n.toString().padStart(2, '0');
    const whole = (n: bigint): string => this.#number({ n, d: 1n, divided: false }, 0);
    const [s, m, h] = [rounded(1n), rounded(60n), rounded(3600n)];
    const text =
      s < 60n
        ? `${s} ${second}`
        : s < 600n
          ? `${s / 60n} ${minute}${s % 60n ? ` ${two(s % 60n)}` : ''}`
          : m < 60n
            ? `${m} ${minute}`
            : m < 48n * 60n
              ? `${m / 60n} ${hour} ${two(m % 60n)}`
              : `${whole(h / 24n)} ${day}${h % 24n ? ` ${h % 24n} ${hour}` : ''}`;
    if (s === 0n) return sign === 'always' ? `±${text}` : text;
    return `${seconds.n < 0n ? '-' : sign === 'always' ? '+' : ''}${text}`;
  }

  /** The format gets decimal text, which it never turns into a binary number. */
  #number(value: Fraction, places: number, sign: Sign = 'auto', options: Options = {}): string {
    const shown = options.style === 'percent' ? places - 2 : places;
    const text = toFixed(value, places);
    const signDisplay = sign === 'always' ? 'exceptZero' : 'auto';
    const key = `${options.style} ${shown} ${signDisplay}`;
    let format = this.#formats.get(key);
    if (!format) {
      const digits = { minimumFractionDigits: shown, maximumFractionDigits: shown };
      format = new Intl.NumberFormat(this.#tongue.locale, { ...options, ...digits, signDisplay });
      this.#formats.set(key, format);
    }
    const zero = sign === 'always' && /^[0.]*$/.test(text) ? '±' : '';
    return zero + format.format(text as `${number}`);
  }
}
