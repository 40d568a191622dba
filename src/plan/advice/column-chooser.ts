import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Kind } from '../../core/kinds.ts';
import type { FieldType } from '../../records/field-types.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { namedUnit } from '../head/named-unit.ts';
import { plainName } from '../head/plain-name.ts';
import { fieldNames } from '../recognise/generic.ts';
import { bareName, type Taxed } from './bare-name.ts';
import { offers } from './offers.ts';

/** What an amount in an object of JSON is called: the `subtotal` of `totals.subtotal` and of `subtotal.amount`. */
const amountName = (name: string): string => name.replace(/\.(?:amount|value)$/i, '').replace(/^.*\./, '');

/** Amounts that records have without tax, and those that they have with it. */
const taxed: Readonly<Record<string, Taxed>> = {
  gross_sales: 'without',
  discounts: 'without',
  shipping: 'without',
  unit_price: 'without',
  unit_cost: 'without',
  item_amount: 'without',
  shipping_amount: 'without',
  total: 'with',
  refunded_total: 'with',
};

/** Chooses columns for the fields of a kind. */
export class ColumnChooser {
  readonly #names: readonly string[];
  readonly #taken: Set<number>;
  readonly #bare = new Map<Taxed, readonly string[]>();
  readonly columns: Record<string, string> = {};
  readonly at: Record<string, number> = {};
  readonly unclear: { field: string; columns: string[] }[] = [];

  constructor(
    readonly kind: Kind,
    readonly header: Header,
    readonly cells: Columns,
    taken: Iterable<number> = [],
  ) {
    this.#taken = new Set(taken);
    this.#names = header.names.map(plainName);
  }

  /** Takes the column of a field, if one holds the right type: by a name of the field, else by a common name for it. */
  take(field: string, type: FieldType): boolean {
    const found = this.own(field, type) ?? this.#offered(field, type);
    if (found === undefined) return false;
    this.give(field, found);
    return true;
  }

  give(field: string, at: number): void {
    this.#taken.add(at);
    this.columns[field] = this.header.names[at]!;
    this.at[field] = at;
  }

  drop(field: string): void {
    this.#taken.delete(this.at[field] ?? -1);
    delete this.columns[field];
    delete this.at[field];
  }

  /** The position of a free column that holds a type and has a fitting name. */
  like(words: RegExp, type: FieldType, amount: Taxed = 'either'): number[] {
    const bare = getOrInsert(this.#bare, amount, () => this.header.names.map((name) => bareName(name, amount)));
    const hasName = (name: string, at: number): boolean =>
      words.test(name) ||
      words.test(bare[at]!) ||
      (type === 'money' && words.test(plainName(amountName(this.header.names[at]!)))) ||
      (type === 'duration' && words.test(bareName(namedUnit(name)?.rest ?? '', 'either')));
    return this.#names.flatMap((name, at) => (hasName(name, at) && this.#fits(at, type) ? [at] : []));
  }

  /** The positions of free columns of dates, whatever their names. */
  dates(): number[] {
    return this.#names.flatMap((_, at) => (this.#fits(at, 'day') ? [at] : []));
  }

  /**
   * Whether a date is that of its row: rows with the same words have different ones. The date on which a campaign begins is the same
   * in all of its rows.
   */
  isOfEachRow(date: number): boolean {
    const words = this.#names.flatMap((_, at) =>
      at === date || this.cells.holds(at, 'number') || this.cells.holds(at, 'day') ? [] : [at],
    );
    const known = new Map<string, string>();
    for (const row of this.cells.rows([date, ...words])) {
      const [own, key] = [row[date]?.trim() ?? '', words.map((at) => row[at] ?? '').join('\0')];
      if (own !== '' && (known.get(key) ?? own) !== own) return true;
      known.set(key, own);
    }
    return false;
  }

  /** The position of a column that has a name of the field, and the right type. */
  own(field: string, type: FieldType): number | undefined {
    return fieldNames(this.kind, field)
      .map((name) => this.header.find(name))
      .find((at) => at !== undefined && this.#fits(at, type));
  }

  #offered(field: string, type: FieldType): number | undefined {
    const words = offers[this.kind][field];
    if (words === undefined) return undefined;
    const found = this.like(words, type, taxed[field]).filter((at) => type !== 'duration' || this.#hasUnit(at));
    // Only one amount can be meant; of dates and words, the first.
    if (found.length > 1 && (type === 'money' || type === 'count' || type === 'number')) {
      this.unclear.push({ field, columns: found.map((at) => this.header.names[at]!) });
      return undefined;
    }
    return found[0];
  }

  /** A bare number may be one of seconds, minutes or hours, unless its column says of which. */
  #hasUnit(at: number): boolean {
    return !this.cells.holds(at, 'number') || namedUnit(this.header.names[at] ?? '') !== null;
  }

  #fits(at: number, type: FieldType): boolean {
    if (this.#taken.has(at) || !this.#isAlone(at)) return false;
    if (type === 'text' || type === 'key') return this.cells.of(at).filled > 0;
    if (type === 'money' && this.cells.isRate(at)) return false;
    return this.cells.holds(at, type);
  }

  /** Whether a column can be named: no column before it has its name. */
  #isAlone(at: number): boolean {
    const name = this.header.names[at] ?? '';
    return name.trim() !== '' && this.header.find(name) === at;
  }
}
