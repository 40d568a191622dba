import type { RowReader } from '../../ingest/row-reader.ts';
import type { Columns, FieldColumns, TextColumn } from '../../reader/columns.ts';
import { idAt } from '../../reader/id-texts.ts';
import type { Column } from '../columns/column.ts';
import { placeOfId } from '../columns/key-index.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import { OrderCollector } from './collect-order.ts';
import type { AmountRules } from './order-amounts.ts';
import { type OrderRules, PlainOrderFinder, type PlainOrders, rawAmounts } from './plain-orders.ts';

type Ids = Extract<TextColumn, { role: 'id' }>;
type People = Extract<TextColumn, { role: 'person' }>;

/** What the words of a record say, of those that share them. */
interface Said {
  readonly combo: number;
  /** The code of its currency. */
  readonly code: string;
  readonly rules: AmountRules;
}

/** The last plain order. */
interface LastPlain {
  readonly columns: Columns;
  readonly orders: PlainOrders;
  readonly at: number;
  readonly row: number;
  readonly said: Said;
}

/**
 * Orders of long files, most of which are plain (`plain-orders.ts`): those that no row before has named are taken from
 * the columns, many at a time; every other row as from any file.
 */
export class ColumnOrderCollector extends OrderCollector {
  override readonly takesRuns: boolean;
  #finder: PlainOrderFinder | null = null;
  #said: (Said | undefined)[] = [];
  #columns: Columns | null = null;
  #orders: PlainOrders | null = null;
  /** The next order of the segment. */
  #next = 0;
  #values = new Float64Array(0);
  /** It, if `open` does not know of it yet. */
  #last: LastPlain | null = null;

  constructor(memory: Memory, table: TableInfo, reader: RowReader, line: RowReader | null) {
    super(memory, table, reader, line);
    const { places } = this;
    const { source } = table.file;
    const isPlain = source.lines === undefined || source.lines === 'continue';
    const isNamed = reader.textFields.every(({ required }, at) => !required || at === places.id);
    const hasPeople = this.keyPorts.every(({ at, hashes }) => at === places.customer && hashes === null);
    this.takesRuns =
      table.plan.kind === 'order' &&
      isPlain &&
      source.itemsOfLines !== true &&
      isNamed &&
      hasPeople &&
      places.id !== -1 &&
      places.gross !== -1 &&
      memory.setting.keepRecords !== true;
  }

