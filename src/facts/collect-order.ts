import { byPath } from '../core/file-rank.ts';
import { hashText } from '../core/hash.ts';
import { kept } from '../core/kept.ts';
import { convert } from '../core/rates.ts';
import type { Fault, RowReader } from '../ingest/row-reader.ts';
import { type Cells, columnName } from '../plan/compile.ts';
import { recordOf } from '../records/index.ts';
import { Collector, orderKey, orNone } from './collect.ts';
import { type ReturnedBy, Returns, type Whose } from './collect-returns.ts';
import type { Column } from './column.ts';
import type { Memory } from './context.ts';
import { CostsOfSkus } from './costs-of-skus.ts';
import { statusCounts } from './derive-orders.ts';
import { GatheredRows, type HeldRow, putTogether, type RowValues } from './gathered-rows.ts';
import { agree, type Closeness, isDamagedId, type Lasting, looksRounded } from './identity.ts';
import { KeptLines } from './kept-lines.ts';
import { placeOfId } from './key-index.ts';
import { LineColumns } from './line-columns.ts';
import { lineSums } from './lines-sold.ts';
import { type AmountRules, amountsOf, isDoubtful, minorUnit, type RawAmounts } from './order-amounts.ts';
import { addLines, convertLines, emptyLines, type Lines, OrderLine } from './order-lines.ts';
import { OrderPlaces } from './order-places.ts';
import { progressOf } from './order-progress.ts';
import { RecordNumbers } from './record-numbers.ts';
import { RowsOfOneId } from './rows-of-one-id.ts';
import { giftFields, sellCards } from './sell-gift-cards.ts';
import type { TableInfo } from './table-info.ts';

/** The last order whose first row was read: further rows may change what its amounts mean. */
export interface OpenOrder {
  id: string;
  /** The refund that its first row was, if it was one. */
  refund: number | null;
  row: number;
  raw: RawAmounts | null;
  rules: AmountRules | null;
  /** Its lines so far, in its own currency. */
  lines: Lines;
  /** What each of them has in the file, as one text. */
  articles: string[];
  /** Whether its own cells have been copied onto a further row. */
  isFilledDown: boolean;
}

export const closed = (id = ''): OpenOrder => ({
  id,
  refund: null,
  row: -1,
  raw: null,
  rules: null,
  lines: emptyLines(),
  articles: [],
  isFilledDown: false,
});

/** Whether two rows have the same amounts. */
const isSame = (a: RawAmounts, b: RawAmounts): boolean =>
  (Object.keys(a) as (keyof RawAmounts)[]).every((name) => Object.is(a[name], b[name]));

const one = 1_000_000;

/** Rows of an order that came before, or without, its own first row. */
export interface Orphan {
  readonly id: string;
  readonly table: TableInfo;
  /** The numbers of its rows, each once. */
  readonly records: number[];
  readonly lines: Lines;
  /** Rows of its lines as records of their own. */
  readonly kept: number[];
}

/**
 * Orders: rows of one order id are one order. In some exports the order's own cells are on the first row only and its
 * further rows are lines (`continue`), or may be copied onto these (`copied`); in others every row is a line, and the order
 * has no amounts of its own (`repeat`).
 */
export class OrderCollector extends Collector {
  readonly orphans = new Map<string, Orphan>();
  protected readonly places: OrderPlaces;
  protected readonly orderId: Column;
  protected readonly unbalanced: Column;
  protected readonly whoColumn: Column;
  protected readonly records: RecordNumbers;
  protected readonly sums: LineColumns;
  readonly #keptLines: KeptLines;
  /** Amounts that are unknown until a row of the table has them. */
  protected readonly untold: { readonly name: string; readonly at: number }[];
  readonly #rejectedIds = new Set<string>();
  /** Orders left out by rule, and why: their further rows go with them. */
  readonly #skippedIds = new Map<string, string>();
  /** Part of the hash of each id of which a row has been rejected, left out, or came before its first. */
  protected readonly marked = new Set<number>();
  readonly #hash = new Int32Array(4);
  #hasDropped = false;
  /** The last order of ids that name nothing: its further rows are below it. */
  readonly #unnamed = new Map<string, number>();
  protected readonly further: RowsOfOneId | null;
  /** Units of rows that may turn out to be lines. */
  readonly #pieces: { readonly row: number; readonly line: Lines }[] = [];
  protected override readonly closeness: Closeness;
  override readonly needsPeople: boolean = false;
  readonly #returns: Returns;
  /** The amount of a row of totals; NaN for none. And what the rows come to, as they have it. */
  #totalRow = Number.NaN;
  protected rawSum = 0;
  /** Orders whose total fits no single row: as far as their rows were read. */
  readonly #partly = new Map<
    number,
    { readonly raw: RawAmounts; readonly rules: AmountRules; readonly lines: number }
  >();
  /** By order, the lines whose own status does not count. */
  readonly #leftLines = new Map<number, number>();
  /** Rows of orders that wait for the others; null if each row is taken at once. */
  readonly #gathered: GatheredRows | null;
  readonly #costs = new CostsOfSkus();
  /** Orders that do not yet have a line above 0. */
  readonly #empty = new Set<number>();
  /** The cells of the current row; null if the values of a row come without them. */
  #cells: Cells | null = null;
  /** That of the order of the current row; -1 if it is not known yet. */
  #number = -1;
  protected open: OpenOrder = closed();
  protected readonly orderLine: OrderLine;

