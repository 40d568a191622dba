import type { Fault, RowReader } from '../../ingest/row-reader.ts';
import type { Cells } from '../../plan/compile.ts';
import { Collector, orderKey, orNone } from '../collect/collect.ts';
import type { HeldRow } from '../collect/gathered-rows.ts';
import type { Memory } from '../state/context.ts';
import { agree, type Closeness, type Lasting, looksRounded } from '../state/identity.ts';
import type { TableInfo } from '../state/table-info.ts';
import { FurtherRows } from './further-rows.ts';
import { GatheredOrders } from './gathered-orders.ts';
import { LeftLines } from './left-lines.ts';
import { LineOrders } from './line-orders.ts';
import { closed, haveSameAmounts, type OpenOrder } from './open-order.ts';
import { minorUnit } from './order-amounts.ts';
import { OrderIds } from './order-ids.ts';
import { addLines, emptyLines, type Lines, OrderLine } from './order-lines.ts';
import { OrderPlaces } from './order-places.ts';
import { OrderReturns } from './order-returns.ts';
import { OrderRow } from './order-row.ts';
import { OrderWriter } from './order-writer.ts';
import { type Orphan, SetAside } from './set-aside.ts';
import { StatedAmounts } from './stated-amounts.ts';

const rejectedWithOrder: Fault = { column: '', reason: 'order_rejected', value: '' };

/**
 * Orders: rows of one order id are one order. In some exports the order's own cells are on the first row only and its
 * further rows are lines (`continue`), or may be copied onto these (`copied`); in others every row is a line, and the order
 * has no amounts of its own (`repeat`), or the rows of an order are anywhere (`gather`).
 */
export class OrderCollector extends Collector {
  protected readonly places: OrderPlaces;
  protected readonly orderLine: OrderLine;
  protected readonly orderRow: OrderRow;
  protected readonly stated: StatedAmounts;
  protected readonly setAside: SetAside;
  protected readonly orders: OrderWriter;
  /** Null if the rows of an id are lines. */
  protected readonly further: FurtherRows | null;
  readonly #ids: OrderIds;
  readonly #returns: OrderReturns;
  readonly #leftLines: LeftLines;
  readonly #lineOrders: LineOrders;
  /** Null if each row is taken at once. */
  readonly #gathered: GatheredOrders | null;
  protected override readonly closeness: Closeness;
  override readonly needsPeople: boolean = false;
  /** How further rows of an order are its lines; null if they are not, or if each row is one. */
  readonly #continues: 'continue' | 'copied' | null;
  protected open: OpenOrder = closed();
  /** The amounts of the rows of totals, and what the other rows come to, as they have it. */
  readonly #totals: number[] = [];
  protected rawSum = 0;
  /** Whether orders were dropped after they had been taken. */
  #hasDropped = false;
  /** The cells of the current row; null if the values of a row come without them. */
  #cells: Cells | null = null;

  constructor(
    memory: Memory,
    table: TableInfo,
    reader: RowReader,
    readonly line: RowReader | null,
  ) {
    super(memory, table, reader);
    const { lines } = table.file.source;
    const places = new OrderPlaces(table, reader);
    const orderLine = new OrderLine(memory, table, line);
    const row = new OrderRow(memory, table, reader, places, orderLine);
    const ids = new OrderIds(memory, table, reader, this, places.id);
    const orders = new OrderWriter(memory, table, this, ids, row, orderLine, places);
    const left = new LeftLines(memory, table);
    this.places = places;
    this.orderLine = orderLine;
    this.orderRow = row;
    this.#ids = ids;
    this.orders = orders;
    this.#leftLines = left;
    this.stated = new StatedAmounts(table, reader);
    this.setAside = new SetAside(memory, table);
    this.#returns = new OrderReturns(memory, table, this, ids, row, orderLine, places);
    this.#lineOrders = new LineOrders(memory, this, places.status !== -1, orderLine, orders, left);
    this.#gathered = lines === 'gather' ? new GatheredOrders(memory, table, reader, places, row, orderLine) : null;
    const dateName = reader.numberFields[places.at]!.name;
    this.numberPorts.push({ at: places.at, column: this.facts.whole(dateName), money: false });
    this.#continues = lines === 'continue' || lines === 'copied' ? lines : null;
    this.closeness = this.#continues === null ? 'day' : 'instant';
    this.further =
      lines === undefined ? new FurtherRows(memory, table, this, this.numberPorts, row, orderLine, orders, left) : null;
  }

