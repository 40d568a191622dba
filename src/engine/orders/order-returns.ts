import { kept } from '../../core/kept.ts';
import { statusCounts } from '../../core/order-status.ts';
import { convert } from '../../core/rates.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import type { Collector } from '../collect/collect.ts';
import { type ReturnedBy, Returns, type Whose } from '../collect/collect-returns.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';
import { amountsOf, type RawAmounts } from './order-amounts.ts';
import type { OrderIds } from './order-ids.ts';
import { emptyLines, type Lines, type OrderLine } from './order-lines.ts';
import type { OrderPlaces } from './order-places.ts';
import type { OrderRow } from './order-row.ts';

/** Rows of a table of orders that state what was given back. */
export class OrderReturns {
  readonly #returns: Returns;
  /** For returned lines that do not state what they cost. */
  readonly #costs = new CostsOfSkus();

  constructor(
    private readonly memory: Memory,
    table: TableInfo,
    private readonly rows: Pick<Collector, 'combo' | 'facts' | 'personAt' | 'printAt' | 'rate' | 'reader'>,
    private readonly ids: OrderIds,
    private readonly row: OrderRow,
    private readonly line: OrderLine,
    private readonly places: OrderPlaces,
  ) {
    this.#returns = new Returns(memory, table);
  }

  /** A line that came back; one with a price below 0 reduces the value of its order. */
  addLine(id: string, record: number, { cards, value }: Lines): void {
    const { at, hour } = this.row;
    const rate = this.rows.rate(hour);
    const { pieces, unitCost, article } = this.line;
    // A returned gift card was no sale.
    const isSale = cards === 0;
    const amounts = {
      at,
      items: money(isSale ? Math.abs(value) : 0, rate),
      shipping: Number.NaN,
      tax: Number.NaN,
      quantity: isSale && pieces < 0 ? -pieces : Number.NaN,
      unitCost: money(unitCost, rate),
      sum: Number.NaN,
    };
    this.#returns.add(id, record, amounts, this.#by(article ?? null, unitCost), true);
  }

  /** A row that is a refund; `order`: the one whose record it is in, or -1; `sum`: all that is known of it, or NaN. */
  addRefund(id: string, record: number, raw: RawAmounts, order: number, sum: number): number {
    const { places } = this;
    const { at, hour } = this.row;
    const rate = this.rows.rate(hour);
    const { gross, discounts, shipping } = amountsOf(raw, emptyLines(), this.row.rules());
    const amounts = {
      at,
      items: money(gross - discounts, rate),
      shipping: places.shipping === -1 ? Number.NaN : money(shipping, rate),
      tax: places.taxes === -1 ? Number.NaN : money(raw.taxes, rate),
      quantity: Number.NaN,
      unitCost: Number.NaN,
      sum: money(sum, rate),
    };
    const refund = this.#returns.add(id, record, amounts, this.#by(null, Number.NaN), false, order);
    const fee = places.fee === -1 ? Number.NaN : this.rows.reader.numbers[places.fee]!;
    if (!Number.isNaN(fee)) this.#returns.refunds.micro('fee').set(refund, money(fee, rate));
    return refund;
  }

  /** Adds the current line to the refund that its document is. */
  addGoods(id: string, refund: number, record: number): void {
    const { pieces, unitCost } = this.line;
    this.#returns.countRow(id, refund, record);
    if (!Number.isNaN(pieces) && !this.line.sellsCard()) this.#returns.addGoods(refund, Math.abs(pieces), unitCost);
  }

  /** Remembers what a piece of the current line costs in its order, which is converted at a rate. */
  keepCost(order: number, rate: bigint | null): void {
    const { unitCost, article } = this.line;
    if (article && !Number.isNaN(unitCost)) this.#costs.set(order, article, money(unitCost, rate));
  }

  /** Forgets what was returned under an id; gives the numbers of its rows. */
  drop(id: string): number[] {
    return this.#returns.drop(id);
  }

  /**
   * All rows have come: returns are given to their orders. `dropEmpty` drops an order that consists of nothing but returns, and
   * gives the number of its other rows; null if it has others.
   */
  finish(dropEmpty: (order: number) => number | null): void {
    const { facts } = this.rows;
    const orderOf = (id: string, by: Whose) => {
      const row = this.#orderOf(id, by);
      if (row === -1 || facts.numbers.get('dropped')?.get(row) === 1) return { row: -1, rows: 0 };
      const rows = dropEmpty(row);
      return rows === null ? { row, rows: 0 } : { row: -1, rows };
    };
    this.#returns.finish(orderOf, (order, sku) => this.#costs.of(order, sku));
    this.#costs.clear();
  }

  /**
   * The order that a returned line of an id belongs to: of several, its customer's last one before it, else the last in
   * this file.
   */
  #orderOf(id: string, { at, who }: Whose): number {
    const orders = this.ids.all(id);
    const { identities } = this.memory;
    const { facts } = this.rows;
    const own = orders.length < 2 ? [] : orders.filter((order) => identities.mayBeOf(facts, order, who));
    return own.find((order) => identities.lasting(facts, order).at <= at) ?? own[0] ?? orders[0] ?? -1;
  }

  #by(sku: string | null, ownCost: number): ReturnedBy {
    const { places, rows } = this;
    const { status } = this.row;
    const of = textAt(rows.reader, places.refundOf);
    return {
      of: of === '0' ? null : of,
      customer: rows.personAt(places.customer),
      who: rows.printAt(places.customer),
      sku,
      ownCost,
      words: rows.facts.combos.all[rows.combo()]!,
      valid: status === null || status === 'refunded' || statusCounts(status, this.memory.setting.options),
    };
  }
}

const money = (amount: number, rate: bigint | null): number =>
  rate === null || Number.isNaN(amount) ? amount : convert(amount, rate);

const textAt = ({ texts }: RowReader, at: number): string | null => (at === -1 ? null : (texts[at] ?? null));

/** What a piece costs, by order and sku: for returned lines that do not state it. */
class CostsOfSkus {
  readonly #costs = new Map<number, number>();
  readonly #skus = new Map<string, number>();

  set(order: number, sku: string, cost: number): void {
    this.#costs.set(this.#key(order, sku), cost);
  }

  /** NaN if no line of the order says so. */
  of(order: number, sku: string): number {
    return this.#costs.get(this.#key(order, sku)) ?? Number.NaN;
  }

  clear(): void {
    this.#costs.clear();
  }

  #key(order: number, sku: string): number {
    let number = this.#skus.get(sku);
    if (number === undefined) {
      number = this.#skus.size;
      this.#skus.set(kept(sku), number);
    }
    return order * 2 ** 22 + number;
  }
}