  constructor(
    memory: Memory,
    table: TableInfo,
    reader: RowReader,
    readonly line: RowReader | null,
  ) {
    super(memory, table, reader);
    this.places = new OrderPlaces(table, reader);
    this.orderLine = new OrderLine(memory, table, line);
    const { facts } = this;
    this.orderId = facts.key('order_id');
    this.unbalanced = facts.whole('unbalanced');
    this.whoColumn = facts.whole('who');
    this.records = new RecordNumbers(facts);
    this.sums = new LineColumns((name) => this.kept(name));
    this.#keptLines = new KeptLines(memory, table, this.orderLine);
    this.untold = (recordOf('order').untold ?? [])
      .map((name) => ({ name, at: reader.numberAt(name) }))
      .filter(({ at }) => table.plan.kind === 'order' && at !== -1);
    this.#returns = new Returns(memory, table);
    const { source } = table.file;
    this.#gathered = source.lines === 'gather' ? new GatheredRows(table.plan.header, source) : null;
    this.numberPorts.push({
      at: this.places.at,
      column: facts.whole(reader.numberFields[this.places.at]!.name),
      money: false,
    });
    const isWhole = table.file.source.lines === undefined;
    this.closeness = table.file.source.lines === 'continue' || table.file.source.lines === 'copied' ? 'instant' : 'day';
    this.further = isWhole
      ? new RowsOfOneId(memory, table, this.numberPorts, (at) => reader.numberFields[at]!.name, 'gross_sales')
      : null;
  }

  protected override lasting(): Lasting {
    const { numbers, texts } = this.reader;
    const at = numbers[this.places.at]!;
    return {
      at,
      who: this.#who(),
      store: (this.places.store === -1 ? null : texts[this.places.store]) ?? this.table.file.store,
    };
  }

