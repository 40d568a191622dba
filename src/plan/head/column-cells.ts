import { getOrInsert } from '../../core/get-or-insert.ts';
import { zoneOf } from '../../core/zone.ts';
import { timestamp } from '../../fields/date.ts';
import { duration } from '../../fields/duration.ts';
import { BLANK, REFUSED } from '../../fields/field.ts';
import { number } from '../../fields/number.ts';
import type { FieldType } from '../../records/field-types.ts';
import type { Rows } from './head-records.ts';

/** This many rows of the head decide what a column holds. */
const sample = 500;

const utc = zoneOf('UTC');
const zones = { report: utc, source: utc };
const numerals = (['.', ','] as const).map((decimal) => number({ decimal }).parse);
const days = (['dmy', 'mdy'] as const).map((order) => timestamp({ order }, zones).parse);
const times = (['.', ','] as const).map((decimal) => duration({ decimal, bare: 's' }).parse);

/** The value in the first convention that reads a cell; REFUSED if none does. */
function inAny(parsers: readonly ((text: string) => number)[], cell: string): number {
  for (const parse of parsers) {
    const value = parse(cell);
    if (value !== REFUSED) return value;
  }
  return REFUSED;
}

/** Whether a cell is a date or an instant, in any order. Bare digits are not: `20261102` may as well be a number. */
export const isDate = (cell: string): boolean => {
  const value = inAny(days, cell);
  return value !== REFUSED && !Number.isNaN(value);
};

/** Whether a cell is a number or an amount, in any convention. */
export const isNumber = (cell: string): boolean => {
  const value = inAny(numerals, cell);
  return value !== REFUSED && !Number.isNaN(value);
};

const isDuration = (text: string): boolean => inAny(times, text) !== REFUSED;
const isPercent = (text: string): boolean => text.endsWith('%');

/** What the cells of one column hold, judged by the head. What nobody asks is not looked for. */
class ColumnCells {
  /** The values in their rows: BLANK if there is no number. */
  readonly values: readonly number[];
  readonly #texts: readonly string[];
  readonly #numbers: readonly number[];
  readonly #counts = new Map<unknown, number>();

  constructor(cells: Iterable<string>) {
    const texts = Array.from(cells, (cell) => cell.trim());
    const values = texts.map((text) => inAny(numerals, text));
    const isFilled = (at: number): boolean => texts[at] !== '' && !Number.isNaN(values[at]);
    this.values = values.map((value) => (value === REFUSED ? BLANK : value));
    this.#texts = texts.filter((_, at) => isFilled(at));
    this.#numbers = values.filter((value, at) => value !== REFUSED && isFilled(at));
  }

  /** Cells that are not blank. */
  get filled(): number {
    return this.#texts.length;
  }

  get different(): number {
    return new Set(this.#texts).size;
  }

  /** The different texts, in small letters. */
  get words(): readonly string[] {
    return [...new Set(this.#texts.map((text) => text.toLowerCase()))];
  }

  get numbers(): number {
    return this.#numbers.length;
  }

  get whole(): number {
    return this.#numbers.filter((value) => value % 1_000_000 === 0).length;
  }

  get above(): number {
    return this.#numbers.filter((value) => value > 0).length;
  }

  get below(): number {
    return this.#numbers.filter((value) => value < 0).length;
  }

  /** Numbers between 0 and 1, both excluded. */
  get fractions(): number {
    return this.#numbers.filter((value) => value > 0 && value < 1_000_000).length;
  }

  /** The largest number without its sign. */
  get most(): number {
    return this.#numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }

  get dates(): number {
    return this.#count(isDate);
  }

  /** Whether all cells but the last are dates: a line below a table, such as its copyright or a total, is in its first column. */
  get areDatesAboveOther(): boolean {
    const last = this.#texts.at(-1);
    return this.filled > 2 && this.dates === this.filled - 1 && last !== undefined && !isDate(last);
  }

  get durations(): number {
    return this.#count(isDuration);
  }

  get percents(): number {
    return this.#count(isPercent);
  }

  #count(is: (text: string) => boolean): number {
    return getOrInsert(this.#counts, is, () => this.#texts.filter(is).length);
  }
}

/** What the columns of a table hold, each examined on first use. */
export class Columns {
  readonly #known = new Map<number, ColumnCells>();

  constructor(readonly rows: Rows) {}

  of(index: number): ColumnCells {
    return getOrInsert(this.#known, index, () => new ColumnCells(this.#cells(index)));
  }

  *#cells(index: number): Generator<string> {
    let seen = 0;
    for (const row of this.rows([index])) {
      yield row[index] ?? '';
      seen += 1;
      if (seen === sample) return;
    }
  }

  /** How many of the filled cells can be read as a type. */
  readable(index: number, type: FieldType): number {
    const column = this.of(index);
    switch (type) {
      case 'text':
      case 'key':
        return column.filled;
      case 'instant':
      case 'day':
        return column.dates;
      case 'duration':
        return column.durations;
      case 'ratio':
        return column.numbers + column.percents;
      case 'count':
        return column.whole;
      default:
        return column.numbers;
    }
  }

  /** Whether a column cannot hold a type: it is not blank, and no cell can be read so. */
  cannotBe(index: number, type: FieldType): boolean {
    return this.of(index).filled > 0 && this.readable(index, type === 'count' ? 'number' : type) === 0;
  }

  /** Whether nearly all filled cells of a column can be read as a type. */
  holds(index: number, type: FieldType): boolean {
    const column = this.of(index);
    const { filled } = column;
    if ((type === 'day' || type === 'instant') && column.areDatesAboveOther) return true;
    return filled > 0 && this.readable(index, type) >= 0.95 * filled;
  }

  /** Whether the numbers of a column are shares, such as a discount of `0.2`: none is above 1, and one is between 0 and 1. */
  isRate(index: number): boolean {
    const { numbers, fractions, most, percents, filled, below } = this.of(index);
    if (filled > 0 && percents === filled) return true;
    return numbers > 0 && numbers === filled && below === 0 && fractions > 0 && most <= 1_000_000;
  }
}