  #rules(): OrderRules {
    const { places, reader, memory, table, orderLine } = this;
    const { minor: _, ...amounts } = this.orderRow.rules();
    return {
      places,
      required: reader.numberFields.flatMap(({ required }, at) => (required ? [at] : [])),
      line: this.line !== null && orderLine.quantity !== -1 ? orderLine : null,
      continues: table.file.source.lines === 'continue',
      inParts: this.further !== null,
      amounts,
      fileCurrency: table.file.currency,
      reportCurrency: memory.setting.currency,
    };
  }

  override takeRun(columns: Columns, from: number, to: number, complete: (record: number) => void): void {
    if (this.#columns !== columns) this.#begin(columns);
    const { firsts, rows } = this.#orders!;
    for (let at = from; at < to; ) {
      while (this.#next < firsts.length && firsts[this.#next]! < at) this.#next += 1;
      const order = this.#next;
      if (firsts[order] !== at) {
        const end = Math.min(to, firsts[order] ?? to);
        for (; at < end; at += 1) this.#takeRow(columns, at, complete);
        continue;
      }
      let past = order;
      let end = at;
      while (past < firsts.length && firsts[past] === end && end < to) {
        end += rows[past]!;
        past += 1;
      }
      const taken = this.#takeOrders(columns, order, past, complete);
      if (taken === past) at = end;
      else {
        // A row before has named it.
        at = firsts[taken]!;
        for (const stop = at + rows[taken]!; at < stop; at += 1) this.#takeRow(columns, at, complete);
      }
    }
    this.#settleOpen(complete);
  }

  #begin(columns: Columns): void {
    this.#columns = columns;
    this.#finder ??= new PlainOrderFinder(this.#rules(), this.memory.scratch);
    this.#orders = this.#finder.find(columns);
    this.#next = 0;
    this.#said = new Array<Said | undefined>(this.combosOf.length).fill(undefined);
    this.#values = this.memory.scratch.doubles.at(0, columns.records);
  }

  #takeRow(columns: Columns, at: number, complete: (record: number) => void): void {
    this.#settleOpen(complete);
    const { account } = this.table;
    account.read += 1;
    complete(at);
    this.known = this.knownCombo(columns.combos[at]!);
    this.take(account.read);
    this.known = -1;
  }

  /** Takes some orders, one below the other, up to the first that a row before has named; returns which that is. */
  #takeOrders(columns: Columns, from: number, past: number, complete: (record: number) => void): number {
    const { facts, index } = this;
    const { marked } = this.setAside;
    const orders = this.#orders!;
    const ids = columns.own.texts[this.places.id] as Ids;
    const { firsts } = orders;
    const numbers = this.memory.keys.orders;
    const first = facts.rows;
    const values = this.#values;
    let order = from;
    for (; order < past; order += 1) {
      const record = firsts[order]!;
      if (marked.size > 0 && marked.has(ids.hashes[record * 4]!)) break;
      const begin = record === 0 ? 0 : ids.ends[record - 1]!;
      const number = numbers.addBytes(
        ids.hashes,
        record * 4,
        ids.bytes,
        ids.bytes[begin] === 35 ? begin + 1 : begin,
        ids.ends[record]!,
      );
      const place = placeOfId(number);
      if (index.rowAt(place) !== -1) break;
      index.point(place, first + order - from);
      values[order - from] = number;
    }
    if (order > from) this.#write(columns, from, order, complete);
    return order;
  }

  /** Writes orders that are new, whose numbers are in `#values`. */
  #write(columns: Columns, from: number, past: number, complete: (record: number) => void): void {
    const { facts, places, table, memory } = this;
    const { own, combos } = columns;
    const orders = this.#orders!;
    const { firsts, rows } = orders;
    const values = this.#values;
    const count = past - from;
    const first = facts.rows;
    facts.rows += count;
    this.orders.orderId.setRange(first, count, values);
    facts.table.fill(first, count, table.index);
    const put = (column: Pick<Column, 'setRange'> | undefined, of: (order: number) => number): void => {
      for (let i = 0; i < count; i += 1) values[i] = of(from + i);
      column?.setRange(first, count, values);
    };
    put(facts.sourceRows, (order) => rows[order]!);
    put(this.orders.records.rows, (order) => rows[order]!);
    const { zone } = memory.setting;
    const instants = own.numbers[places.at]!;
    let said: Said | null = null;
    let { read } = table.account;
    for (let i = 0; i < count; i += 1) {
      const at = firsts[from + i]!;
      said = this.#saidBy(combos[at]!, at, complete);
      values[i] = said.combo;
      this.#count(said.code);
      const instant = instants[at]!;
      this.seen(zone.hour(instant), instant);
    }
    facts.combo.setRange(first, count, values);
    for (let i = 0; i < count; i += 1) {
      values[i] = read + 1;
      read += rows[from + i]!;
    }
    this.orders.records.first.setRange(first, count, values);
    table.account.read = read;
    const gross = own.numbers[places.gross]!;
    for (let i = 0; i < count; i += 1) this.rawSum += gross[firsts[from + i]!]!;
    this.stated.noteColumns(own, firsts, from, past);
    const settled = new Map<number, Float64Array>();
    if (places.gross !== -1) settled.set(places.gross, orders.gross);
    if (places.discounts !== -1) settled.set(places.discounts, orders.discounts);
    if (places.shipping !== -1) settled.set(places.shipping, orders.shipping);
    for (const { at: field, column } of this.numberPorts) {
      const known = settled.get(field);
      if (known !== undefined) column.setRange(first, count, known.subarray(from, past));
      else {
        const numbers = own.numbers[field]!;
        for (let i = 0; i < count; i += 1) values[i] = numbers[firsts[from + i]!]!;
        column.setRange(first, count, values);
      }
    }
    put(this.orders.unbalanced, (order) => 1 - orders.balanced[order]!);
    for (const [column, sums] of [
      [this.orders.sums.units, orders.units],
      [this.orders.sums.value, orders.value],
      [this.orders.sums.cost, orders.cost],
      [this.orders.sums.costed, orders.costed],
    ] as const)
      column.setRange(first, count, sums.subarray(from, past));
    this.#writePeople(own, first, from, past);
    this.#last = { columns, orders, at: past - 1, row: first + count - 1, said: said! };
  }

  #saidBy(combo: number, record: number, complete: (record: number) => void): Said {
    const known = this.#said[combo];
    if (known !== undefined) return known;
    complete(record);
    const said = { combo: this.knownCombo(combo), code: this.currencyCode(), rules: this.orderRow.rules() };
    this.#said[combo] = said;
    return said;
  }

  #writePeople(own: FieldColumns, first: number, from: number, past: number): void {
    const { firsts } = this.#orders!;
    const people = own.texts[this.places.customer] as People | undefined;
    const values = this.#values;
    const count = past - from;
    for (let i = 0; i < count; i += 1) {
      const print = people?.prints[firsts[from + i]!] ?? Number.NaN;
      values[i] = print === Number.POSITIVE_INFINITY ? Number.NaN : print;
    }
    this.orders.who.setRange(first, count, values);
    for (const { column, dictionary } of this.keyPorts) {
      if (column === null) continue;
      for (let i = 0; i < count; i += 1) {
        const at = firsts[from + i]!;
        const print = people?.prints[at] ?? Number.POSITIVE_INFINITY;
        values[i] =
          print === Number.POSITIVE_INFINITY ? Number.NaN : this.numberOf(dictionary, people!.hashes, at * 4, print);
      }
      column.setRange(first, count, values);
    }
  }

  #count(code: string): void {
    const { currencies } = this.table;
    currencies.set(code, (currencies.get(code) ?? 0) + 1);
  }

  /** The last plain order, as rows that are not plain know it. */
  #settleOpen(complete: (record: number) => void): void {
    if (this.#last === null) return;
    const { columns, orders, at, row, said } = this.#last;
    const first = orders.firsts[at]!;
    const articles = Array.from({ length: orders.rows[at]! }, (_, line) => {
      complete(first + line);
      return this.orderLine.asText();
    });
    const [units, value, cost, costed, off] = [orders.units, orders.value, orders.cost, orders.costed, orders.off].map(
      (sums) => sums[at]!,
    ) as [number, number, number, number, number];
    this.#last = null;
    this.open = {
      id: idAt(columns.own.texts[this.places.id] as Ids, first),
      refund: null,
      row,
      raw: rawAmounts(columns.own, this.#finder!.rules, first),
      rules: said.rules,
      lines: { units, value, cost, costed, gift: 0, cards: 0, off, giftOff: 0 },
      articles,
      isFilledDown: false,
    };
  }
}