  #who(): number {
    return this.printAt(this.places.customer);
  }

  protected override get ownWords(): readonly string[] {
    return ['refund_of'];
  }

  row(cells: Cells, record: number): void {
    const { reader } = this;
    const fine = reader.read(cells);
    const lineFine = this.line?.read(cells) ?? true;
    if (this.#gathered !== null && !this.#lacksId() && !(fine && this.#isRefund())) {
      this.#gathered.add(this.#idOf(record), cells, record);
      return;
    }
    this.#cells = cells;
    if (fine && lineFine) this.accept(record);
    else this.#take(record, fine ? this.line!.fault(cells) : reader.fault(cells));
    this.#cells = null;
  }

  accept(record: number): void {
    this.#take(record, this.#isLine() ? null : (this.#missing() ?? this.#otherSign()));
  }

  /** Drafts and deleted orders do not count, but show how far the file reaches. Their further rows go with them. */
  override skipped(cells: Cells, reason: string): void {
    const at = this.reader.read(cells) ? this.reader.numbers[this.places.at]! : Number.NaN;
    if (!Number.isNaN(at)) this.seen(this.memory.setting.zone.hour(at), at);
    const id = this.#idText();
    if (id === null || this.#lineRowsOf === null) return;
    this.#skippedIds.set(kept(id), reason);
    this.#mark(id);
    const orphan = this.orphans.get(id);
    if (orphan === undefined) return;
    this.orphans.delete(id);
    this.table.account.skip(reason, orphan.records.length);
    this.#keptLines.drop(orphan.kept);
  }

  /** How further rows of an order are its lines; null if they are not, or if each row is one. */
  get #lineRowsOf(): 'continue' | 'copied' | null {
    const { lines } = this.table.file.source;
    return lines === 'continue' || lines === 'copied' ? lines : null;
  }

  override total(cells: Cells): void {
    this.reader.read(cells);
    const amount = this.places.gross === -1 ? Number.NaN : this.reader.numbers[this.places.gross]!;
    if (!Number.isNaN(amount)) this.#totalRow = amount;
  }

  /** Says where a row of totals is not what the rows above it come to: one of them is missing, or it is no total. */
  #holdTotal(): void {
    if (Math.abs(this.#totalRow - this.rawSum) > minorUnit(this.memory.setting.currency))
      this.memory.copies.meet('total_differs', this.table.plan.kind, [this.table.file], '');
  }

  #take(record: number, fault: Fault | null): void {
    const { reader, table } = this;
    this.#number = -1;
    const id = this.#idOf(record);
    if (this.#lacksId()) {
      this.rejectField(record, reader.textFields[this.places.id]!.name, 'missing_value', '');
      return;
    }
    if (this.open.id !== id) this.open = closed(id);
    const skipped = this.#skippedIds.size === 0 ? undefined : this.#skippedIds.get(id);
    if (skipped !== undefined && this.#isLine() && this.#rowOf(id) === -1) {
      table.account.skip(skipped);
      return;
    }
    if (fault !== null || (this.#rejectedIds.size > 0 && this.#rejectedIds.has(id))) {
      this.#rejectOrder(id, record, fault ?? { column: '', reason: 'order_rejected', value: '' });
      return;
    }
    if (table.file.source.lines === 'repeat') this.#repeat(id, record);
    else if (this.#isLine()) {
      if (this.#isRefundedSum(id, record)) this.#refund(id, record, this.#refunded());
      else this.#continue(id, record);
    } else if (this.#isRefund()) this.#refund(id, record);
    else this.#first(id, record);
  }

  /** Takes an order whose rows were anywhere in the file: their amounts together, then its lines. */
  #takeGathered(id: string, held: readonly HeldRow[]): void {
    const { reader, line } = this;
    const rows: RowValues[] = [];
    const had = new Set<number>();
    const newest = this.#newestOf(held);
    const hasHead = newest.some(({ cells }) => {
      line?.read(cells);
      return Number.isNaN(line?.numbers[this.orderLine.quantity] ?? 0);
    });
    for (const one of newest) {
      const { cells, record } = this.#gathered!.without(had, one, hasHead);
      const fault = !reader.read(cells) ? reader.fault(cells) : line?.read(cells) === false ? line.fault(cells) : null;
      if (fault !== null) {
        const other = { column: '', reason: 'order_rejected', value: '' };
        for (const row of newest) this.#rejectOrder(id, row.record, row === one ? fault : other);
        return;
      }
      const status = this.places.status === -1 ? null : reader.texts[this.places.status]!;
      const counts = statusCounts(status ?? 'paid', this.memory.setting.options);
      rows.push({ cells, record, numbers: [...reader.numbers], texts: [...reader.texts], counts });
    }
    const counting = rows.some(({ counts }) => counts) ? rows.filter(({ counts }) => counts) : rows;
    putTogether(reader, counting);
    line?.numbers.fill(Number.NaN);
    this.#take(rows[0]!.record, this.#missing() ?? this.#otherSign());
    for (const row of rows) {
      const { cells, record } = row;
      if (this.#rejectedIds.has(id)) {
        this.#rejectOrder(id, record, { column: '', reason: 'order_rejected', value: '' });
      } else if (counting.includes(row)) {
        line?.read(cells);
        this.#cells = cells;
        this.#continue(id, record);
        this.#cells = null;
      } else {
        const order = this.#rowOf(id);
        this.records.add(order, record);
        this.#leftLines.set(order, (this.#leftLines.get(order) ?? 0) + 1);
      }
    }
  }

  /** Rows of an order without those of which a later version is in the file. */
  #newestOf(rows: readonly HeldRow[]): readonly HeldRow[] {
    if (this.places.updatedAt === -1 || rows.length < 2) return rows;
    const versions = rows.map((row) => {
      this.reader.read(row.cells);
      this.line?.read(row.cells);
      const texts = this.line?.texts ?? [];
      const what = [texts[this.orderLine.sku] ?? '', texts[this.orderLine.product] ?? ''].join('\u0001');
      return { row, what, at: this.reader.numbers[this.places.updatedAt]! };
    });
    const newest = versions.filter(({ what, at }) => !versions.some((other) => other.what === what && other.at > at));
    this.table.account.superseded += rows.length - newest.length;
    return newest.map(({ row }) => row);
  }

  /** The id of the current row, if it has one. */
  #idText(): string | null {
    return this.places.id === -1 ? null : this.reader.texts[this.places.id]!;
  }

  /** Whether the current row has no id, in a table of orders that have one. */
  #lacksId(): boolean {
    const { places, reader, table } = this;
    return table.plan.fields.order_id !== undefined && places.id !== -1 && reader.texts[places.id] === null;
  }

  /** What rows of one order have in common; an id that names nothing does so only if rows are lines. */
  #idOf(record: number): string {
    const text = this.#idText();
    return text === null || (this.further !== null && isDamagedId(text)) ? `row ${record}` : text;
  }

  /** Whether the current row has an id that names an order. */
  #isNamed(): boolean {
    const text = this.#idText();
    return text !== null && (this.source !== null || !isDamagedId(text));
  }

  /** The number of the order that the current row names. */
  #numberNow(): number {
    if (this.#number === -1) this.#number = this.#findNumber();
    return this.#number;
  }

  #findNumber(): number {
    const { orders } = this.memory.keys;
    const ids = this.source?.texts[this.places.id];
    if (ids?.role !== 'id') return orders.add(orderKey(this.reader.texts[this.places.id] ?? ''));
    const { sourceRow } = this;
    const from = sourceRow === 0 ? 0 : ids.ends[sourceRow - 1]!;
    const hasMark = ids.bytes[from] === 35;
    return orders.addBytes(ids.hashes, sourceRow * 4, ids.bytes, hasMark ? from + 1 : from, ids.ends[sourceRow]!);
  }

  /**
   * Whether a row is a further row of an order: none of the order's own cells is filled, or they may be copied onto it
   * and the order is known.
   */
  #isLine(): boolean {
    const lines = this.#lineRowsOf;
    if (lines === null) return false;
    const { numbers, texts } = this.reader;
    const filled = (at: number) => at !== -1 && !Number.isNaN(numbers[at]!);
    if (
      !filled(this.places.gross) &&
      !filled(this.places.total) &&
      (this.places.status === -1 || texts[this.places.status] === null)
    )
      return true;
    return lines === 'copied' ? this.#isCopied() : this.#isFilledDown();
  }

  /**
   * Whether the current row repeats the cells of the order above it beside another line: somebody has filled them down. The
   * same line once more is a copy of the order, unless others were filled down before.
   */
  #isFilledDown(): boolean {
    const { id, row, raw, refund, articles, isFilledDown } = this.open;
    if (raw === null || refund !== null || this.line === null || !this.#isNamed()) return false;
    if (this.reader.texts[this.places.id] !== id || !isSame(this.#raw(), raw)) return false;
    if (!isFilledDown && articles.includes(this.article())) return false;
    const { identities, setting } = this.memory;
    return agree('order', this.lasting(), identities.lasting(this.facts, row), this.closeness, setting.zone);
  }

  /** What the line in the reader has in the file, as one text. */
  protected article(): string {
    return this.line === null ? '' : [...this.line.numbers, ...this.line.texts].join('\u0001');
  }

  /** Whether the order of the current row is in this file already, with the same date and customer. */
  #isCopied(): boolean {
    if (!this.#isNamed()) return false;
    const id = this.reader.texts[this.places.id]!;
    if (this.open.id === id && this.open.refund !== null) return true;
    const row = this.#rowOf(id);
    const { identities, setting } = this.memory;
    return (
      row !== -1 && agree('order', this.lasting(), identities.lasting(this.facts, row), this.closeness, setting.zone)
    );
  }

  #missing() {
    const { reader } = this;
    const missing = reader.missing();
    if (missing !== null || this.places.gross === -1 || !Number.isNaN(reader.numbers[this.places.gross]!))
      return missing;
    const at = reader.numberFields[this.places.gross]!;
    return this.table.plan.kind === 'checkout'
      ? null
      : { column: reader.columnOf(at.name), reason: 'missing_value', value: '' };
  }

  /** The order that a further row of an id belongs to: the last in this file. */
  #rowOf(id: string): number {
    const { facts, table } = this;
    const unnamed = this.#unnamed.get(id);
    if (unnamed !== undefined) return unnamed;
    let row = this.index.get(`#${orderKey(id)}`);
    while (row !== -1 && facts.table.get(row) !== table.index) row = orNone(facts.next.get(row));
    return row;
  }

  /** A new row for the order of the current row. Without an id, its key is everything except what it measures. */
  #newRow(id: string): number {
    if (this.#isNamed())
      return this.table.plan.kind === 'order'
        ? this.append(placeOfId(this.#numberNow()))
        : this.append(this.placeOf(`#${orderKey(id)}`));
    const text = this.#idText();
    if (text !== null) this.memory.copies.meet('ids_damaged', this.table.plan.kind, [this.table.file], text);
    const alone = !this.hasOtherFiles;
    const key = alone ? null : `@${this.reader.numbers[this.places.at]}|${this.#who()}|${this.combo()}`;
    const { row } = this.place(key === null ? null : this.placeOf(key), 'append', Number.NaN)!;
    if (this.line !== null) this.#unnamed.set(kept(id), row);
    return row;
  }

  #first(id: string, record: number): void {
    if (this.further !== null && this.#again(id, record)) return;
    const row = this.#newRow(id);
    this.#writeFirst(row, record);
    const orphan = this.orphans.size === 0 ? undefined : this.orphans.get(id);
    if (orphan !== undefined) {
      this.orphans.delete(id);
      this.#join(orphan, row);
    }
  }

  /** Writes an order with the line on its first row. */
  #writeFirst(row: number, record: number): void {
    const line = this.orderLine.at(null);
    this.#order(row, line);
    this.open.articles.push(this.article());
    this.records.begin(row, record);
    this.sums.clear(row);
    const rate = this.#rateOf(row);
    this.sums.add(row, rate === null ? line : this.orderLine.at(rate));
    this.#keptLines.keep(row, this.#idText());
    this.#settleOpen();
  }

  /** Whether a row that holds a whole order belongs to an order already in this file. */
  #again(id: string, record: number): boolean {
    if (!this.#isNamed()) return false;
    const row = this.ownRow(this.placeOf(`#${orderKey(id)}`));
    // Whether two ids rounded by a spreadsheet were the same is unknown.
    if (row === -1 || looksRounded(id)) return false;
    const { account } = this.table;
    const [ours, theirs] = [
      this.places.updatedAt === -1 ? Number.NaN : this.reader.numbers[this.places.updatedAt]!,
      this.facts.whole('updated_at').get(row),
    ];
    if (ours < theirs) {
      account.superseded += 1;
      return true;
    }
    if (ours > theirs) {
      account.superseded += this.facts.sourceRows.get(row);
      this.facts.sourceRows.set(row, 1);
      this.#writeFirst(row, record);
      return true;
    }
    this.#addToPart(row);
    this.rawSum += this.#raw().gross;
    const rate = this.#balance();
    const { numbers } = this.reader;
    const value = ({ at, money }: { at: number; money: boolean }): number =>
      rate !== null && money && !Number.isNaN(numbers[at]!) ? convert(numbers[at]!, rate) : numbers[at]!;
    const combo = this.combo();
    this.#pieces.push({ row, line: this.orderLine.at(rate) });
    this.further!.meet(row, combo, value, progressOf(this.facts.combos.all[combo]!, this.#refunded()), id);
    return true;
  }

  #continue(id: string, record: number): void {
    const { refund } = this.open;
    if (refund !== null) {
      this.#addReturned(refund, record);
      return;
    }
    const row = this.open.id === id && this.open.row !== -1 ? this.open.row : this.#rowOf(id);
    const rate = this.#rateOf(row);
    const line = this.orderLine.at(rate);
    if (row !== -1) {
      this.records.add(row, record);
      this.sums.add(row, line);
      this.#keptLines.keep(row, this.#idText());
      if (this.open.row !== row) {
        this.#sellCards(row, line);
        return;
      }
      addLines(this.open.lines, rate === null ? line : this.orderLine.at(null));
      this.open.articles.push(this.article());
      this.open.isFilledDown ||= this.places.gross !== -1 && !Number.isNaN(this.reader.numbers[this.places.gross]!);
      this.#settleOpen();
      return;
    }
    const orphan = this.orphans.get(id) ?? {
      id: kept(id),
      table: this.table,
      records: [],
      lines: emptyLines(),
      kept: [],
    };
    if (orphan.records.at(-1) !== record) orphan.records.push(record);
    addLines(orphan.lines, line);
    const keptLine = this.#keptLines.keep(-1, this.#idText());
    if (keptLine !== -1) orphan.kept.push(keptLine);
    this.orphans.set(orphan.id, orphan);
    this.#mark(id);
  }

  /** Remembers that the first row of an order may not be taken as if no other row had been. */
  #mark(id: string): void {
    hashText(orderKey(id), this.memory.seed, this.#hash, 0);
    this.marked.add(this.#hash[0]!);
  }

  /** Gives rows that came before their order's first row to the order. */
  #join(orphan: Orphan, row: number): void {
    const lines = this.#inMoneyOf(row, orphan.lines);
    this.sums.add(row, lines);
    this.#sellCards(row, lines);
    this.records.addBefore(row, orphan.records);
    this.#keptLines.give(orphan.kept, row);
  }

  /**
   * Gives rows without a first row in their own file to the order in another: to the copy in the file before it by path
   * (an export in parts is cut in the middle of an order), else to any. They remain rows of their own file.
   */
  adopt(orphan: Orphan, head: number): void {
    const { facts, memory } = this;
    let chosen = head;
    let best: string | null = null;
    for (let row = head; row !== -1; row = orNone(facts.next.get(row))) {
      const { path } = memory.tables[facts.table.get(row)]!.file;
      if (byPath(path, orphan.table.file.path) < 0 && (best === null || byPath(path, best) >= 0))
        [chosen, best] = [row, path];
    }
    const lines = this.#inMoneyOf(chosen, orphan.lines);
    this.sums.add(chosen, lines);
    this.#sellCards(chosen, lines);
    this.records.rows.add(chosen, orphan.records.length);
    this.#keptLines.give(orphan.kept, chosen);
    memory.adopted.push({ row: chosen, table: orphan.table, rows: orphan.records.length });
  }

  /** Lines that were added up before their order was read, in the report's currency. */
  #inMoneyOf(row: number, lines: Lines): Lines {
    const rate = this.#rateOf(row);
    return rate === null ? lines : convertLines(lines, rate);
  }

  /** The rate that converts what belongs to an order; null if none is needed. */
  #rateOf(order: number): bigint | null {
    return this.table.plan.kind === 'order' ? (this.memory.foreignOrders.get(order)?.rate ?? null) : null;
  }

  /** Subtracts gift cards from the sales of an order whose amounts are settled. */
  #sellCards(row: number, { gift, cards, giftOff }: Lines): void {
    if (cards === 0 && gift === 0) return;
    sellCards(this.facts, row, gift, cards, giftOff);
  }

  /** Settles the amounts of the last order whose first row was read, by its lines so far. */
  #settleOpen(): void {
    const { row, raw, rules, lines } = this.open;
    if (raw === null || rules === null) return;
    if (lines.gift === 0 && lines.cards === 0 && !rules.itemsOfLines && !isDoubtful(raw, rules)) return;
    const { gross, discounts, shipping, balanced } = amountsOf(raw, lines, rules);
    const rate = this.#rateOf(row);
    const put = (at: number, name: string, amount: number) => {
      if (at !== -1) this.kept(name).set(row, rate === null ? amount : convert(amount, rate));
    };
    put(this.places.gross, 'gross_sales', gross);
    put(this.places.discounts, 'discounts', discounts);
    put(this.places.shipping, 'shipping', shipping);
    this.unbalanced.set(row, balanced ? 0 : 1);
    if (lines.cards === 0) return;
    const gift = Math.min(lines.gift, raw.gross);
    this.facts.micro('gift_value').set(row, rate === null ? gift : convert(gift, rate));
    this.facts.micro('gift_cards').set(row, lines.cards);
    this.facts.micro('gift_only').set(row, gross <= 0 ? one : 0);
  }

  protected rules(): AmountRules {
    const { texts } = this.reader;
    const { plan, file } = this.table;
    const currency = (texts[this.places.currency] ?? file.currency ?? this.memory.setting.currency) || null;
    return {
      taxes: plan.taxes,
      minor: minorUnit(currency),
      discountOnShipping: file.source.discountOnShipping === true,
      itemsOfLines: file.source.itemsOfLines === true,
      discountsOfLines: this.orderLine.off !== -1,
    };
  }

  /** The amounts of the current first row. */
  #raw(sign: 1 | -1 = 1): RawAmounts {
    const { numbers } = this.reader;
    const or0 = (at: number) => (at === -1 || Number.isNaN(numbers[at]!) ? 0 : sign * numbers[at]!);
    return {
      gross: or0(this.places.gross),
      discounts: sign === 1 ? or0(this.places.discounts) : Math.abs(or0(this.places.discounts)),
      shipping: or0(this.places.shipping),
      taxes: or0(this.places.taxes),
      itemsTax: this.places.itemsTax === -1 ? Number.NaN : or0(this.places.itemsTax),
      duties: or0(this.places.duties),
      total: this.places.total === -1 ? Number.NaN : sign * numbers[this.places.total]!,
    };
  }

  /** A discount below 0 on an order that is no refund. */
  #otherSign(): Fault | null {
    const at = this.places.discounts;
    if (at === -1 || this.table.plan.kind !== 'order' || !(this.reader.numbers[at]! < 0) || this.#isRefund())
      return null;
    const { from, name } = this.reader.numberFields[at]!;
    const value = from.op === 'column' ? (this.#cells?.[from.index] ?? '') : '';
    return { column: columnName(from) ?? name, reason: 'unexpected_sign', value };
  }

  /** Whether the current first row is a refund: its amount is below 0. A free order of 0 is an order. */
  #isRefund(): boolean {
    if (this.table.plan.kind !== 'order' || this.places.gross === -1) return false;
    const { numbers } = this.reader;
    const gross = numbers[this.places.gross]!;
    return gross < 0 || (!(gross > 0) && this.places.total !== -1 && numbers[this.places.total]! < 0);
  }

  /** Whether a further row in the record of an order is a refund of which only the sum and the date are known. */
  #isRefundedSum(id: string, record: number): boolean {
    return (
      this.#refunded() > 0 &&
      !Number.isNaN(this.reader.numbers[this.places.at]!) &&
      this.#orderOfRecord(id, record) !== -1
    );
  }

  /** Takes a row that is a refund of an order, not an order. */
  #refund(id: string, record: number, sum = Number.NaN): void {
    const { memory, reader } = this;
    const at = reader.numbers[this.places.at]!;
    const hour = memory.setting.zone.hour(at);
    const rate = this.rate(hour);
    const raw = this.#raw(-1);
    this.rawSum -= raw.gross;
    const { gross, discounts, shipping } = amountsOf(raw, emptyLines(), this.rules());
    const money = (amount: number) => (rate === null || Number.isNaN(amount) ? amount : convert(amount, rate));
    // A refund inside the record of its order goes with it, and does not show how far the file reaches.
    const order = this.#orderOfRecord(id, record);
    if (order === -1) this.seen(hour, at);
    const refund = this.#returns.add(
      id,
      record,
      {
        at,
        items: money(gross - discounts),
        shipping: this.places.shipping === -1 ? Number.NaN : money(shipping),
        tax: this.places.taxes === -1 ? Number.NaN : money(raw.taxes),
        quantity: Number.NaN,
        unitCost: Number.NaN,
        sum: money(sum),
      },
      this.#returnedBy(null),
      false,
      order,
    );
    const fee = this.places.fee === -1 ? Number.NaN : reader.numbers[this.places.fee]!;
    if (!Number.isNaN(fee)) this.#returns.refunds.micro('fee').set(refund, money(fee));
    this.open.refund = refund;
    this.#addReturned(refund, record);
  }

  /** The order that the current record began with, if the row is not its first; else -1. */
  #orderOfRecord(id: string, record: number): number {
    const row = this.open.id === id ? this.open.row : -1;
    return row !== -1 && this.records.first.get(row) === record ? row : -1;
  }

  /** Adds the current line to the refund that its document is. */
  #addReturned(refund: number, record: number): void {
    this.#returns.countRow(this.open.id, refund, record);
    const quantity = this.orderLine.pieces;
    if (Number.isNaN(quantity) || this.orderLine.sellsCard()) return;
    this.#returns.addGoods(refund, Math.abs(quantity), this.orderLine.unitCost);
  }

  #returnedBy(sku: string | null, ownCost = Number.NaN): ReturnedBy {
    const { reader, memory } = this;
    const text = (at: number) => (at === -1 ? null : (reader.texts[at] ?? null));
    const status = text(this.places.status);
    const of = text(this.places.refundOf);
    return {
      of: of === '0' ? null : of,
      customer: this.personAt(this.places.customer),
      who: this.#who(),
      sku,
      ownCost,
      words: this.facts.combos.all[this.combo()]!,
      valid: status === null || status === 'refunded' || statusCounts(status, memory.setting.options),
    };
  }

  /** A file whose rows are lines: gross sales are those above 0 together, a negative quantity is a refund on its own day. */
  #repeat(id: string, record: number): void {
    const { facts, memory, reader } = this;
    const at = reader.numbers[this.places.at]!;
    const hour = memory.setting.zone.hour(at);
    const raw = this.orderLine.at(null);
    const { pieces } = this.orderLine;
    if (pieces < 0 || raw.value < 0) {
      this.seen(hour, at);
      this.#returned(id, record, at, hour, raw);
      return;
    }
    let row = this.#orderOfLine(id);
    const gross = this.kept('gross_sales');
    if (row === -1) {
      row = this.#newRow(id);
      this.#order(row, emptyLines());
      gross.set(row, 0);
      this.sums.clear(row);
      this.#empty.add(row);
      this.records.begin(row, record);
    } else {
      this.records.add(row, record);
      this.seen(hour, at);
    }
    const { edges } = this.table;
    if (edges.first === -1) edges.first = row;
    edges.last = row;
    if (!this.#lineSells(row)) return;
    const line = this.orderLine.at(this.#rateOf(row));
    gross.add(row, line.value);
    this.sums.add(row, line);
    this.#keptLines.keep(row, this.#idText());
    this.#keepCost(row);
    if (this.hasOtherFiles) memory.linesSold.add(row, this.orderLine.sold);
    if (line.value > 0) this.#empty.delete(row);
    if (line.cards > 0) {
      facts.micro('gift_value').add(row, line.gift);
      facts.micro('gift_cards').add(row, line.cards);
    }
  }

  /**
   * Whether the current line is part of what its order sells. Marketplaces give each line its own status: an order with
   * a line that counts consists of such lines, and those that do not count are not part of it.
   */
  #lineSells(row: number): boolean {
    const { facts } = this;
    if (this.places.status === -1) return true;
    const combo = this.combo();
    const [now, before] = [combo, facts.combo.get(row)].map((one) => this.#counts(one));
    if (!now) this.#leftLines.set(row, (this.#leftLines.get(row) ?? 0) + 1);
    if (now === before) return true;
    if (before) return false;
    facts.combo.set(row, combo);
    for (const name of lineSums) facts.numbers.get(name)?.set(row, 0);
    return true;
  }

  /** Whether an order with these words counts. */
  #counts(combo: number): boolean {
    const { status } = this.facts.combos.all[combo]!;
    return statusCounts(status ?? 'paid', this.memory.setting.options);
  }

  /** Lines that do not count in an order that does. */
  #countLeftLines(): void {
    const { account } = this.table;
    for (const [row, lines] of this.#leftLines)
      if (this.#counts(this.facts.combo.get(row))) account.count('not_valid', lines);
    this.#leftLines.clear();
  }

  /** The order that a line belongs to; -1 for a new one. */
  #orderOfLine(id: string): number {
    if (this.#isNamed()) return this.ownRow(this.placeOf(`#${orderKey(id)}`));
    const row = this.#unnamed.get(id) ?? -1;
    if (row === -1) return row;
    const { identities, setting } = this.memory;
    return agree('order', this.lasting(), identities.lasting(this.facts, row), 'day', setting.zone) ? row : -1;
  }

  /** A line that came back; one with a price below 0 reduces the value of its order. */
  #returned(id: string, record: number, at: number, hour: number, raw: Lines): void {
    const rate = this.rate(hour);
    const money = (amount: number) => (rate === null || Number.isNaN(amount) ? amount : convert(amount, rate));
    const { pieces: quantity, unitCost, article } = this.orderLine;
    // A returned gift card was no sale.
    const value = raw.cards === 0 ? Math.abs(raw.value) : 0;
    this.#returns.add(
      id,
      record,
      {
        at,
        items: money(value),
        shipping: Number.NaN,
        tax: Number.NaN,
        quantity: raw.cards === 0 && quantity < 0 ? -quantity : Number.NaN,
        unitCost: money(unitCost),
        sum: Number.NaN,
      },
      this.#returnedBy(article ?? null, unitCost),
      true,
    );
  }

  /** Remembers what a piece of the current line costs in its order. */
  #keepCost(row: number): void {
    const { unitCost: cost, article } = this.orderLine;
    if (!article || Number.isNaN(cost)) return;
    const rate = this.#rateOf(row);
    this.#costs.set(row, article, rate === null ? cost : convert(cost, rate));
  }

  /** Once all rows are read: returns are given to their orders. */
  override finish(): void {
    for (const [id, rows] of this.#gathered?.orders() ?? []) this.#takeGathered(id, rows);
    this.#settleFurther();
    this.#holdTotal();
    if (this.table.plan.kind !== 'order') return;
    const { facts } = this;
    const cards = facts.numbers.get('gift_cards');
    for (const row of this.#empty)
      if (cards !== undefined && cards.get(row) > 0) facts.micro('gift_only').set(row, one);
    const orderOf = (id: string, by: Whose) => {
      const row = this.#orderOfReturn(id, by);
      if (row === -1 || facts.numbers.get('dropped')?.get(row) === 1) return { row: -1, rows: 0 };
      if (!this.#empty.has(row) || (cards !== undefined && cards.get(row) > 0)) return { row, rows: 0 };
      // Lines of 0 beside lines below 0 make no order.
      const rows = facts.sourceRows.get(row);
      facts.sourceRows.set(row, 0);
      facts.whole('dropped').set(row, 1);
      return { row: -1, rows };
    };
    this.#returns.finish(orderOf, (order, sku) => this.#costs.of(order, sku));
    this.#costs.clear();
    this.#empty.clear();
  }

  /** Rows of one id that wait until it is known whether they are lines. */
  #settleFurther(): void {
    const { facts } = this;
    const refunded = facts.numbers.get('refunded_total');
    const sold = this.further?.settle(
      (row) => progressOf(facts.words(row), refunded?.get(row) ?? 0),
      (combo) => this.#counts(combo),
    );
    if (this.further?.areLines === true)
      for (const [at, { row, line }] of this.#pieces.entries()) {
        if (sold?.[at] === 'left') continue;
        if (sold?.[at] === 'first') this.sums.clear(row);
        this.sums.add(row, line);
        this.#sellCards(row, line);
      }
    for (const [row, lines] of this.further?.left ?? []) this.#leftLines.set(row, lines);
    if (this.further?.areLines === true) this.#settleParts();
    this.#countLeftLines();
  }

  /**
   * The order that a returned line of an id belongs to: of several, its customer's last one before it, else the last in
   * this file.
   */
  #orderOfReturn(id: string, { at, who }: Whose): number {
    const rows = this.#rowsOf(id);
    const { identities } = this.memory;
    const own = rows.length < 2 ? [] : rows.filter((row) => identities.mayBeOf(this.facts, row, who));
    return own.find((row) => identities.lasting(this.facts, row).at <= at) ?? own[0] ?? rows[0] ?? -1;
  }

  /** Writes the order of the last row read, with tax taken out of prices that include it. */
  #order(row: number, lines: Lines): void {
    const { numbers } = this.reader;
    const { table } = this;
    const hour = this.memory.setting.zone.hour(numbers[this.places.at]!);
    const isOrder = table.plan.kind === 'order';
    let balanced = true;
    if (isOrder) {
      this.#tell();
      if (this.places.gross !== -1) {
        const [raw, rules] = [this.#raw(), this.rules()];
        this.rawSum += raw.gross;
        this.open = { ...closed(this.open.id), row, raw, rules, lines };
        if (this.places.total !== -1 && this.places.taxes !== -1) balanced = this.#takeTaxOut(raw, rules);
      }
    }
    const rate = this.rate(hour);
    this.write(row, this.combo(), rate, false);
    this.whoColumn.set(row, this.#who());
    if (!isOrder) {
      this.seen(hour, numbers[this.places.at]!);
      return;
    }
    for (const name of giftFields) this.facts.numbers.get(name)?.set(row, Number.NaN);
    this.unbalanced.set(row, balanced ? 0 : 1);
    if (!balanced && this.further !== null && this.open.raw !== null && this.open.rules !== null)
      this.#partly.set(row, { raw: this.open.raw, rules: this.open.rules, lines: 1 });
    const { foreignOrders } = this.memory;
    if (rate !== null) foreignOrders.set(row, { code: this.currencyCode(), rate });
    else if (foreignOrders.size > 0) foreignOrders.delete(row);
    if (this.places.id !== -1) this.orderId.set(row, this.#isNamed() ? this.#numberNow() : Number.NaN);
    this.seen(hour, numbers[this.places.at]!);
  }

  /** Adds the amount of a further row to those of an order whose total is that of all its rows. */
  #addToPart(row: number): void {
    const part = this.#partly.get(row);
    if (part === undefined) return;
    const { gross, discounts, shipping, taxes, total } = this.#raw();
    const same = taxes === part.raw.taxes && total === part.raw.total && shipping === part.raw.shipping;
    if (!same || discounts !== part.raw.discounts) this.#partly.delete(row);
    else this.#partly.set(row, { ...part, raw: { ...part.raw, gross: part.raw.gross + gross }, lines: part.lines + 1 });
  }

  /** Rows of an order that repeat its total and its tax have them once: they are compared with all lines together. */
  #settleParts(): void {
    for (const [row, { raw, rules, lines }] of this.#partly) {
      if (lines < 2 || this.#leftLines.has(row)) continue;
      const { gross, shipping, balanced } = amountsOf(raw, emptyLines(), rules);
      if (!balanced) continue;
      const rate = this.#rateOf(row);
      const money = (amount: number) => (rate === null ? amount : convert(amount, rate));
      this.kept('gross_sales').set(row, money(gross));
      if (this.places.shipping !== -1) this.kept('shipping').set(row, money(shipping));
      this.unbalanced.set(row, 0);
    }
    this.#partly.clear();
  }

  /** Takes tax out of the amounts of a further row of an order, which is not written yet; the rate that converts it. */
  #balance(): bigint | null {
    if (this.table.plan.kind === 'order') this.#tell();
    if (this.places.gross !== -1 && this.places.total !== -1 && this.places.taxes !== -1)
      this.#takeTaxOut(this.#raw(), this.rules());
    return this.rate(this.memory.setting.zone.hour(this.reader.numbers[this.places.at]!));
  }

  #refunded(): number {
    return this.places.refundedTotal === -1 ? 0 : this.reader.numbers[this.places.refundedTotal]!;
  }

  /** Notes which amounts the current row has. */
  #tell(): void {
    for (let i = this.untold.length - 1; i >= 0; i -= 1) {
      const { name, at } = this.untold[i]!;
      if (Number.isNaN(this.reader.numbers[at]!)) continue;
      this.table.told.add(name);
      this.untold.splice(i, 1);
    }
  }

  /**
   * Takes tax out of prices of the current row that include it; false if the total is not the sum of items, shipping
   * and tax.
   */
  #takeTaxOut(raw: RawAmounts, rules: AmountRules): boolean {
    const { numbers } = this.reader;
    const { gross, discounts, shipping, balanced } = amountsOf(raw, emptyLines(), rules);
    if (gross === raw.gross && shipping === raw.shipping) return balanced;
    numbers[this.places.gross] = gross;
    if (this.places.discounts !== -1) numbers[this.places.discounts] = discounts;
    if (this.places.shipping !== -1) numbers[this.places.shipping] = shipping;
    return balanced;
  }

  /** An order with a row that cannot be read is left out whole, with its rows before and after. */
  #rejectOrder(id: string, record: number, fault: { column: string; reason: string; value: string }): void {
    this.reject(record, fault.column, fault.reason, fault.value);
    if (this.#rejectedIds.has(id)) return;
    this.#rejectedIds.add(kept(id));
    this.#mark(id);
    const records = this.#returns.drop(id);
    if (records.length > 0) this.#hasDropped = true;
    for (const row of this.#rowsOf(id)) {
      if (this.facts.sourceRows.get(row) === 0) continue;
      records.push(...this.records.of(row));
      this.facts.sourceRows.set(row, 0);
      this.facts.whole('dropped').set(row, 1);
      this.#hasDropped = true;
    }
    records.push(...(this.orphans.get(id)?.records ?? []));
    this.orphans.delete(id);
    // A record that holds several rows is rejected once.
    this.rejectRows(new Set(records.filter((one) => one !== record)), 'order_rejected');
  }

  /** All orders of an id in this file. */
  #rowsOf(id: string): number[] {
    const { facts, table } = this;
    const unnamed = this.#unnamed.get(id);
    const rows = unnamed === undefined ? [] : [unnamed];
    for (let row = this.index.get(`#${orderKey(id)}`); row !== -1; row = orNone(facts.next.get(row)))
      if (facts.table.get(row) === table.index) rows.push(row);
    return rows;
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
