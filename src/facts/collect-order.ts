import { dayOfHour } from '../core/civil.ts';
import { kept } from '../core/kept.ts';
import { convert } from '../core/rates.ts';
import type { Fault, RowReader } from '../ingest/row-reader.ts';
import type { Cells } from '../plan/compile.ts';
import { Collector, orderKey, orNone, share, unnamedOrder } from './collect.ts';
import type { Column } from './column.ts';
import type { Memory, TableInfo } from './context.ts';

/** What is known of the items of an order, added up over its lines. */
export interface Lines {
  units: number;
  value: number;
  cost: number;
  costed: number;
}

type Sums = Pick<Column, 'set' | 'add'>;

const one = 1_000_000;

/** One minor unit of a currency, in millionths. */
export function minorUnit(currency: string | null): number {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return 10_000;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return 10 ** (6 - digits);
}

/** Rows of an order that came before, or without, its own first row. */
interface Orphan {
  readonly id: string;
  readonly table: TableInfo;
  readonly record: number;
  rows: number;
  readonly lines: Lines;
}

/**
 * Orders: rows of one order id are one order. In some exports the order's own cells stand on the first row only and its
 * further rows are lines (`continue`); in others every row is a line that repeats them (`repeat`).
 */
export class OrderCollector extends Collector {
  readonly orphans = new Map<string, Orphan>();
  /** Rows that stand in one file and belong to an order in another. */
  readonly adopted: { readonly row: number; readonly table: TableInfo; readonly rows: number }[] = [];
  readonly #id: number;
  readonly #at: number;
  readonly #updatedAt: number;
  readonly #gross: number;
  readonly #discounts: number;
  readonly #shipping: number;
  readonly #taxes: number;
  readonly #total: number;
  readonly #status: number;
  readonly #currency: number;
  readonly #quantity: number;
  readonly #price: number;
  readonly #cost: number;
  readonly #orderId: Column;
  readonly #unbalanced: Column;
  readonly #units: Sums;
  readonly #lineValue: Sums;
  readonly #goodsCost: Sums;
  readonly #costed: Sums;
  /** Amounts that the file does not have: an order has none of them then. */
  readonly #without: readonly Sums[];
  readonly #rejectedIds = new Set<string>();
  #hasDropped = false;
  readonly #minor = new Map<string, number>();
  #open: { id: string; records: number[] } = { id: '', records: [] };

