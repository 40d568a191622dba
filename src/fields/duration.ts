import { bare, isBlankNumber } from './blank.ts';
import { BLANK, type FieldKind, REFUSED, type Reason } from './field.ts';
import { type Decimal, type Digits, digitsOf } from './numeral.ts';
import { NOT_PLAIN, plainNumber } from './plain-number.ts';

export interface DurationShape {
  readonly decimal: Decimal;
  /** The unit of a number alone. */
  readonly bare: Unit;
  /** What `4:31` is; left out, it is refused as ambiguous. `4:31:00` is always hours, minutes and seconds. */
  readonly clock?: 'm:s' | 'h:m' | undefined;
}

export type Unit = 'd' | 'h' | 'min' | 's' | 'ms';

/** Millionths of a second. */
const sizes: Readonly<Record<Unit, number>> = { d: 86_400e6, h: 3_600e6, min: 60e6, s: 1e6, ms: 1_000 };

const unitWords: Readonly<Record<Unit, string>> = {
  d: 'd day days j jour jours tag tage tagen día días dia dias',
  h: 'h hr hrs hour hours heure heures std stunde stunden hora horas',
  min: 'm mn min mins minute minutes minuten minuto minutos',
  s: 's sec secs second seconds seconde secondes sek sekunde sekunden segundo segundos',
  ms: 'ms msec millisecond milliseconds',
};

/** Units by their words, in lower case. */
export const units: ReadonlyMap<string, Unit> = new Map(
  (Object.keys(sizes) as Unit[]).flatMap((unit) => unitWords[unit].split(' ').map((word) => [word, unit] as const)),
);

/** A number of units, each of a number of millionths of a second. */
interface Part {
  readonly digits: Digits;
  readonly size: number;
}

const clock = /^(\d{1,9}):(\d\d)(?::(\d\d))?(?:[.,](\d{1,9}))?$/;
const measure = /\s*(\d[^\p{L}]*|[.,]\d+\s*)(\p{L}+)\.?(?:,(?=\s))?/uy;

const clockParts = (found: RegExpExecArray, twoPart: DurationShape['clock']): Part[] | Reason => {
  const [, a = '', b = '', c, fraction = ''] = found;
  if (c === undefined && (twoPart === undefined || (twoPart === 'h:m' && fraction !== ''))) return 'ambiguous';
  if (Number(b) > 59 || Number(c ?? 0) > 59) return 'no_such_time';
  const [hours, minutes, seconds] = c !== undefined ? [a, b, c] : twoPart === 'h:m' ? [a, b, '0'] : ['0', a, b];
  return [
    { digits: { whole: hours, fraction: '' }, size: sizes.h },
    { digits: { whole: minutes, fraction: '' }, size: sizes.min },
    { digits: { whole: seconds, fraction }, size: sizes.s },
  ];
};

/** `1d 2h`, `4 min 31s`: numbers with units, larger units first, none twice. */
const measuredParts = (text: string, decimal: Decimal): Part[] | Reason => {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    measure.lastIndex = at;
    const [all = '', number = '', word = ''] = measure.exec(text) ?? [];
    const unit = units.get(word.toLowerCase());
    const size = unit && sizes[unit];
    if (size === undefined || size >= (parts.at(-1)?.size ?? Infinity)) return 'not_a_duration';
    const digits = digitsOf(number.trim(), decimal);
    if (digits === null) return notDigits(number.trim(), decimal, 'not_a_duration');
    parts.push({ digits, size });
    at += all.length;
  }
  return parts;
};

const notDigits = (core: string, decimal: Decimal, otherwise: Reason): Reason =>
  digitsOf(core, decimal === '.' ? ',' : '.') === null ? otherwise : 'breaks_convention';

/** The sum in millionths of a second, rounded once, half away from zero. */
const total = (parts: readonly Part[], negative: boolean): number | Reason => {
  let size = 0;
  for (const part of parts) size += fitting(part);
  if (Number.isNaN(size)) size = Number(exactTotal(parts));
  if (size > Number.MAX_SAFE_INTEGER) return 'too_large';
  return negative && size !== 0 ? -size : size;
};

/** A part that numbers hold exactly, or that is too large anyway; NaN for one with more decimals than that. */
const fitting = ({ digits: { whole, fraction }, size }: Part): number =>
  fraction.length === 0
    ? Number(whole) * size
    : fraction.length > 6 || size < 1e6
      ? Number.NaN
      : Number(whole) * size + Number(fraction.padEnd(6, '0')) * (size / 1e6);

const exactTotal = (parts: readonly Part[]): bigint => {
  const places = Math.max(...parts.map(({ digits }) => digits.fraction.length));
  const one = 10n ** BigInt(places);
  let sum = 0n;
  for (const { digits, size } of parts)
    sum += BigInt(digits.whole + digits.fraction.padEnd(places, '0')) * BigInt(size);
  return (2n * sum + one) / (2n * one);
};

const read = (text: string, shape: DurationShape): number | Reason => {
  const [, sign = '', core = ''] = /^([-+\u2212]?)\s*(.*)$/s.exec(bare(text)) ?? [];
  const negative = sign === '-' || sign === '\u2212';
  if (core.length > 80) return 'not_a_duration';
  const digits = digitsOf(core, shape.decimal);
  if (digits !== null) return total([{ digits, size: sizes[shape.bare] }], negative);
  const time = clock.exec(core);
  const parts = time !== null ? clockParts(time, shape.clock) : measuredParts(core, shape.decimal);
  if (typeof parts === 'string') return /\p{L}|:/u.test(core) ? parts : notDigits(core, shape.decimal, parts);
  return parts.length === 0 ? 'not_a_duration' : total(parts, negative);
};

/** A length of time, in millionths of a second. */
export const duration = (shape: DurationShape): FieldKind => {
  const mark = shape.decimal.charCodeAt(0);
  // A unit is a number of seconds, or a second a number of units.
  const times = Math.max(1, sizes[shape.bare] / 1e6);
  const per = Math.max(1, 1e6 / sizes[shape.bare]);
  const slow = (text: string): number | Reason => (isBlankNumber(text) ? BLANK : read(text, shape));
  return {
    id: 'duration',
    doc: `A length of time: a number of ${shape.bare} with "${shape.decimal}" before its decimals, h:mm:ss with any number of hours, or numbers with units such as "1d 2h" and "4 min 31s". May be negative.`,
    parse: (text) => {
      const plain = plainNumber(text, mark);
      if (plain !== NOT_PLAIN && plain % per === 0) {
        const value = (plain / per) * times;
        return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : REFUSED;
      }
      const value = slow(text);
      return typeof value === 'number' ? value : REFUSED;
    },
    why: (text) => {
      const value = slow(text);
      return typeof value === 'number' ? null : value;
    },
  };
};
