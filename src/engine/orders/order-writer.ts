import { convert } from '../../core/rates.ts';
import { type Collector, orderKey } from '../collect/collect.ts';
import type { Column } from '../columns/column.ts';
import { placeOfId } from '../columns/key-index.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { RecordNumbers } from '../state/record-numbers.ts';
import type { TableInfo } from '../state/table-info.ts';
import { KeptLines } from './kept-lines.ts';
import { LineColumns } from './line-columns.ts';
import { amountsByLines, type OpenOrder } from './open-order.ts';
import type { OrderIds } from './order-ids.ts';
import { convertLines, type Lines, type OrderLine } from './order-lines.ts';
import type { OrderPlaces } from './order-places.ts';
import type { OrderRow } from './order-row.ts';
import { giftFields, sellCards } from './sell-gift-cards.ts';
import { type Orphan, orderOfOrphan } from './set-aside.ts';

const one = 1_000_000;

/** What any collector knows of its current row, and where it puts it. */
type RowWriter = Pick<
  Collector,
  | 'append'
  | 'combo'
  | 'currencyCode'
  | 'hasOtherFiles'
  | 'kept'
  | 'place'
  | 'placeOf'
  | 'printAt'
  | 'rate'
  | 'reader'
  | 'seen'
  | 'write'
>;

/** Writes the orders of a table and what their lines come to. */
export class OrderWriter {
  readonly orderId: Column;
  readonly unbalanced: Column;
  readonly who: Column;
  readonly records: RecordNumbers;
  readonly sums: LineColumns;
  readonly lines: KeptLines;
  readonly #facts: Facts;
  readonly #isOfOrders: boolean;

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly rows: RowWriter,
    private readonly ids: OrderIds,
    private readonly row: OrderRow,
    private readonly line: OrderLine,
    private readonly places: OrderPlaces,
  ) {
    const facts = memory.of(table.plan.kind);
    this.#facts = facts;
    this.#isOfOrders = table.plan.kind === 'order';
    this.orderId = facts.key('order_id');
    this.unbalanced = facts.whole('unbalanced');
    this.who = facts.whole('who');
    this.records = new RecordNumbers(facts);
    this.sums = new LineColumns((name) => rows.kept(name));
    this.lines = new KeptLines(memory, table, line);
  }

  /** A new row for the order of the current row. Without an id, its key is everything except what it measures. */
  add(id: string): number {
    const { ids, rows, table } = this;
    if (ids.isNamed) return rows.append(this.#isOfOrders ? placeOfId(ids.number) : rows.placeOf(`#${orderKey(id)}`));
    const { text } = ids;
    if (text !== null) this.memory.copies.meet('ids_damaged', table.plan.kind, [table.file], text);
    const key = rows.hasOtherFiles ? `@${this.row.at}|${this.#customer}|${rows.combo()}` : null;
    const { row } = rows.place(key === null ? null : rows.placeOf(key), 'append', Number.NaN)!;
    if (this.line.reader !== null) ids.keepUnnamed(id, row);
    return row;
  }

  /** Writes the current row as an order; `isBalanced`: whether its total is items, shipping and tax together. */
  write(order: number, isBalanced: boolean): void {
    const { memory, rows } = this;
    const { at, hour } = this.row;
    const rate = rows.rate(hour);
    rows.write(order, rows.combo(), rate, false);
    this.who.set(order, this.#customer);
    if (this.#isOfOrders) {
      for (const name of giftFields) this.#facts.numbers.get(name)?.set(order, Number.NaN);
      this.unbalanced.set(order, isBalanced ? 0 : 1);
      const { foreignOrders } = memory;
      if (rate !== null) foreignOrders.set(order, { code: rows.currencyCode(), rate });
      else if (foreignOrders.size > 0) foreignOrders.delete(order);
      if (this.places.id !== -1) this.orderId.set(order, this.ids.isNamed ? this.ids.number : Number.NaN);
    }
    rows.seen(hour, at);
  }

  get #customer(): number {
    return this.rows.printAt(this.places.customer);
  }

  /** The rate that converts what belongs to an order; null if none is needed. */
  rateOf(order: number): bigint | null {
    return this.#isOfOrders ? (this.memory.foreignOrders.get(order)?.rate ?? null) : null;
  }

  /** The line of the current row, in the report's currency. */
  lineOf(order: number): Lines {
    return this.line.at(this.rateOf(order));
  }

  /** Keeps the line of the current row as a record of an order, or of -1; its row, or -1 for none. */
  keepLine(order: number): number {
    return this.lines.keep(order, this.ids.text);
  }

  /** Adds lines to an order whose amounts are settled: gift cards among them are no sales. */
  addLines(order: number, lines: Lines): void {
    this.sums.add(order, lines);
    if (lines.cards !== 0 || lines.gift !== 0) sellCards(this.#facts, order, lines.gift, lines.cards, lines.giftOff);
  }

  /** Settles the amounts of an order by its lines so far. */
  settle(open: OpenOrder): void {
    const amounts = amountsByLines(open);
    if (amounts === null) return;
    const { row, lines, raw } = open;
    const { gross, discounts, shipping, balanced } = amounts;
    const rate = this.rateOf(row);
    this.#put(row, this.places.gross, 'gross_sales', gross, rate);
    this.#put(row, this.places.discounts, 'discounts', discounts, rate);
    this.#put(row, this.places.shipping, 'shipping', shipping, rate);
    this.unbalanced.set(row, balanced ? 0 : 1);
    if (lines.cards === 0) return;
    const gift = Math.min(lines.gift, raw!.gross);
    this.#facts.micro('gift_value').set(row, rate === null ? gift : convert(gift, rate));
    this.#facts.micro('gift_cards').set(row, lines.cards);
    this.#facts.micro('gift_only').set(row, gross <= 0 ? one : 0);
  }

  /** Writes amounts of an order, in its own currency, whose total turned out to be right. */
  balance(order: number, gross: number, shipping: number): void {
    const rate = this.rateOf(order);
    this.#put(order, this.places.gross, 'gross_sales', gross, rate);
    this.#put(order, this.places.shipping, 'shipping', shipping, rate);
    this.unbalanced.set(order, 0);
  }

  /** Writes an amount, if the table has it. */
  #put(order: number, place: number, name: string, amount: number, rate: bigint | null): void {
    if (place !== -1) this.rows.kept(name).set(order, rate === null ? amount : convert(amount, rate));
  }

  /** Gives rows that came before their order's first row to the order. */
  join(orphan: Orphan, order: number): void {
    this.#addLinesOf(orphan, order);
    this.records.addBefore(order, orphan.records);
  }

  /** Gives rows without a first row in their own file to the order in another. They remain rows of their own file. */
  adopt(orphan: Orphan, head: number): void {
    const { memory } = this;
    const order = orderOfOrphan(orphan, head, this.#facts, memory.tables);
    this.#addLinesOf(orphan, order);
    this.records.rows.add(order, orphan.records.length);
    memory.adopted.push({ row: order, table: orphan.table, rows: orphan.records.length });
  }

  #addLinesOf({ lines, kept }: Orphan, order: number): void {
    const rate = this.rateOf(order);
    this.addLines(order, rate === null ? lines : convertLines(lines, rate));
    this.lines.give(kept, order);
  }
}
