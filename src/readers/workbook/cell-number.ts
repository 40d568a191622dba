import type { NumberFormat } from './number-format.ts';
import { dateText } from './serial.ts';

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Excel stores binary numbers and shows fifteen of their digits: `12.340000000000002` is 12.34. */
const significant = 15;

/** Smaller numbers are zero in every unit. */
const leastExponent = -30;

/** A number by its digits: 0.digits × 10^point. */
interface Digits {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

function digitsOf(value: number): Digits {
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(significant - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  const point = Number(exponent) + 1;
  if (digits === '' || point < leastExponent) return { negative: false, digits: '', point: 0 };
  return { negative: value < 0, digits, point };
}

/**
 * Plain digits with a point. Three decimals are written with a fourth, so that they are never thousands. Numbers with
 * more digits than are stored are written as Excel writes them in CSV (`5.27762E+15`): as ids they are damaged.
 */
function plainText({ digits, point }: Digits): string {
  if (digits === '') return '0';
  if (point > significant) {
    const fraction = digits.slice(1);
    return `${digits[0]}${fraction === '' ? '' : `.${fraction}`}E+${point - 1}`;
  }
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  if (fraction === '') return whole;
  return `${whole}.${fraction.length === 3 ? `${fraction}0` : fraction}`;
}

/** A number of a cell as text, as its format shows it; text that is no number as it is. */
export function numberText(raw: string, { shows, sign }: NumberFormat, is1904: boolean): string {
  const text = raw.trim();
  const value = numeral.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return text;
  if (shows === 'date' || shows === 'time' || shows === 'elapsed') {
    const date = dateText(Number(value.toPrecision(significant)), shows, is1904);
    if (date !== null) return date;
  }
  const found = digitsOf(value);
  const number = shows === 'percent' ? { ...found, point: found.point + 2 } : found;
  return `${found.negative ? '-' : ''}${sign}${plainText(number)}${shows === 'percent' ? '%' : ''}`;
}
