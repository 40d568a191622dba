import { dayOfHour } from '../../core/civil.ts';
import type { Hash } from '../../core/hash.ts';
import { kept } from '../../core/kept.ts';
import { hashIn, personText, printOf } from '../../core/person.ts';
import { platformKey } from '../../core/platforms.ts';
import { convert } from '../../core/rates.ts';
import type { RowSink } from '../../ingest/ingest.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Cells } from '../../plan/compile.ts';
import type { Columns, FieldColumns } from '../../reader/columns.ts';
import type { IdTexts } from '../../reader/id-texts.ts';
import { recordFields } from '../../records/index.ts';
import { typeOfField } from '../../records/told.ts';
import { type Column, nowhere } from '../columns/column.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { HashColumn } from '../columns/hash-column.ts';
import type { KeyIndex } from '../columns/key-index.ts';
import { isPersonField, type Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { agree, type Closeness, type Lasting } from '../state/identity.ts';
import { ShopPeople } from '../state/shop-people.ts';
import type { TableInfo } from '../state/table-info.ts';
import { RowCurrency } from './row-currency.ts';
import { RowWords, type WordPlace } from './row-words.ts';

/** What several rows of one key mean. */
export type Mode =
  /** A newer copy of the same record. */
  | 'replace'
  /** More of the same: added up. */
  | 'sum'
  /** Records of their own. */
  | 'append';

export interface NumberPort {
  readonly at: number;
  readonly column: Column;
  readonly money: boolean;
}

export interface KeyPort {
  readonly at: number;
  /** Null if nobody asks for it, or if `hashes` become its numbers. */
  readonly column: Column | null;
  readonly dictionary: Dictionary;
  readonly hashes: HashColumn | null;
}

/**
 * Takes the rows of one table into the facts of its kind. Subclasses say when a row is booked, what makes it a separate
 * record, and what it keeps besides its numbers.
 */
export abstract class Collector implements RowSink {
  readonly facts: Facts;
  /** That of the records of this source. */
  protected readonly index: KeyIndex;
  /** The columns that the current row is in, and its place there; null for one that was read from its cells. */
  source: FieldColumns | null = null;
  sourceRow = 0;
  /** By combination of words in the current columns, its number; -1 for one that is not known yet. */
  combosOf = new Int32Array(0);
  /** The combination of words of the current row, if it is known without them; else -1. */
  known = -1;
  readonly keyPorts: readonly KeyPort[];
  protected readonly numberPorts: NumberPort[];
  /** The place of the record's own id, if it is kept. */
  readonly #keptId: number;
  readonly #words: RowWords;
  readonly #currency: RowCurrency;
  readonly #platformAt: number;
  #lastDay = Number.NaN;
  readonly #platforms = new Set<string>();
  readonly #hash: Hash = new Int32Array(4);
  protected readonly people: ShopPeople;

  constructor(
    protected readonly memory: Memory,
    readonly table: TableInfo,
    readonly reader: RowReader,
  ) {
    const { kind } = table.plan;
    this.facts = memory.of(kind);
    this.index = memory.index(table.sourceKey);
    this.people = new ShopPeople(memory.keys.people, table.file.store, memory.seed);
    const metas = recordFields(kind);
    this.numberPorts = [];
    for (const [at, { name }] of reader.numberFields.entries()) {
      const meta = metas.get(name);
      if (meta?.role === 'date') continue;
      const type = typeOfField(kind, name);
      const money = type === 'money';
      const whole = type === 'instant' || type === 'day';
      if (!whole && !memory.asked.keeps(kind, name)) continue;
      this.numberPorts.push({ at, column: whole ? this.facts.whole(name) : this.facts.micro(name), money });
    }
    const keyPorts: KeyPort[] = [];
    const words: WordPlace[] = [];
    for (const [at, { name }] of reader.textFields.entries()) {
      if (metas.get(name)?.role === 'id') continue;
      const dictionary = this.dictionaryOf(name);
      if (dictionary !== null) {
        const isKept = memory.asked.keeps(kind, name);
        const isHashed = isKept && name === 'visitor_id' && reader.hidesPeople;
        const column = isKept && !isHashed ? this.facts.key(name) : null;
        keyPorts.push({ at, column, dictionary, hashes: isHashed ? this.facts.hash(name) : null });
      } else if (!this.ownWords.includes(name)) words.push({ name, at });
    }
    this.keyPorts = keyPorts;
    this.#words = new RowWords(memory, table, reader, words);
    this.#currency = new RowCurrency(memory, table, reader);
    this.#keptId =
      memory.setting.keepRecords || (kind === 'ticket' && memory.answersNameTickets)
        ? reader.textFields.findIndex(({ name }) => metas.get(name)?.role === 'id')
        : -1;
    this.#platformAt = reader.textAt(kind === 'email' ? 'tool' : 'platform');
  }

  /** Text fields that do not become words of the combination. */
  protected get ownWords(): readonly string[] {
    return [];
  }

  /** The column of a number that is written even if the file does not have it. */
  kept(name: string): Pick<Column, 'set' | 'add' | 'setRange'> {
    return this.memory.asked.keeps(this.facts.kind, name) ? this.facts.micro(name) : nowhere;
  }

  protected dictionaryOf(name: string): Dictionary | null {
    const { keys } = this.memory;
    if (isPersonField(name)) return keys.people;
    if (name === 'visitor_id') return keys.visitors;
    if (name === 'order_id') return keys.orders;
    if (name === 'tags' && this.memory.setting.keepRecords) return keys.other;
    return ['ticket_id', 'sku', 'product', 'campaign_id'].includes(name) ? keys.other : null;
  }

  abstract row(cells: Cells, record: number): void;

  /** Takes the row whose values are in the reader: nothing in it is refused, and nothing required is missing. */
  abstract accept(record: number): void;

  /** The same, for a table of which a row need not be a record. */
  take(record: number): void {
    this.accept(record);
  }

  /** Whether rows may come by columns, many at a time. */
  readonly takesRuns: boolean = false;

  /**
   * Takes plain records of a segment; `complete` puts the values of one where the reader has them. `textsOf`: the texts of a field
   * of ids of which the columns have the hashes alone.
   */
  takeRun(
    _columns: Columns,
    _from: number,
    _to: number,
    _complete: (record: number) => void,
    _textsOf: (field: number) => IdTexts,
  ): void {}

  /** The combination of words of a record in columns. */
  protected comboOf(combo: number, record: number, complete: (record: number) => void): number {
    if (this.combosOf[combo] === -1) complete(record);
    return this.knownCombo(combo);
  }

  /** The same, where the words of the record are in the reader. */
  knownCombo(combo: number): number {
    const known = this.combosOf[combo]!;
    if (known !== -1) return known;
    this.known = -1;
    const found = this.combo();
    this.combosOf[combo] = found;
    return found;
  }

  /** The fields whose numbers are of use, of a kind that says so; null: all of them. */
  usedNumbers(): ReadonlySet<string> | null {
    return null;
  }

  /** Whether the hashes of a field are of use when all files are read, or nothing else of it is. */
  hashUse(_field: string): 'lasting' | 'alone' | null {
    return null;
  }

  /** All rows of the table have come. */
  finish(): void {}

  /** A row that is left out by rule; a kind whose records replace each other remembers it. */
  skipped(_cells: Cells, _reason: string): void {}

  /** A row that adds up the others; a kind that can compares its rows with it. */
  total(_cells: Cells): void {}

  /** Reads a row; false where it is rejected, which is then in the account. */
  protected readOrReject(cells: Cells, record: number): boolean {
    const fault = this.reader.read(cells) ? this.reader.missing() : this.reader.fault(cells);
    if (fault === null) return true;
    this.reject(record, fault.column, fault.reason, fault.value);
    return false;
  }

  /** Rejects a row because of a field, named by its column in the file. */
  protected rejectField(record: number, field: string, reason: string, value: string): void {
    this.reject(record, this.reader.columnOf(field), reason, value);
  }

  protected reject(record: number, column: string, reason: string, value: string): void {
    this.table.account.reject({ record, column, reason, value: value.slice(0, 80) });
  }

  /** The day of a record counts as covered by its file. */
  seen(hour: number, newest: number): void {
    const day = dayOfHour(hour);
    if (day !== this.#lastDay) {
      this.#lastDay = day;
      this.table.days.add(day);
    }
    if (newest > this.table.newest) this.table.newest = newest;
  }

  /** The combination of words of the last row read. */
  combo(): number {
    return this.known === -1 ? this.#words.combo() : this.known;
  }

  /** The currency code of the row's amounts; empty if none is stated. */
  currencyCode(): string {
    return this.#currency.code();
  }

  /** The rate that converts the row's amounts; null if none is needed. Counts the currencies. */
  rate(hour: number): bigint | null {
    return this.#currency.rate(hour);
  }

  protected meetPlatform(): void {
    if (this.#platformAt === -1) return;
    const platform = this.reader.texts[this.#platformAt] ?? '';
    if (this.#platforms.has(platform)) return;
    this.#platforms.add(kept(platform));
    this.table.platforms.add(platformKey(platform));
  }

  /** Whether the texts of people are filled in for rows that come by columns. */
  readonly needsPeople: boolean = true;

  /** Who a text field of the current row names; null for nobody. */
  personAt(at: number): string | null {
    const column = this.source?.texts[at];
    if (column?.role !== 'person') return this.reader.texts[at] ?? null;
    const print = column.prints[this.sourceRow]!;
    return print === Number.POSITIVE_INFINITY ? null : personText(column.hashes, this.sourceRow * 4, print);
  }

  /** The fingerprint of who a text field of the current row names; NaN for nobody. */
  printAt(at: number): number {
    const column = this.source?.texts[at];
    if (column?.role !== 'person') return printOf(this.reader.texts[at]);
    const print = column.prints[this.sourceRow]!;
    return print === Number.POSITIVE_INFINITY ? Number.NaN : print;
  }

  /** Writes the numbers and keys of the last row read. */
  write(row: number, combo: number, rate: bigint | null, sum: boolean): void {
    const { numbers, texts } = this.reader;
    const { facts } = this;
    if (!sum) {
      facts.table.set(row, this.table.index);
      facts.combo.set(row, combo);
    }
    for (const { at, column, money } of this.numberPorts) {
      let value = numbers[at]!;
      if (rate !== null && money && !Number.isNaN(value)) value = convert(value, rate);
      if (sum) column.add(row, value);
      else column.set(row, value);
    }
    if (sum) return;
    const id = this.#keptId === -1 ? null : (texts[this.#keptId] ?? null);
    if (id !== null) facts.key('record_id').set(row, this.memory.keys.other.add(id));
    for (const { at, column, dictionary, hashes } of this.keyPorts) {
      const text = texts[at] ?? null;
      if (hashes !== null) {
        if (text !== null && hashIn(text, this.#hash)) hashes.set(row, this.#hash, 0);
        else hashes.clear(row);
      }
      if (column === null) continue;
      const hashed = this.source?.texts[at];
      if (hashed?.role === 'person') {
        const print = hashed.prints[this.sourceRow]!;
        const isNamed = print !== Number.POSITIVE_INFINITY;
        column.set(row, isNamed ? this.numberOf(dictionary, hashed.hashes, this.sourceRow * 4, print) : Number.NaN);
      } else column.set(row, text === null || text === undefined ? Number.NaN : this.#keyNumber(dictionary, text));
    }
  }

  /** The number of a person in a dictionary, by hash and fingerprint. */
  protected numberOf(dictionary: Dictionary, hashes: Hash, at: number, print: number): number {
    return dictionary === this.memory.keys.people ? this.people.add(hashes, at, print) : dictionary.addHash(hashes, at);
  }

  /** The number of a key in a dictionary, a new one if needed. */
  #keyNumber(dictionary: Dictionary, text: string): number {
    if (dictionary === this.memory.keys.people) return this.people.addText(text);
    return dictionary.add(dictionary === this.memory.keys.orders ? orderKey(text) : text);
  }

  /** How close in time two rows of one id must be to be one record of this file. */
  protected readonly closeness: Closeness = 'instant';

  /** Whether other files have the same records. */
  get hasOtherFiles(): boolean {
    return (this.memory.setting.filesOfSource.get(this.table.sourceKey) ?? 1) > 1;
  }

  /** The unchanging values of the record whose row is in the reader. */
  protected abstract lasting(): Lasting;

  /** Where a key is in the index of this source. */
  placeOf(key: string): number {
    return this.index.place(key);
  }

  /** The same of the id in a text field of the current row, which a row that comes by columns has with its hash. */
  protected placeOfId(at: number): number {
    const ids = this.source?.texts[at];
    return ids?.role === 'id' ? this.index.placeAt(ids, this.sourceRow) : this.placeOf(`#${this.reader.texts[at]}`);
  }

  /** The row of this file that is the record of the current row; -1 if it is the first. */
  protected ownRow(place: number): number {
    const { facts, memory, table } = this;
    let now: Lasting | null = null;
    for (let row = this.index.rowAt(place); row !== -1; row = orNone(facts.next.get(row))) {
      if (facts.table.get(row) !== table.index) continue;
      now ??= this.lasting();
      const before = memory.identities.lasting(facts, row);
      if (agree(facts.kind, now, before, this.closeness, memory.setting.zone)) return row;
    }
    return -1;
  }

  /**
   * The row to write for a place of the index: a new one, or the one of the same file that is replaced or added to. Copies in other
   * files, and other records of one id, are chained behind it. Null if the current copy is the older one. The current
   * row stands for `own` rows of the file, and without a place for a record of its own.
   */
  place(at: number | null, mode: Mode, updatedAt: number, own = 1): { row: number; sum: boolean } | null {
    const { facts, table } = this;
    if (at === null) return { row: this.fresh(-1, own), sum: false };
    if (mode === 'replace') {
      const row = this.ownRow(at);
      if (row === -1) return { row: this.append(at, own), sum: false };
      if (updatedAt < facts.whole('updated_at').get(row)) {
        table.account.superseded += own;
        return null;
      }
      table.account.superseded += facts.sourceRows.get(row);
      facts.sourceRows.set(row, own);
      return { row, sum: false };
    }
    if (mode === 'sum') {
      for (let row = this.index.rowAt(at); row !== -1; row = orNone(facts.next.get(row))) {
        if (facts.table.get(row) !== table.index) continue;
        facts.sourceRows.set(row, facts.sourceRows.get(row) + own);
        return { row, sum: true };
      }
    }
    return { row: this.append(at, own), sum: false };
  }

  /** The header is written again: rows of other files, pasted below each other. */
  headerAgain(): void {}

  /** A new row for a place of the index, before those that it has. */
  append(at: number, own = 1): number {
    const { memory, table, index } = this;
    const head = index.rowAt(at);
    const row = this.fresh(head, own);
    index.point(at, row);
    if (head !== -1) memory.chained.add(table.sourceKey);
    return row;
  }

  /** A new row, before the one that its key has. */
  protected fresh(next: number, own: number): number {
    const { facts } = this;
    const row = facts.rows;
    facts.rows += 1;
    facts.sourceRows.set(row, own);
    // A copy in the same file is recognised by its table.
    facts.table.set(row, this.table.index);
    if (next !== -1) facts.next.set(row, next);
    return row;
  }
}

/** An order number in the form that other files may use: without `#`. */
export function orderKey(id: string): string {
  const first = id.charCodeAt(0);
  const last = id.charCodeAt(id.length - 1);
  // Letters, digits and marks of ASCII at both ends: there is no blank to remove.
  if (first > 35 && first < 127 && last > 32 && last < 127) return id;
  if (first === 35 && last > 32 && last < 127 && id.charCodeAt(1) > 32) return id.slice(1);
  return id.trim().replace(/^#/, '');
}

/** NaN as -1. */
export const orNone = (row: number): number => (Number.isNaN(row) ? -1 : row);
