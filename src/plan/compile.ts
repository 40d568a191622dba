import { remembered } from '../core/kept.ts';
import { statusOf } from '../core/order-status.ts';
import type { Zone } from '../core/zone.ts';
import { saysNothing } from '../fields/blank.ts';
import { day, timestamp } from '../fields/date.ts';
import type { DayRange } from '../fields/date-range.ts';
import { duration } from '../fields/duration.ts';
import { BLANK, type FieldKind, REFUSED } from '../fields/field.ts';
import { key } from '../fields/key.ts';
import { integer, number, ratio, scaled } from '../fields/number.ts';
import type { Decimal } from '../fields/numeral.ts';
import { flag, text } from '../fields/text-field.ts';
import { unitDays } from '../fields/unit-days.ts';
import { typedKind } from './head/typed-cells.ts';
import type { Resolved, UnitColumn } from './plan.ts';
import { readYearless } from './yearless.ts';

/** A row of a table: its cells by position. */
export type Cells = readonly string[];
export type ReadNumber = (cells: Cells) => number;
export type ReadText = (cells: Cells) => string | null;

/** The zones that texts without an offset are read in. */
export interface Zones {
  readonly source: Zone;
  readonly report: Zone;
  readonly utc: Zone;
}

const durationUnits = { seconds: 's', minutes: 'min', hours: 'h' } as const;

type Column = Extract<Resolved, { op: 'column' }>;
type Span = Extract<Resolved, { op: 'span' }>;

/** The field kind of a column, with its file's conventions. */
export function kindOf(column: Column, zones: Zones): Pick<FieldKind, 'parse' | 'why'> {
  const { as, decimal = '.', order, typed, ...rest } = column;
  if (typed === true) {
    const own = (mark: Decimal) => kindOf({ ...rest, as, decimal: mark }, zones);
    return typedKind(own(decimal), own('.'));
  }
  const shape = as.order ? { order: as.order } : { order };
  const own = { report: zones.report, source: as.zone === 'UTC' ? zones.utc : zones.source };
  switch (as.type) {
    case 'ratio':
      return ratio({ decimal, ...(as.bare ? { bare: as.bare } : {}) });
    case 'duration':
      return duration({ decimal, bare: durationUnits[as.unit ?? 'seconds'] });
    case 'instant':
      return timestamp(shape, own);
    case 'day':
      return day(shape, own);
    default: {
      const isWhole = as.type === 'count' && as.estimated !== true;
      const plain = isWhole ? integer({ decimal }) : number({ decimal });
      return withSign(as.flags ? numberOrFlag(decimal) : plain, column);
    }
  }
}

/** The kind of a column that is positive by definition: some files write it below 0. */
function withSign(plain: Pick<FieldKind, 'parse' | 'why'>, { below, positive }: Column): typeof plain {
  if (below === undefined && positive === undefined) return plain;
  const turned = (value: number): number => (below === true && value !== 0 ? -value : value);
  const isRefused = (value: number): boolean => positive === true && turned(value) < 0;
  return {
    parse: (text) => {
      const value = plain.parse(text);
      if (value === REFUSED || isRefused(value)) return REFUSED;
      return turned(value);
    },
    why: (text) => plain.why(text) ?? (isRefused(plain.parse(text)) ? 'unexpected_sign' : null),
  };
}

/** A number, or yes and no as 1 and 0. */
function numberOrFlag(decimal: Decimal): Pick<FieldKind, 'parse' | 'why'> {
  const plain = number({ decimal });
  return {
    parse: (text) => {
      const value = plain.parse(text);
      if (value !== REFUSED) return value;
      const said = flag.parse(text);
      return said === REFUSED ? REFUSED : said * 1_000_000;
    },
    why: (text) => (flag.parse(text) === REFUSED ? plain.why(text) : null),
  };
}

const isBlank = Number.isNaN;

