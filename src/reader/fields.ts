import { unitSeconds } from '../core/duration-unit.ts';
import { signIn } from '../fields/affix.ts';
import { currenciesOf, currencyCell } from '../fields/currency.ts';
import { REFUSED } from '../fields/field.ts';
import { combined, constantNumber, readNumber, readText, type Zones } from '../plan/compile.ts';
import type { Resolved, SaidCurrency } from '../plan/plan.ts';
import { columnsOf, positionsOf } from '../plan/resolve-fields.ts';
import { asWindows1252 } from '../readers/encoding.ts';
import type { Batch } from './batch.ts';
import { type ColumnsPlan, kind, type TextPlan } from './columns.ts';

type Column = Extract<Resolved, { op: 'column' }>;

/** What reads the records of a batch. */
export interface Reading {
  readonly batch: Batch;
  readonly zones: Zones;
  /** A row of texts, of which the exact parsers find those that they are given. */
  readonly cells: string[];
  readonly said: SaidCurrency;
  readonly encoding: ColumnsPlan['encoding'];
}

/** Puts the texts of some cells of a record where the exact parsers find them. */
export function putTexts({ batch, cells }: Reading, places: readonly number[], record: number): void {
  for (const at of places) cells[at] = batch.text(record, at);
}

/**
 * The values of a batch, one for each record, where `batch.out` is: BLANK, or REFUSED where the exact reader has to look at the
 * row.
 */
export type ReadNumbers = () => Float64Array<ArrayBuffer>;

/** Reads a number exactly, from the texts of its cells; a sign of another currency is left to the exact reader of rows. */
function exactly(from: Resolved, reading: Reading): (record: number) => number {
  const { zones, cells, said } = reading;
  const read = readNumber(from, zones);
  const places = positionsOf(from);
  const amounts = columnsOf(from).flatMap(({ as, index }) => (as.type === 'money' ? [index] : []));
  const stated = said.from === null ? null : { read: readText(said.from), places: positionsOf(said.from) };
  return (record) => {
    putTexts(reading, places, record);
    for (const at of amounts) {
      const sign = signIn(cells[at]!);
      if (sign === null) continue;
      if (stated !== null) putTexts(reading, stated.places, record);
      const currency = currencyCell(stated?.read(cells) ?? '') ?? said.otherwise;
      if (currency !== null && !sign.codes.includes(currency)) return REFUSED;
    }
    return read(cells);
  };
}

/** Signs that the kernel knows beside amounts; others are left to the exact parser. */
const knownSigns = ['€', '£', '$'];

/** The bytes of the sign that amounts may have, the first in the lowest; 0 where each has to be looked at. */
function signBytes({ from, otherwise }: SaidCurrency, encoding: ColumnsPlan['encoding']): number {
  if (from !== null && from.op !== 'text') return 0;
  const currency = from === null ? otherwise : (currencyCell(from.value) ?? otherwise);
  const sign = knownSigns.find((one) => currency === null || currenciesOf(one).includes(currency)) ?? '';
  const bytes = encoding === 'utf-8' ? Buffer.from(sign) : asWindows1252(sign);
  return bytes.reduceRight((bytes, byte) => bytes * 256 + byte, 0);
}

const orders = { ymd: 0, dmy: 1, mdy: 2 };

/** How the kernel reads a column into `out`; null for one that only the exact parser reads. */
function byKernel(column: Column, blank: number, { batch, said, encoding }: Reading) {
  const { as, index, decimal = '.', positive, below, typed } = column;
  const { kernel } = batch;
  const mark = decimal.charCodeAt(0);
  // A number of a workbook is not written in the convention of the texts beside it.
  const written = typed === true || as.type === 'duration' ? 0 : encoding === 'utf-8' ? 1 : 2;
  const sign = as.type === 'money' ? signBytes(said, encoding) : 0;
  const numbers =
    (times: number, isWhole: boolean, isPositive = false) =>
    (out: number) =>
      kernel.numbers(index, mark, times, isWhole, isPositive, blank, written, sign, out);
  const order = orders[as.order ?? column.order ?? 'ymd'];
  switch (as.type) {
    case 'ratio':
      return as.bare === 'percent' ? null : numbers(1, false);
    case 'duration':
      return as.unit === 'milliseconds' ? null : numbers(unitSeconds[as.unit ?? 'seconds'], false);
    case 'instant':
      return (out: number) => kernel.instants(index, order, blank, out);
    case 'day':
      return (out: number) => kernel.days(index, order, blank, out);
    default:
      return numbers(below === true ? -1 : 1, as.type === 'count' && as.estimated !== true, positive === true);
  }
}