  /** Rows without a first row in this file, by id. */
  get orphans(): ReadonlyMap<string, Orphan> {
    return this.setAside.orphans;
  }

  protected override lasting(): Lasting {
    const { places } = this;
    return {
      at: this.orderRow.at,
      who: this.printAt(places.customer),
      store: (places.store === -1 ? null : this.reader.texts[places.store]) ?? this.table.file.store,
    };
  }

  protected override get ownWords(): readonly string[] {
    return ['refund_of'];
  }

  row(cells: Cells, record: number): void {
    const { reader } = this;
    const fine = reader.read(cells);
    const lineFine = this.line?.read(cells) ?? true;
    if (this.#gathered !== null && !this.#ids.isMissing && !(fine && this.orderRow.isRefund())) {
      this.#gathered.add(this.#ids.of(record), cells, record);
      return;
    }
    this.#cells = cells;
    if (fine && lineFine) this.accept(record);
    else this.#take(record, fine ? this.line!.fault(cells) : reader.fault(cells));
    this.#cells = null;
  }

  accept(record: number): void {
    this.#take(record, this.#isLine() ? null : this.orderRow.fault(this.#cells));
  }

  /** Drafts and deleted orders do not count, but show how far the file reaches. Their further rows go with them. */
  override skipped(cells: Cells, reason: string): void {
    const at = this.reader.read(cells) ? this.orderRow.at : Number.NaN;
    if (!Number.isNaN(at)) this.seen(this.memory.setting.zone.hour(at), at);
    const id = this.#ids.text;
    if (id === null || this.#continues === null) return;
    this.setAside.skip(id, reason);
    const orphan = this.setAside.takeOrphan(id);
    if (orphan === undefined) return;
    this.table.account.skip(reason, orphan.records.length);
    this.orders.lines.drop(orphan.kept);
  }

  override total(cells: Cells): void {
    this.reader.read(cells);
    const { gross } = this.places;
    if (this.orderRow.has(gross)) this.#totals.push(this.reader.numbers[gross]!);
  }

  /** Takes the row whose values are in the readers, of which `fault` says what is wrong. */
  #take(record: number, fault: Fault | null): void {
    const { reader, table, setAside } = this;
    this.#ids.next();
    const id = this.#ids.of(record);
    if (this.#ids.isMissing) {
      this.rejectField(record, reader.textFields[this.places.id]!.name, 'missing_value', '');
      return;
    }
    if (this.open.id !== id) this.open = closed(id);
    const skipped = setAside.skippedBy(id);
    if (skipped !== undefined && this.#isLine() && this.#ids.last(id) === -1) {
      table.account.skip(skipped);
      return;
    }
    if (fault !== null || setAside.isRejected(id)) {
      this.#rejectOrder(id, record, fault ?? rejectedWithOrder);
      return;
    }
    if (table.file.source.lines === 'repeat') this.#repeat(id, record);
    else if (this.#isLine()) {
      if (this.#isRefundedSum(id, record)) this.#refund(id, record, this.orderRow.refunded);
      else this.#continue(id, record);
    } else if (this.orderRow.isRefund()) this.#refund(id, record);
    else this.#first(id, record);
  }

  /**
   * Whether a row is a further row of an order: none of the order's own cells is filled, or they may be copied onto it
   * and the order is known.
   */
  #isLine(): boolean {
    if (this.#continues === null) return false;
    if (!this.orderRow.isFilled()) return true;
    return this.#continues === 'copied' ? this.#isCopied() : this.#isFilledDown();
  }

  /**
   * Whether the current row repeats the cells of the order above it beside another line: somebody has filled them down. The
   * same line once more is a copy of the order, unless others were filled down before.
   */
  #isFilledDown(): boolean {
    const { id, row, raw, refund, articles, isFilledDown } = this.open;
    if (raw === null || refund !== null || this.line === null || !this.#ids.isNamed) return false;
    if (this.#ids.text !== id || !haveSameAmounts(this.orderRow.raw(), raw)) return false;
    if (!isFilledDown && articles.includes(this.orderLine.asText())) return false;
    return this.#isOf(row);
  }

  /** Whether the order of the current row is in this file already, with the same date and customer. */
  #isCopied(): boolean {
    if (!this.#ids.isNamed) return false;
    const id = this.#ids.text!;
    if (this.open.id === id && this.open.refund !== null) return true;
    const order = this.#ids.last(id);
    return order !== -1 && this.#isOf(order);
  }

  /** Whether the current row has what never changes of an order. */
  #isOf(order: number, closeness = this.closeness): boolean {
    const { identities, setting } = this.memory;
    return agree('order', this.lasting(), identities.lasting(this.facts, order), closeness, setting.zone);
  }

  /** Takes the first row of an order. */
  #first(id: string, record: number): void {
    if (this.further !== null && this.#again(id, record, this.further)) return;
    const order = this.orders.add(id);
    this.#writeFirst(order, record);
    const orphan = this.setAside.takeOrphan(id);
    if (orphan !== undefined) this.orders.join(orphan, order);
  }

  /** Writes an order with the line on its first row. */
  #writeFirst(order: number, record: number): void {
    const { orders } = this;
    const line = this.orderLine.at(null);
    this.#write(order, line);
    this.open.articles.push(this.orderLine.asText());
    orders.records.begin(order, record);
    orders.sums.clear(order);
    orders.sums.add(order, orders.rateOf(order) === null ? line : orders.lineOf(order));
    orders.keepLine(order);
    orders.settle(this.open);
  }