/** a × b for a mean or share of at most twelve places, rounded half away from zero to whole millionths. */
function timesExactly(a: Column, mean: string, b: number, seconds: number): number {
  const exact = scaled(mean.replace(/%\s*$/, ''), a.decimal ?? '.', 12);
  if (exact === null) return REFUSED;
  const scale = 10n ** 12n * (/%\s*$/.test(mean) || a.as.bare === 'percent' ? 100n : 1n);
  const product = exact * BigInt(b) * BigInt(seconds);
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
      const exact = timesExactly(a, (cells[a.index] ?? '').trim(), right, a.as.unit === 'minutes' ? 60 : 1);
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

/** The value of a number (or instant, or day) that is the same in every row. */
export const constantNumber = ({ value, as }: Extract<Resolved, { op: 'constant' }>, zones: Zones): number =>
  kindOf({ op: 'column', index: -1, name: '', as, decimal: '.', order: 'ymd' }, zones).parse(value);

/** A number that is made of others of the same row, each read by `read`. */
export function combined<Row>(
  op: 'first' | 'plus' | 'minus' | 'difference',
  of: readonly Resolved[],
  read: (one: Resolved) => (row: Row) => number,
): (row: Row) => number {
  const [first, ...rest] = of.map(read);
  if (first === undefined) return () => BLANK;
  switch (op) {
    case 'first':
      return (row) => {
        let found = first(row);
        for (const next of rest) {
          const value = next(row);
          if (value === REFUSED || found === REFUSED) return REFUSED;
          if (isBlank(found)) found = value;
        }
        return found;
      };
    case 'plus':
      return (row) => {
        let total = first(row);
        for (const next of rest) {
          const value = next(row);
          if (value === REFUSED || total === REFUSED) return REFUSED;
          total += value;
        }
        return total;
      };
    case 'minus':
      return (row) => {
        let left = first(row);
        for (const next of rest) {
          const value = next(row);
          if (value === REFUSED || left === REFUSED) return REFUSED;
          if (!isBlank(value)) left -= value;
        }
        return left;
      };
    default:
      return (row) => {
        const [whole, part] = [first(row), rest[0]!(row)];
        return whole === REFUSED || part === REFUSED ? REFUSED : whole - part;
      };
  }
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

/** Up to this many distinct cells of weeks and months are read once each. */
const mostSpans = 10_000;

/** The first or last day of what the cells of a row name; a row that names none, or an ambiguous one, is refused. */
function readSpan({ of, edge, within }: Span, zones: Zones): ReadNumber {
  const known = new Map<string, number>();
  const read = spansOf(of, within, zones);
  return (cells) => {
    const key = of.map(({ column }) => cells[column.index] ?? '').join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    const spans = read(cells);
    const [only] = spans;
    const value = only === undefined || spans.length > 1 ? REFUSED : only[edge];
    if (known.size < mostSpans) known.set(key, value);
    return value;
  };
}

/** All spans of days that the cells of a row may name together. */
export function spansOf(
  of: readonly UnitColumn[],
  within: DayRange | null,
  zones: Zones,
): (cells: Cells) => readonly DayRange[] {
  const isYear = ({ unit }: UnitColumn): boolean => unit === 'year' || unit === 'iso_year';
  // Years first: they decide which January is meant.
  const readers = [...of.filter(isYear), ...of.filter((one) => !isYear(one))].map(({ unit, column }) => {
    const { parse } = kindOf({ ...column, as: { ...column.as, type: 'day' } }, zones);
    return (cells: Cells, known: DayRange | null): readonly DayRange[] | null => {
      const cell = cells[column.index] ?? '';
      return saysNothing(cell) ? null : unitDays(unit, cell, { day: parse, within: known });
    };
  });
  return (cells) => {
    let spans: readonly DayRange[] | null = null;
    for (const read of readers) {
      const own = read(cells, spans?.length === 1 ? spans[0]! : within);
      if (own === null) continue;
      spans = spans === null ? own : shared(spans, own);
    }
    return spans ?? [];
  };
}

/** The days that lie in one of the first and one of the second. */
const shared = (some: readonly DayRange[], others: readonly DayRange[]): DayRange[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return both.from <= both.to ? [both] : [];
    }),
  );

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

/** The column whose value was refused, and why. */
export function blame(
  from: Resolved,
  cells: Cells,
  zones: Zones,
): { column: string; reason: string; value: string } | null {
  switch (from.op) {
    case 'column': {
      const value = cells[from.index] ?? '';
      const reason = kindOf(from, zones).why(value);
      return reason === null ? null : { column: from.name, reason, value };
    }
    case 'span': {
      const { column } = from.of[0]!;
      const value = cells[column.index] ?? '';
      return { column: column.name, reason: saysNothing(value) ? 'missing_value' : 'not_a_date', value };
    }
    case 'yearless': {
      const value = cells[from.index] ?? '';
      return readNumber(from, zones)(cells) === REFUSED ? { column: from.name, reason: 'not_a_date', value } : null;
    }
    case 'nth_day':
      return { column: from.name, reason: 'not_a_number', value: cells[from.index] ?? '' };
    case 'first':
    case 'plus':
    case 'minus':
      return from.of.map((one) => blame(one, cells, zones)).find((found) => found !== null) ?? null;
    case 'times':
    case 'over':
    case 'difference':
      return blame(from.a, cells, zones) ?? blame(from.b, cells, zones);
    default:
      return null;
  }
}

/** The first column that a value is read from: what to name if it is missing. */
export function columnName(from: Resolved): string | null {
  switch (from.op) {
    case 'column':
    case 'nth_day':
    case 'yearless':
      return from.name;
    case 'span':
      return from.of[0]?.column.name ?? null;
    case 'first':
    case 'plus':
    case 'minus':
      return from.of.map(columnName).find((name) => name !== null) ?? null;
    case 'times':
    case 'over':
    case 'difference':
      return columnName(from.a);
    default:
      return null;
  }
}