function columnNumbers(from: Column, reading: Reading): ReadNumbers {
  const { batch, zones } = reading;
  const exact = exactly(from, reading);
  const source = from.as.type === 'instant' && from.as.zone === 'UTC' ? zones.utc : zones.source;
  const asked = { exact, local: (wall: number) => source.instant(wall) };
  const read = byKernel(from, readNumber(from, zones)([]), reading);
  if (read === null) return exactNumbers(exact, reading);
  return () => {
    batch.asked = asked;
    read(batch.out);
    return batch.values(batch.out);
  };
}

/** Reads each record by itself. */
function exactNumbers(exact: (record: number) => number, { batch }: Reading): ReadNumbers {
  return () => {
    const { kinds } = batch;
    const values = batch.values(batch.out);
    for (let record = 0; record < values.length; record += 1)
      values[record] = kinds[record] === kind.plain ? exact(record) : Number.NaN;
    return values;
  };
}

/** How the numbers of a batch are read. */
export function numberColumn(from: Resolved, reading: Reading): ReadNumbers {
  switch (from.op) {
    case 'column':
      return columnNumbers(from, reading);
    case 'first':
    case 'plus':
    case 'minus':
      return combinedNumbers(from.op, from.of, reading);
    case 'difference':
      return combinedNumbers('difference', [from.a, from.b], reading);
    case 'constant': {
      const value = constantNumber(from, reading.zones);
      return () => reading.batch.values(reading.batch.out).fill(value);
    }
    default:
      return exactNumbers(exactly(from, reading), reading);
  }
}

/** Reads the parts of a number one after the other, then combines them. */
function combinedNumbers(op: Parameters<typeof combined>[0], of: readonly Resolved[], reading: Reading): ReadNumbers {
  const parts = of.map((one) => ({ read: numberColumn(one, reading), values: new Float64Array(0) }));
  const value = combined<number>(op, of, (one) => {
    const part = parts[of.indexOf(one)]!;
    return (record) => part.values[record]!;
  });
  return () => {
    // Each of them is written where the one before was.
    for (const part of parts) part.values = part.read().slice();
    const values = reading.batch.values(reading.batch.out);
    for (let record = 0; record < values.length; record += 1) values[record] = value(record);
    return values;
  };
}

/** Values of the few different contents of some cells: each different one is read once in a stretch. */
export class Words<V> {
  readonly values: V[] = [];
  #table = 0;

  constructor(
    readonly places: readonly number[],
    readonly reading: Reading,
    /** The value of a record. */
    readonly read: (record: number) => V,
  ) {}

  begin(): void {
    const { batch } = this.reading;
    this.values.length = 0;
    this.#table = batch.kernel.tuples(this.places.length);
    batch.ints.set(this.places, batch.kernel.columnsOf(this.#table) / 4);
  }

  /** The places in `values` of what the records of a batch have, written to `out`. */
  codes(out: number): Int32Array<ArrayBuffer> {
    const { batch } = this.reading;
    batch.kernel.numbersOf(this.#table, out);
    this.#readNew();
    return batch.numbers(out, 1);
  }

  /** That of one record. */
  code(record: number): number {
    const code = this.reading.batch.kernel.numberOf(this.#table, record);
    if (code === this.values.length) this.#readNew();
    return code;
  }

  #readNew(): void {
    const { kernel } = this.reading.batch;
    const size = kernel.sizeOf(this.#table);
    while (this.values.length < size) this.values.push(this.read(kernel.firstOf(this.#table, this.values.length)));
  }
}

/** A currency that no list has: the exact reader refuses its row. */
export const noCurrency = '';

/** The words of a text field; those of a currency are its codes. */
export function textWords({ from, currency }: TextPlan, reading: Reading): Words<string | null> {
  const read = readText(from);
  const places = positionsOf(from);
  return new Words(places, reading, (record) => {
    putTexts(reading, places, record);
    const text = read(reading.cells);
    return currency && text !== null ? (currencyCell(text) ?? noCurrency) : text;
  });
}

/** Where the kernel finds a key: the columns of which the first filled one counts; null if only the exact parser finds it. */
export function keyColumns(from: Resolved): readonly { readonly index: number; readonly isKey: boolean }[] | null {
  const columns = from.op === 'first' ? from.of : [from];
  const isBare = (one: Resolved): one is Column =>
    one.op === 'column' && one.as.words === undefined && one.as.others === undefined && one.as.status === undefined;
  return columns.every(isBare) ? columns.map(({ index, as }) => ({ index, isKey: as.type === 'key' })) : null;
}

/** Reads a key exactly. */
export function exactKey(from: Resolved, reading: Reading): (record: number) => string | null {
  const read = readText(from);
  const places = positionsOf(from);
  return (record) => {
    putTexts(reading, places, record);
    return read(reading.cells);
  };
}
