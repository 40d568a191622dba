import { signIn } from '../fields/affix.ts';
import { currencyCell } from '../fields/currency.ts';
import { REFUSED } from '../fields/field.ts';
import { combined, constantNumber, readNumber, readText, type Zones } from '../plan/compile.ts';
import type { Resolved } from '../plan/plan.ts';
import { columnsOf, positionsOf } from '../plan/resolve-fields.ts';
import type { Row } from '../readers/row.ts';
import { type Dates, isPlainText, keyForm, keyFormOf, numberIn, UNSURE } from './cell-bytes.ts';
import type { TextPlan } from './columns.ts';
import { Words } from './words.ts';

type Column = Extract<Resolved, { op: 'column' }>;

/** A number of the current row: BLANK, or REFUSED where the exact reader has to look at the row. */
export type ReadCell = () => number;

/** What reads the cells of a row, one row after the other. */
export interface Reading {
  readonly row: Row;
  readonly zones: Zones;
  readonly dates: Dates;
  /** A row of texts, of which the exact parsers find those that they are given. */
  readonly cells: string[];
}

/** How a column is read from its bytes; null for one that only the exact parser reads. */
function bytesOf(
  { as, decimal = '.', positive, below }: Column,
  { row, dates, zones }: Reading,
): ((from: number, to: number) => number) | null {
  const mark = decimal.charCodeAt(0);
  switch (as.type) {
    case 'ratio':
      return as.bare === 'percent' ? null : (from, to) => numberIn(row.bytes, from, to, mark);
    case 'duration': {
      const times = { seconds: 1, minutes: 60, hours: 3600 }[as.unit ?? 'seconds'];
      return (from, to) => {
        const value = numberIn(row.bytes, from, to, mark) * times;
        // That it is too large, the exact parser says.
        return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : UNSURE;
      };
    }
    case 'instant': {
      const source = as.zone === 'UTC' ? zones.utc : zones.source;
      return (from, to) => dates.instant(row.bytes, from, to, source);
    }
    case 'day':
      return (from, to) => dates.wholeDay(row.bytes, from, to);
    default: {
      if (positive !== undefined || below !== undefined) return null;
      if (as.type !== 'count' || as.estimated === true) return (from, to) => numberIn(row.bytes, from, to, mark);
      return (from, to) => {
        const value = numberIn(row.bytes, from, to, mark);
        return value % 1e6 === 0 ? value : UNSURE;
      };
    }
  }
}

/** Reads a number exactly, from the texts of its cells; amounts with a sign are left to the exact reader of rows. */
function exactly(from: Resolved, { row, zones, cells }: Reading): ReadCell {
  const read = readNumber(from, zones);
  const places = positionsOf(from);
  const amounts = columnsOf(from).flatMap(({ as, index }) => (as.type === 'money' ? [index] : []));
  return () => {
    for (const at of places) cells[at] = row.text(at);
    for (const at of amounts) if (signIn(cells[at]!) !== null) return REFUSED;
    return read(cells);
  };
}

function columnNumber(from: Column, reading: Reading): ReadCell {
  const { row } = reading;
  const { index } = from;
  const exact = exactly(from, reading);
  const plain = bytesOf(from, reading);
  if (plain === null) return exact;
  const blank = readNumber(from, reading.zones)([]);
  return () => {
    const start = row.starts[index]!;
    const end = row.ends[index]!;
    if (start === end) return blank;
    const value = plain(start, end);
    // No digit of a number in doubled quotes is read: such a cell is never plain.
    return value === UNSURE ? exact() : value;
  };
}

/** How a number is read from the bytes of a row. */
export function numberCell(from: Resolved, reading: Reading): ReadCell {
  switch (from.op) {
    case 'column':
      return columnNumber(from, reading);
    case 'first':
    case 'plus':
    case 'minus':
      return combined<void>(from.op, from.of, (one) => numberCell(one, reading));
    case 'difference':
      return combined<void>('difference', [from.a, from.b], (one) => numberCell(one, reading));
    case 'constant': {
      const value = constantNumber(from, reading.zones);
      return () => value;
    }
    default:
      return exactly(from, reading);
  }
}

/** The bytes of several cells, as one key. */
class Joined {
  bytes = new Uint8Array(256);
  length = 0;