  /** Writes the current row as an order, with tax taken out of prices that include it. */
  #write(order: number, lines: Lines): void {
    let isBalanced = true;
    if (this.table.plan.kind === 'order') {
      this.stated.note();
      if (this.places.gross !== -1) {
        const raw = this.orderRow.raw();
        const rules = this.orderRow.rules();
        this.rawSum += raw.gross;
        this.open = { ...closed(this.open.id), row: order, raw, rules, lines };
        isBalanced = this.orderRow.takeTaxOut(raw, rules);
        if (!isBalanced) this.further?.noteUnbalanced(order, raw, rules);
      }
    }
    this.orders.write(order, isBalanced);
  }

  /** Whether a row that holds a whole order belongs to an order already in this file, which then has it. */
  #again(id: string, record: number, further: FurtherRows): boolean {
    if (!this.#ids.isNamed) return false;
    const order = this.ownRow(this.placeOf(`#${orderKey(id)}`));
    // Whether two ids rounded by a spreadsheet were the same is unknown.
    if (order === -1 || looksRounded(id)) return false;
    const { account } = this.table;
    const { sourceRows } = this.facts;
    const { updatedAt } = this.places;
    const ours = updatedAt === -1 ? Number.NaN : this.reader.numbers[updatedAt]!;
    const theirs = this.facts.whole('updated_at').get(order);
    if (ours < theirs) account.superseded += 1;
    else if (ours > theirs) {
      account.superseded += sourceRows.get(order);
      sourceRows.set(order, 1);
      this.#writeFirst(order, record);
    } else {
      const raw = this.orderRow.raw();
      further.addPart(order, raw);
      this.rawSum += raw.gross;
      if (this.table.plan.kind === 'order') this.stated.note();
      this.orderRow.takeTaxOut(raw, this.orderRow.rules());
      further.meet(order, id, this.rate(this.orderRow.hour));
    }
    return true;
  }

  /** Takes a further row of an order, which is a line of it. */
  #continue(id: string, record: number): void {
    const { open, orders } = this;
    if (open.refund !== null) {
      this.#returns.addGoods(open.id, open.refund, record);
      return;
    }
    const order = open.id === id && open.row !== -1 ? open.row : this.#ids.last(id);
    const line = orders.lineOf(order);
    if (order === -1) this.setAside.addOrphan(id, record, line, orders.keepLine(-1));
    else {
      orders.records.add(order, record);
      orders.keepLine(order);
      if (open.row !== order) {
        orders.addLines(order, line);
        return;
      }
      orders.sums.add(order, line);
      addLines(open.lines, orders.rateOf(order) === null ? line : this.orderLine.at(null));
      open.articles.push(this.orderLine.asText());
      open.isFilledDown ||= this.orderRow.has(this.places.gross);
      orders.settle(open);
    }
  }

  /** Takes a line of a file whose rows are lines. A negative quantity is a refund on its own day. */
  #repeat(id: string, record: number): void {
    const { orders, orderRow } = this;
    const line = this.orderLine.at(null);
    if (this.orderLine.pieces < 0 || line.value < 0) {
      this.seen(orderRow.hour, orderRow.at);
      this.#returns.addLine(id, record, line);
      return;
    }
    let order = this.#orderOfLine(id);
    if (order === -1) {
      order = orders.add(id);
      this.#write(order, emptyLines());
      this.#lineOrders.begin(order);
      orders.records.begin(order, record);
    } else {
      orders.records.add(order, record);
      this.seen(orderRow.hour, orderRow.at);
    }
    const { edges } = this.table;
    if (edges.first === -1) edges.first = order;
    edges.last = order;
    if (this.#lineOrders.add(order)) this.#returns.keepCost(order, orders.rateOf(order));
  }

  /** The order that a line belongs to; -1 for a new one. */
  #orderOfLine(id: string): number {
    if (this.#ids.isNamed) return this.ownRow(this.placeOf(`#${orderKey(id)}`));
    const order = this.#ids.unnamed(id);
    return order !== -1 && this.#isOf(order, 'day') ? order : -1;
  }

  /** Takes an order whose rows were anywhere in the file: their amounts together, then its lines. */
  #takeGathered(gathered: GatheredOrders, id: string, held: readonly HeldRow[]): void {
    const read = gathered.read(held);
    if ('refused' in read) {
      for (const row of held) this.#rejectOrder(id, row.record, row === read.refused ? read.fault : rejectedWithOrder);
      return;
    }
    const counting = gathered.putTogether(read.rows);
    this.#take(read.rows[0]!.record, this.orderRow.fault(null));
    for (const row of read.rows) {
      const { cells, record } = row;
      if (this.setAside.isRejected(id)) this.#rejectOrder(id, record, rejectedWithOrder);
      else if (counting.includes(row)) {
        this.line?.read(cells);
        this.#continue(id, record);
      } else {
        const order = this.#ids.last(id);
        this.orders.records.add(order, record);
        this.#leftLines.add(order);
      }
    }
  }

  /** Whether a further row in the record of an order is a refund of which only the sum and the date are known. */
  #isRefundedSum(id: string, record: number): boolean {
    const { refunded, at } = this.orderRow;
    return refunded > 0 && !Number.isNaN(at) && this.#orderOfRecord(id, record) !== -1;
  }

  /** Takes a row that is a refund of an order, not an order; `sum`: all that is known of its amounts. */
  #refund(id: string, record: number, sum = Number.NaN): void {
    const raw = this.orderRow.raw(-1);
    this.rawSum -= raw.gross;
    // A refund inside the record of its order goes with it, and does not show how far the file reaches.
    const order = this.#orderOfRecord(id, record);
    if (order === -1) this.seen(this.orderRow.hour, this.orderRow.at);
    this.open.refund = this.#returns.addRefund(id, record, raw, order, sum);
    this.#returns.addGoods(id, this.open.refund, record);
  }

  /** The order that the current record began with, if the row is not its first; else -1. */
  #orderOfRecord(id: string, record: number): number {
    const row = this.open.id === id ? this.open.row : -1;
    return row !== -1 && this.orders.records.first.get(row) === record ? row : -1;
  }

  /** Gives rows without a first row in their own file to the order of their id, whose rows in all files begin with `head`. */
  adopt(orphan: Orphan, head: number): void {
    this.orders.adopt(orphan, head);
  }

  /** Once all rows are read: returns are given to their orders. */
  override finish(): void {
    for (const [id, rows] of this.#gathered?.orders() ?? []) this.#takeGathered(this.#gathered!, id, rows);
    this.further?.settle();
    this.#leftLines.account();
    this.#holdTotal();
    if (this.table.plan.kind !== 'order') return;
    this.#lineOrders.settle();
    this.#returns.finish((order) => this.#lineOrders.dropEmpty(order));
    this.#lineOrders.clear();
  }

  /**
   * Says where no row of totals is what the other rows come to, nor all such rows together, which may be those of parts: a row is
   * missing, or they are no totals.
   */
  #holdTotal(): void {
    const totals = this.#totals;
    const all = totals.reduce((sum, total) => sum + total, 0);
    const most = totals.length * minorUnit(this.memory.setting.currency);
    if (totals.length > 0 && [all, ...totals].every((total) => Math.abs(total - this.rawSum) > most))
      this.memory.copies.meet('total_differs', this.table.plan.kind, [this.table.file], '');
  }

  /** An order with a row that cannot be read is left out whole, with its rows before and after. */
  #rejectOrder(id: string, record: number, { column, reason, value }: Fault): void {
    this.reject(record, column, reason, value);
    if (!this.setAside.reject(id)) return;
    const { sourceRows } = this.facts;
    const records = this.#returns.drop(id);
    if (records.length > 0) this.#hasDropped = true;
    for (const order of this.#ids.all(id)) {
      if (sourceRows.get(order) === 0) continue;
      records.push(...this.orders.records.of(order));
      sourceRows.set(order, 0);
      this.facts.whole('dropped').set(order, 1);
      this.#hasDropped = true;
    }
    records.push(...(this.setAside.takeOrphan(id)?.records ?? []));
    // A record that holds several rows is rejected once.
    this.rejectRows(new Set(records.filter((one) => one !== record)), 'order_rejected');
  }

  /** Rows that are rejected because of others, each by its own number. */
  rejectRows(records: Iterable<number>, reason: string): void {
    for (const record of records) {
      this.table.account.rejected += 1;
      this.table.account.rejects.push({ record, column: '', reason, value: '' });
    }
  }

  /** Removes the days of orders that were left out later from those that the table covers. */
  settleDays(): void {
    if (!this.#hasDropped) return;
    const { facts, memory, table } = this;
    const dropped = facts.whole('dropped');
    table.days.clear();
    table.newest = Number.NEGATIVE_INFINITY;
    const see = (instant: number) => this.seen(memory.setting.zone.hour(instant), instant);
    const at = facts.whole(this.reader.numberFields[this.places.at]!.name);
    for (let row = 0; row < facts.rows; row += 1)
      if (facts.table.get(row) === table.index && dropped.get(row) !== 1) see(at.get(row));
    const refunds = memory.facts.get('refund');
    if (refunds === undefined) return;
    const [parent, refundedAt] = [refunds.whole('parent'), refunds.whole('refunded_at')];
    const isDropped = (row: number): boolean => {
      const order = orNone(parent.get(row));
      return refunds.numbers.get('dropped')?.get(row) === 1 || (order !== -1 && dropped.get(order) === 1);
    };
    for (let row = 0; row < refunds.rows; row += 1)
      if (refunds.table.get(row) === table.index && !isDropped(row)) see(refundedAt.get(row));
  }
}
