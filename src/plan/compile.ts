import { type DurationUnit, unitSeconds } from '../core/duration-unit.ts';
import { remembered } from '../core/kept.ts';
import { statusOf } from '../core/order-status.ts';
import { day } from '../fields/date.ts';
import { BLANK, REFUSED } from '../fields/field.ts';
import { key } from '../fields/key.ts';
import { scaled } from '../fields/number.ts';
import { text } from '../fields/text-field.ts';
import { type Column, constantNumber, kindOf } from './column-kind.ts';
import { readSpan } from './named-spans.ts';
import type { Resolved } from './plan.ts';
import type { ReadNumber, ReadText, Zones } from './row-cells.ts';
import { readYearless } from './yearless.ts';

export { constantNumber } from './column-kind.ts';
export type { Cells, ReadNumber, ReadText, Zones } from './row-cells.ts';

const isBlank = Number.isNaN;

/** a × b for a mean or share of at most twelve places, rounded half away from zero to whole millionths. */
function timesExactly(a: Column, mean: string, b: number, unit: DurationUnit): number {
  const exact = scaled(mean.replace(/%\s*$/, ''), a.decimal ?? '.', 12);
  if (exact === null) return REFUSED;
  const isPercent = /%\s*$/.test(mean) || a.as.bare === 'percent';
  // A thousandth of a second is the smallest unit.
  const scale = 10n ** 15n * (isPercent ? 100n : 1n);
  const product = exact * BigInt(b) * BigInt(unitSeconds[unit] * 1000);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + scale) / (2n * scale);
  return Number(product < 0n ? -rounded : rounded);
}

function times(a: Resolved, b: Resolved, zones: Zones): ReadNumber {
  const [readA, readB] = [readNumber(a, zones), readNumber(b, zones)];
  return (cells) => {
    const [left, right] = [readA(cells), readB(cells)];
    if (left === REFUSED || right === REFUSED) return REFUSED;
    if (isBlank(left) || isBlank(right)) return BLANK;
    if (a.op === 'column') {
      const exact = timesExactly(a, (cells[a.index] ?? '').trim(), right, a.as.unit ?? 'seconds');
      if (exact !== REFUSED) return exact;
    }
    const [x, y] = [BigInt(left), BigInt(right)];
    return Number((x * y) / 1_000_000n);
  };
}

/** a ÷ b in millionths, rounded half away from zero. */
function over(a: Resolved, b: Resolved, zones: Zones): ReadNumber {
  const [readA, readB] = [readNumber(a, zones), readNumber(b, zones)];
  return (cells) => {
    const [left, right] = [readA(cells), readB(cells)];
    if (left === REFUSED || right === REFUSED) return REFUSED;
    if (isBlank(left) || isBlank(right) || right === 0) return BLANK;
    const [n, d] = [BigInt(Math.abs(left)) * 1_000_000n, BigInt(Math.abs(right))];
    const size = Number((2n * n + d) / (2n * d));
    return left < 0 !== right < 0 && size !== 0 ? -size : size;
  };
}

/** How the value of the columns so far and that of the next become one. */
const combine = {
  first: (found: number, next: number) => (isBlank(found) ? next : found),
  plus: (total: number, next: number) => total + next,
  minus: (left: number, next: number) => (isBlank(next) ? left : left - next),
  difference: (whole: number, part: number) => whole - part,
};

/** A number that is made of others of the same row, each read by `read`; refused if one of them is. */
export function combined<Row>(
  op: keyof typeof combine,
  of: readonly Resolved[],
  read: (one: Resolved) => (row: Row) => number,
): (row: Row) => number {
  const [first, ...rest] = of.map(read);
  if (first === undefined) return () => BLANK;
  const add = combine[op];
  return (row) => {
    let value = first(row);
    for (const read of rest) {
      const next = read(row);
      if (next === REFUSED || value === REFUSED) return REFUSED;
      value = add(value, next);
    }
    return value;
  };
}

/** How a number (or instant, or day) is read from a row: BLANK if it is blank, REFUSED if it cannot be read. */
export function readNumber(from: Resolved, zones: Zones): ReadNumber {
  switch (from.op) {
    case 'column': {
      const { parse } = kindOf(from, zones);
      const { index } = from;
      const { blank } = from.as;
      if (blank === undefined) return (cells) => parse(cells[index] ?? '');
      return (cells) => {
        const value = parse(cells[index] ?? '');
        return isBlank(value) ? blank : value;
      };
    }
    case 'first':
    case 'plus':
    case 'minus':
      return combined(from.op, from.of, (one) => readNumber(one, zones));
    case 'difference':
      return combined('difference', [from.a, from.b], (one) => readNumber(one, zones));
    case 'times':
      return times(from.a, from.b, zones);
    case 'over':
      return over(from.a, from.b, zones);
    case 'constant': {
      const value = constantNumber(from, zones);
      return () => value;
    }
    case 'day':
      return () => from.day;
    case 'yearless': {
      const { parse } = day({ order: undefined }, { report: zones.report });
      return (cells) => {
        const cell = cells[from.index] ?? '';
        const value = parse(cell);
        return value === REFUSED ? (readYearless(cell, from.newest) ?? REFUSED) : value;
      };
    }
    case 'nth_day':
      return (cells) => {
        const cell = (cells[from.index] ?? '').trim();
        return /^\d{1,5}$/.test(cell) ? from.from + Number(cell) : REFUSED;
      };
    case 'span':
      return readSpan(from, zones);
    default:
      return () => BLANK;
  }
}

/** How a text is read from a row; null if it is blank. */
export function readText(from: Resolved): ReadText {
  switch (from.op) {
    case 'column': {
      const { index, as } = from;
      const { parse } = as.type === 'key' ? key : text;
      const own = new Map(Object.entries(as.words ?? {}).map(([word, meaning]) => [word.toLowerCase(), meaning]));
      if (as.status) {
        const meaning = remembered((cell) => {
          const word = parse(cell);
          return word === null ? null : (own.get(word.toLowerCase()) ?? statusOf(word) ?? word) || null;
        });
        return (cells) => meaning(cells[index] ?? '');
      }
      const words = as.words ?? (as.others === undefined ? undefined : {});
      if (words === undefined) return (cells) => parse(cells[index] ?? '');
      const empty = own.get('') ?? null;
      return (cells) => {
        const word = parse(cells[index] ?? '');
        if (word === null) return empty;
        const meaning = own.get(word.toLowerCase()) ?? as.others ?? word;
        return meaning === '' ? null : meaning;
      };
    }
    case 'first': {
      const of = from.of.map(readText);
      return (cells) => {
        for (const read of of) {
          const value = read(cells);
          if (value !== null) return value;
        }
        return null;
      };
    }
    case 'text':
      return () => from.value || null;
    case 'when_filled': {
      const [filled, otherwise] = [readText(from.column), readText(from.otherwise)];
      return (cells) => (filled(cells) === null ? otherwise(cells) : from.gives);
    }
    case 'split': {
      const whole = readText(from.of);
      return (cells) => whole(cells)?.split(from.by)[from.index]?.trim() || null;
    }
    default:
      return () => null;
  }
}