  constructor(
    memory: Memory,
    table: TableInfo,
    reader: RowReader,
    readonly line: RowReader | null,
  ) {
    super(memory, table, reader);
    this.#id = reader.textAt(table.plan.kind === 'checkout' ? 'checkout_id' : 'order_id');
    this.#at = reader.numberAt(table.plan.kind === 'checkout' ? 'created_at' : 'ordered_at');
    this.#updatedAt = reader.numberAt('updated_at');
    this.#gross = reader.numberAt(table.plan.kind === 'checkout' ? 'value' : 'gross_sales');
    this.#discounts = reader.numberAt('discounts');
    this.#shipping = reader.numberAt('shipping');
    this.#taxes = reader.numberAt('taxes');
    this.#total = reader.numberAt('total');
    this.#status = reader.textAt('status');
    this.#currency = reader.textAt('currency');
    this.#quantity = line?.numberAt('quantity') ?? -1;
    this.#price = line?.numberAt('unit_price') ?? -1;
    this.#cost = line?.numberAt('unit_cost') ?? -1;
    const { facts } = this;
    this.#orderId = facts.key('order_id');
    this.#unbalanced = facts.whole('unbalanced');
    this.#units = this.kept('units');
    this.#lineValue = this.kept('line_value');
    this.#goodsCost = this.kept('goods_cost');
    this.#costed = this.kept('costed_line_value');
    this.#without = ['discounts', 'shipping', 'taxes'].flatMap((name) =>
      table.plan.kind === 'order' && reader.numberAt(name) === -1 ? [this.kept(name)] : [],
    );
    this.numberPorts.push({ at: this.#at, column: facts.whole(reader.numberFields[this.#at]!.name), money: false });
  }

  row(cells: Cells, record: number): void {
    const { reader } = this;
    const fine = reader.read(cells);
    const lineFine = this.line?.read(cells) ?? true;
    if (fine && lineFine) this.accept(record);
    else this.#take(record, fine ? this.line!.fault(cells) : reader.fault(cells));
  }

  accept(record: number): void {
    this.#take(record, this.#isLine() ? null : this.#missing());
  }

  #take(record: number, fault: Fault | null): void {
    const { reader, table } = this;
    const id = this.#idOf(record);
    if (table.plan.fields.order_id !== undefined && this.#id !== -1 && reader.texts[this.#id] === null) {
      this.rejectField(record, reader.textFields[this.#id]!.name, 'missing_value', '');
      return;
    }
    if (this.#open.id !== id) this.#open = { id, records: [] };
    if (fault !== null || this.#rejectedIds.has(id)) {
      this.#rejectOrder(id, record, fault ?? { column: '', reason: 'order_rejected', value: '' });
      return;
    }
    this.#open.records.push(record);
    if (table.file.source.lines === 'repeat') this.#repeat(id);
    else if (this.#isLine()) this.#continue(id, record);
    else this.#first(id, record);
  }

  /**
   * Takes an order whose rows are added up already, its own values in the reader: the table has no other row of its id, and
   * its amounts need no conversion.
   */
  acceptOrder(record: number, rows: number, lines: Lines): void {
    if (this.given === null) {
      const id = this.#idOf(record);
      this.#open = { id, records: [record] };
      this.#first(id, record, rows, lines);
      return;
    }
    const { row } = this.place(null, 'append', Number.NaN)!;
    this.#order(row);
    this.facts.sourceRows.set(row, rows);
    this.#units.set(row, lines.units);
    this.#lineValue.set(row, lines.value);
    this.#goodsCost.set(row, lines.cost);
    this.#costed.set(row, lines.costed);
  }

  #idOf(record: number): string {
    return (this.#id === -1 ? null : this.reader.texts[this.#id]!) ?? `row ${record}`;
  }

  /** Whether a row is a further row of an order: none of the order's own cells is filled. */
  #isLine(): boolean {
    if (this.table.file.source.lines !== 'continue' || this.line === null) return false;
    const { numbers, texts } = this.reader;
    const filled = (at: number) => at !== -1 && !Number.isNaN(numbers[at]!);
    return !filled(this.#gross) && !filled(this.#total) && (this.#status === -1 || texts[this.#status] === null);
  }

  #missing() {
    const { reader } = this;
    const missing = reader.missing();
    if (missing !== null || this.#gross === -1 || !Number.isNaN(reader.numbers[this.#gross]!)) return missing;
    const at = reader.numberFields[this.#gross]!;
    return this.table.plan.kind === 'checkout'
      ? null
      : { column: reader.columnOf(at.name), reason: 'missing_value', value: '' };
  }

  #rowOf(id: string): number {
    const { facts, table } = this;
    let row = this.memory.index(table.sourceKey).get(`#${id}`);
    while (row !== -1 && facts.table.get(row) !== table.index) row = orNone(facts.next.get(row));
    return row;
  }

  #first(id: string, record: number, rows = 1, lines: Lines | null = null): void {
    const { numbers } = this.reader;
    const row = this.#rowOf(id);
    const before = row === -1 ? 0 : this.facts.sourceRows.get(row);
    const place = this.place(`#${id}`, 'replace', this.#updatedAt === -1 ? Number.NaN : numbers[this.#updatedAt]!);
    if (place === null) return;
    // The rows of the copy before are superseded with it; one of them is counted already.
    if (before > 1) this.table.account.superseded += before - 1;
    this.#order(place.row);
    this.facts.sourceRows.set(place.row, rows);
    this.facts.whole('first_record').set(place.row, record);
    for (const column of [this.#units, this.#lineValue, this.#goodsCost, this.#costed]) column.set(place.row, 0);
    this.#addLine(place.row, lines ?? this.#lineNow(this.#rateOf(place.row)));
    this.#keepLine(place.row);
    const orphan = this.orphans.get(id);
    if (orphan !== undefined) {
      this.orphans.delete(id);
      this.#join(orphan, place.row);
    }
  }

  #continue(id: string, record: number): void {
    const row = this.#rowOf(id);
    const line = this.#lineNow(this.#rateOf(row));
    if (row !== -1) {
      // The lines of a JSON order are one record with it.
      const sameRecord = this.#open.records.at(-2) === record;
      if (!sameRecord) this.facts.sourceRows.set(row, this.facts.sourceRows.get(row) + 1);
      this.#addLine(row, line);
      this.#keepLine(row);
      return;
    }
    const orphan = this.orphans.get(id) ?? {
      id: kept(id),
      table: this.table,
      record,
      rows: 0,
      lines: { units: 0, value: 0, cost: 0, costed: 0 },
    };
    orphan.rows += 1;
    for (const name of ['units', 'value', 'cost', 'costed'] as const) orphan.lines[name] += line[name];
    this.orphans.set(orphan.id, orphan);
  }

  /** Gives rows that came before their order's first row to it. */
  #join(orphan: Orphan, row: number): void {
    this.#addLine(row, this.#inMoneyOf(row, orphan.lines));
    this.facts.sourceRows.set(row, this.facts.sourceRows.get(row) + orphan.rows);
  }

  /**
   * Gives rows without a first row in their own file to the order in another: to the copy in the file before it by path
   * (an export in parts is cut in the middle of an order), else to any. They stay rows of their own file.
   */
  adopt(orphan: Orphan, head: number): void {
    const { facts, memory } = this;
    let chosen = head;
    let best = '';
    for (let row = head; row !== -1; row = orNone(facts.next.get(row))) {
      const { path } = memory.tables[facts.table.get(row)]!.file;
      if (path < orphan.table.file.path && path >= best) [chosen, best] = [row, path];
    }
    this.#addLine(chosen, this.#inMoneyOf(chosen, orphan.lines));
    this.adopted.push({ row: chosen, table: orphan.table, rows: orphan.rows });
  }

  /** Lines that were added up before their order was met, in the report's currency. */
  #inMoneyOf(row: number, lines: Lines): Lines {
    const rate = this.#rateOf(row);
    if (rate === null) return lines;
    const { units, value, cost, costed } = lines;
    return { units, value: convert(value, rate), cost: convert(cost, rate), costed: convert(costed, rate) };
  }

  /** The rate that converts what belongs to an order; null where none is needed. */
  #rateOf(order: number): bigint | null {
    return this.table.plan.kind === 'order' ? (this.memory.foreignOrders.get(order)?.rate ?? null) : null;
  }

  /** The rate of an hour for what belongs to an order and has a date of its own. */
  #rateAt(order: number, hour: number): bigint | null {
    const { foreignOrders, setting } = this.memory;
    const code = foreignOrders.get(order)?.code;
    return code === undefined ? null : setting.rates.at(code, dayOfHour(hour));
  }

  /** The line of the row read last, its amounts converted at a rate. */
  #lineNow(rate: bigint | null): Lines {
    const numbers = this.line?.numbers;
    if (numbers === undefined || this.#quantity === -1) return { units: 0, value: 0, cost: 0, costed: 0 };
    const units = numbers[this.#quantity]!;
    const money = (amount: number) => (rate === null || Number.isNaN(amount) ? amount : convert(amount, rate));
    const price = this.#price === -1 ? 0 : money(numbers[this.#price]!);
    const unitCost = this.#cost === -1 ? Number.NaN : money(numbers[this.#cost]!);
    if (Number.isNaN(units)) return { units: 0, value: 0, cost: 0, costed: 0 };
    const value = Number.isNaN(price) ? 0 : share(units, price, one);
    const known = !Number.isNaN(unitCost);
    return { units, value, cost: known ? share(units, unitCost, one) : 0, costed: known ? value : 0 };
  }

  /** The line of the row read last as a record of its own, where records are asked for. */
  #keepLine(order: number): void {
    const { memory, table } = this;
    const line = this.line;
    if (
      !memory.setting.keepRecords ||
      table.plan.kind !== 'order' ||
      line === null ||
      Number.isNaN(line.numbers[this.#quantity] ?? Number.NaN)
    )
      return;
    const lines = memory.of('order_line');
    const row = lines.follow(table.index);
    lines.combo.set(
      row,
      lines.combos.add('', () => ({})),
    );
    lines.whole('parent').set(row, order);
    lines.key('order_id').set(row, this.facts.key('order_id').get(order));
    for (const [at, { name }] of line.numberFields.entries()) lines.micro(name).set(row, line.numbers[at]!);
    for (const [at, { name }] of line.textFields.entries()) {
      const text = line.texts[at];
      if (text !== null && text !== undefined && name !== 'order_id')
        lines.key(name).set(row, memory.keys.other.add(text));
    }
  }

  #addLine(row: number, line: Lines): void {
    this.#units.add(row, line.units);
    this.#lineValue.add(row, line.value);
    this.#goodsCost.add(row, line.cost);
    this.#costed.add(row, line.costed);
  }

  /** A file whose rows are lines: gross sales are their sum, a negative quantity is a refund on its own day. */
  #repeat(id: string): void {
    const { facts, memory, reader, table } = this;
    const hour = memory.setting.zone.hour(reader.numbers[this.#at]!);
    let row = this.#rowOf(id);
    const gross = this.kept('gross_sales');
    if (row === -1) {
      row = this.place(`#${id}`, 'replace', Number.NaN)!.row;
      this.#order(row);
      gross.set(row, 0);
      for (const column of [this.#units, this.#lineValue, this.#goodsCost, this.#costed]) column.set(row, 0);
    } else {
      facts.sourceRows.set(row, facts.sourceRows.get(row) + 1);
      this.seen(hour, reader.numbers[this.#at]!);
    }
    const returned = this.#quantity !== -1 && this.line!.numbers[this.#quantity]! < 0;
    const line = this.#lineNow(returned ? this.#rateAt(row, hour) : this.#rateOf(row));
    if (line.units >= 0) {
      gross.add(row, line.value);
      this.#addLine(row, line);
      this.#keepLine(row);
      return;
    }
    const refunds = memory.of('refund');
    const refund = refunds.follow(table.index);
    refunds.combo.set(
      refund,
      refunds.combos.add('', () => ({})),
    );
    refunds.whole('parent').set(refund, row);
    refunds.whole('refunded_at').set(refund, reader.numbers[this.#at]!);
    refunds.micro('item_amount').set(refund, -line.value);
    refunds.micro('quantity').set(refund, -line.units);
  }

  /** Writes the order of the row read last, with tax taken out of its prices where it is in them. */
  #order(row: number): void {
    const { numbers, texts } = this.reader;
    const { table } = this;
    const hour = this.memory.setting.zone.hour(numbers[this.#at]!);
    const balanced = this.#gross === -1 || this.#total === -1 || this.#taxes === -1 || this.#takeTaxOut();
    const rate = this.rate(hour);
    this.write(row, this.combo(), rate, false);
    if (table.plan.kind !== 'order') {
      this.seen(hour, numbers[this.#at]!);
      return;
    }
    this.#unbalanced.set(row, balanced ? 0 : 1);
    const { foreignOrders } = this.memory;
    if (rate !== null) foreignOrders.set(row, { code: this.currencyCode(), rate });
    else if (foreignOrders.size > 0) foreignOrders.delete(row);
    for (const column of this.#without) column.set(row, 0);
    if (this.#id !== -1)
      this.#orderId.set(
        row,
        this.given === null ? this.memory.keys.orders.add(orderKey(texts[this.#id] ?? '')) : unnamedOrder,
      );
    this.seen(hour, numbers[this.#at]!);
  }

  /** Takes tax out of prices that hold it; false where the total is not items, shipping and tax together. */
  #takeTaxOut(): boolean {
    const { numbers, texts } = this.reader;
    const { table } = this;
    const place = (at: number) => (at === -1 || Number.isNaN(numbers[at]!) ? 0 : numbers[at]!);
    const total = numbers[this.#total]!;
    const [gross, discounts, shipping, taxes] = [
      place(this.#gross),
      place(this.#discounts),
      place(this.#shipping),
      place(this.#taxes),
    ];
    const paid = gross - discounts;
    const currency = (texts[this.#currency] ?? table.file.currency ?? this.memory.setting.currency) || null;
    const minor = this.#minorUnit(currency);
    const onTop = Math.abs(total - (paid + shipping + taxes)) <= minor;
    const inside = Math.abs(total - (paid + shipping)) <= minor;
    const balanced = Number.isNaN(total) || onTop || inside;
    const included = Number.isNaN(total)
      ? table.plan.taxes === 'included'
      : !onTop && (inside || table.plan.taxes === 'included');
    if (!included || table.plan.taxes === 'never') return balanced;
    const itemTax = share(taxes, paid, paid + shipping);
    const items = paid - itemTax;
    const discount = share(discounts, items, paid);
    numbers[this.#gross] = items + discount;
    if (this.#discounts !== -1) numbers[this.#discounts] = discount;
    if (this.#shipping !== -1) numbers[this.#shipping] = shipping - (taxes - itemTax);
    return balanced;
  }

  #minorUnit(currency: string | null): number {
    const key = currency ?? '';
    let unit = this.#minor.get(key);
    if (unit === undefined) {
      unit = minorUnit(currency);
      this.#minor.set(key, unit);
    }
    return unit;
  }

  /** An order with a row that cannot be read is left out whole, its rows before and after with it. */
  #rejectOrder(id: string, record: number, fault: { column: string; reason: string; value: string }): void {
    this.reject(record, fault.column, fault.reason, fault.value);
    if (this.#rejectedIds.has(id)) return;
    this.#rejectedIds.add(kept(id));
    const { facts } = this;
    const row = this.#rowOf(id);
    const orphan = this.orphans.get(id);
    this.orphans.delete(id);
    const rows = (row === -1 ? 0 : facts.sourceRows.get(row)) + (orphan?.rows ?? 0);
    if (rows === 0) return;
    const first = row === -1 ? orphan!.record : facts.whole('first_record').get(row);
    const known = this.#open.records.slice(-rows);
    for (let i = 0; i < rows; i += 1) {
      this.table.account.rejected += 1;
      this.table.account.rejects.push({ record: known[i] ?? first, column: '', reason: 'order_rejected', value: '' });
    }
    if (row !== -1) {
      facts.sourceRows.set(row, 0);
      facts.whole('dropped').set(row, 1);
      this.#hasDropped = true;
    }
  }

  /** Takes the days of orders that were left out after they had been seen off those that the table covers. */
  settleDays(): void {
    if (!this.#hasDropped) return;
    const { facts, memory, table } = this;
    const dropped = facts.whole('dropped');
    table.days.clear();
    table.newest = Number.NEGATIVE_INFINITY;
    const see = (instant: number) => this.seen(memory.setting.zone.hour(instant), instant);
    const at = facts.whole(this.reader.numberFields[this.#at]!.name);
    for (let row = 0; row < facts.rows; row += 1)
      if (facts.table.get(row) === table.index && dropped.get(row) !== 1) see(at.get(row));
    const refunds = memory.facts.get('refund');
    if (refunds === undefined) return;
    const [parent, refundedAt] = [refunds.whole('parent'), refunds.whole('refunded_at')];
    for (let row = 0; row < refunds.rows; row += 1)
      if (refunds.table.get(row) === table.index && dropped.get(parent.get(row)) !== 1) see(refundedAt.get(row));
  }
}