  set(row: Row, places: readonly number[]): void {
    let length = 0;
    for (const at of places) {
      const [from, to] = at < row.width ? [row.starts[at]!, row.ends[at]!] : [0, 0];
      if (length + to - from + 4 > this.bytes.length) this.#grow(length + to - from + 4);
      const size = to - from;
      this.bytes[length++] = size & 0xff;
      this.bytes[length++] = (size >> 8) & 0xff;
      this.bytes[length++] = (size >> 16) & 0xff;
      for (let i = from; i < to; i++) this.bytes[length++] = row.bytes[i]!;
    }
    this.length = length;
  }

  #grow(least: number): void {
    const more = new Uint8Array(least * 2);
    more.set(this.bytes);
    this.bytes = more;
  }
}

/** Values of a few different texts of some cells: each different text is read once in a segment. */
export class WordCell<V> {
  readonly words = new Words();
  readonly values: V[] = [];
  readonly #joined = new Joined();

  constructor(
    readonly places: readonly number[],
    readonly reading: Reading,
    /** The value of the texts in `reading.cells`. */
    readonly read: () => V,
  ) {}

  clear(): void {
    this.words.clear();
    this.values.length = 0;
  }

  /** The place in `values` of what the current row has. */
  code(): number {
    const { row, cells } = this.reading;
    const { places, words } = this;
    const before = words.size;
    let number: number;
    if (places.length === 1) {
      const at = places[0]!;
      number = at < row.width ? words.number(row.bytes, row.starts[at]!, row.ends[at]!) : words.number(row.bytes, 0, 0);
    } else {
      this.#joined.set(row, places);
      number = words.number(this.#joined.bytes, 0, this.#joined.length);
    }
    if (number === before) {
      for (const at of places) cells[at] = row.text(at);
      this.values.push(this.read());
    }
    return number;
  }
}

/** A currency that no list has: the exact reader refuses its row. */
export const noCurrency = '';

/** The words of a text field; those of a currency are its codes. */
export function wordCell({ from, currency }: TextPlan, reading: Reading): WordCell<string | null> {
  const read = readText(from);
  return new WordCell(positionsOf(from), reading, () => {
    const text = read(reading.cells);
    return currency && text !== null ? (currencyCell(text) ?? noCurrency) : text;
  });
}

/** Reads the key in the current row: where its bytes lie, in `bytes` from `from` to `to`. */
export class KeyCell {
  bytes: Uint8Array = new Uint8Array(256);
  from = 0;
  to = 0;
  /** The text, of a key that is not plain. */
  text: string | null = null;
  readonly #own = new Uint8Array(1024);
  readonly #columns: readonly Column[] | null;
  readonly #read: (cells: readonly string[]) => string | null;
  readonly #places: readonly number[];

  constructor(
    from: Resolved,
    readonly reading: Reading,
  ) {
    const columns = from.op === 'first' ? from.of : [from];
    const isBare = (one: Resolved): one is Column =>
      one.op === 'column' && one.as.words === undefined && one.as.others === undefined && one.as.status === undefined;
    this.#columns = columns.every(isBare) ? columns : null;
    this.#read = readText(from);
    this.#places = positionsOf(from);
  }

  /** 0 if the row has none, 1 for bytes of ASCII, 2 for another text. */
  read(): number {
    const { row, cells } = this.reading;
    for (const { index, as } of this.#columns ?? []) {
      const from = row.starts[index]!;
      const to = row.ends[index]!;
      if (from === to) continue;
      if (row.hasDoubled && row.doubled[index] === 1) return this.#exact();
      if (as.type !== 'key') {
        if (!isPlainText(row.bytes, from, to)) return this.#exact();
      } else {
        const form = keyFormOf(row.bytes, from, to);
        if (form === keyForm.unsure || to - from > this.#own.length) return this.#exact();
        if (form !== keyForm.asIs) {
          this.#rewrite(row.bytes, from, to, form === keyForm.digits);
          return 1;
        }
      }
      this.bytes = row.bytes;
      this.from = from;
      this.to = to;
      return 1;
    }
    if (this.#columns !== null) return 0;
    for (const at of this.#places) cells[at] = row.text(at);
    this.text = this.#read(cells);
    return this.text === null ? 0 : 2;
  }

  #exact(): number {
    const { row, cells } = this.reading;
    for (const at of this.#places) cells[at] = row.text(at);
    this.text = this.#read(cells);
    return this.text === null ? 0 : 2;
  }

  /** Only its digits, or in small letters. */
  #rewrite(bytes: Uint8Array, from: number, to: number, digits: boolean): void {
    let length = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (digits) {
        if (byte >= 48 && byte <= 57) this.#own[length++] = byte;
      } else this.#own[length++] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
    }
    this.bytes = this.#own;
    this.from = 0;
    this.to = length;
  }
}
