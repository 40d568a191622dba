import { kept } from '../../core/kept.ts';
import { convert } from '../../core/rates.ts';
import { share } from '../../core/share.ts';
import type { Memory } from '../state/context.ts';
import type { Facts, Words } from '../state/facts.ts';
import { ShopPeople } from '../state/shop-people.ts';
import { sourceKeyOf, type TableInfo } from '../state/table-info.ts';
import { orderKey } from './collect.ts';

const one = 1_000_000;

/** What a row says was returned, in the report's currency. */
export interface ReturnedAmounts {
  readonly at: number;
  readonly items: number;
  readonly shipping: number;
  readonly tax: number;
  /** Pieces; NaN if unknown. */
  readonly quantity: number;
  /** What one piece cost; NaN if the row does not state it. */
  readonly unitCost: number;
  /** The amount as a whole, if that is all that is stated; else NaN. */
  readonly sum: number;
}

/** Whose row it is. */
export interface ReturnedBy {
  /** The order that the row names in addition to its own number. */
  readonly of: string | null;
  readonly customer: string | null;
  /** A print of the customer. */
  readonly who: number;
  readonly sku: string | null;
  readonly words: Words;
  /** What one piece cost, in the order's own currency; NaN if the row does not state it. */
  readonly ownCost: number;
  /** Whether its status lets it count. */
  readonly valid: boolean;
}

/** When it was returned, and a fingerprint of its customer. */
export interface Whose {
  readonly at: number;
  readonly who: number;
}

interface Returned extends Whose {
  readonly row: number;
  /** The numbers of its rows, each once. */
  readonly records: number[];
  readonly isLine: boolean;
  /** The row of the order whose record it is in; -1 for a row of its own. */
  readonly order: number;
  readonly of: string | null;
  readonly sku: string | null;
  readonly ownCost: number;
}

/**
 * Rows of orders that state what was returned: returned lines, credit notes, refunds with an amount below 0. Each is a
 * refund on its own day. With an order of its id in the table it is a part of it, and superseded with it; else it is a
 * record of its own: of the order that it names, in any file.
 */
export class Returns {
  readonly #byId = new Map<string, Returned[]>();
  readonly #people: ShopPeople;

  constructor(
    readonly memory: Memory,
    readonly table: TableInfo,
  ) {
    this.#people = new ShopPeople(memory.keys.people, table.file.store, memory.seed);
  }

  get refunds(): Facts {
    return this.memory.of('refund');
  }

  /** Adds what a row says, or a part of an order's own record; the row of the refund. */
  add(id: string, record: number, amounts: ReturnedAmounts, by: ReturnedBy, isLine: boolean, order = -1): number {
    const { refunds, table } = this;
    const row = refunds.follow(table.index);
    const words = { ...by.words };
    refunds.combo.set(
      row,
      refunds.combos.add(`row\u0001${JSON.stringify(words)}`, () => words),
    );
    refunds.whole('refunded_at').set(row, amounts.at);
    refunds.micro('item_amount').set(row, amounts.items);
    if (!Number.isNaN(amounts.sum)) refunds.micro('sum').set(row, amounts.sum);
    if (!Number.isNaN(amounts.shipping)) refunds.micro('shipping_amount').set(row, amounts.shipping);
    if (!Number.isNaN(amounts.tax)) refunds.micro('tax_amount').set(row, amounts.tax);
    if (by.customer !== null) refunds.key('customer_key').set(row, this.#people.addText(by.customer));
    refunds.micro('own_words').set(row, one);
    if (!by.valid) {
      refunds.micro('not_valid').set(row, one);
      table.account.count('not_valid');
    }
    this.addGoods(row, amounts.quantity, amounts.unitCost);
    const known = this.#byId.get(id) ?? [];
    known.push({
      row,
      records: [],
      isLine,
      order,
      of: by.of,
      sku: by.sku,
      ownCost: by.ownCost,
      at: amounts.at,
      who: by.who,
    });
    this.#byId.set(kept(id), known);
    this.countRow(id, row, record);
    return row;
  }

  /** Pieces that came back with a refund, and what they cost. */
  addGoods(row: number, quantity: number, unitCost: number): void {
    if (Number.isNaN(quantity)) return;
    const { refunds } = this;
    refunds.micro('quantity').add(row, quantity);
    if (!Number.isNaN(unitCost)) refunds.micro('goods_cost').add(row, share(quantity, unitCost, one));
  }

  /** One more row of the file for the same return. */
  countRow(id: string, row: number, record: number): void {
    const found = this.#byId.get(id)?.find((one) => one.row === row);
    const records = found?.records;
    if (records === undefined || found?.order !== -1 || records.at(-1) === record) return;
    records.push(record);
    this.refunds.sourceRows.set(row, records.length);
  }

  /** Forgets what was returned under an id; gives the numbers of its rows. */
  drop(id: string): number[] {
    const { refunds } = this;
    const all = this.#byId.get(id) ?? [];
    for (const { row } of all) {
      refunds.sourceRows.set(row, 0);
      refunds.whole('dropped').set(row, 1);
    }
    this.#byId.delete(id);
    return all.flatMap(({ records }) => records);
  }

  /**
   * Gives returns to the orders of the table, once all its rows are read; a return without an order there is a record
   * of its own, one for all files that have it. `orderOf` gives the order of an id and, if there is none, the rows that
   * go with the return; `costOf` what a piece of a sku cost in an order.
   */
  finish(
    orderOf: (id: string, by: Whose) => { readonly row: number; readonly rows: number },
    costOf: (order: number, sku: string) => number,
  ): void {
    const { refunds } = this;
    const times = new Map<string, number>();
    for (const [id, all] of this.#byId) {
      for (const one of all) {
        if (one.order !== -1) {
          refunds.whole('parent').set(one.row, one.order);
          continue;
        }
        const { row: order, rows } = orderOf(id, one);
        if (rows > 0) refunds.sourceRows.set(one.row, refunds.sourceRows.get(one.row) + rows);
        if (order !== -1 && one.isLine && one.of === null) this.#join(one, order, costOf);
        else this.#standAlone(id, one, times);
      }
    }
    this.#byId.clear();
  }

  /** A returned line of an order of the table is a part of it. A line with a price below 0 is a discount in it. */
  #join({ row, sku, ownCost }: Returned, order: number, costOf: (order: number, sku: string) => number): void {
    const { refunds, memory } = this;
    const orders = memory.of('order');
    orders.sourceRows.set(order, orders.sourceRows.get(order) + refunds.sourceRows.get(row));
    refunds.sourceRows.set(row, 0);
    refunds.whole('parent').set(row, order);
    const quantity = refunds.micro('quantity').get(row);
    if (Number.isNaN(quantity)) {
      orders.micro('gross_sales').add(order, -refunds.micro('item_amount').get(row));
      refunds.whole('dropped').set(row, 1);
      return;
    }
    // It gives back what was paid, at the rate of that day.
    const rate = memory.foreignOrders.get(order)?.rate;
    if (!Number.isNaN(ownCost)) {
      if (rate !== undefined) refunds.micro('goods_cost').set(row, share(quantity, convert(ownCost, rate), one));
      return;
    }
    if (sku === null) return;
    const cost = costOf(order, sku);
    refunds.micro('goods_cost').set(row, Number.isNaN(cost) ? Number.NaN : share(quantity, cost, one));
  }

  #standAlone(id: string, { row, isLine, of, sku, who }: Returned, times: Map<string, number>): void {
    const { refunds, memory, table } = this;
    refunds.key('order_id').set(row, memory.keys.orders.add(orderKey(of ?? id)));
    const amounts = ['item_amount', 'shipping_amount', 'tax_amount', 'quantity'].map((name) =>
      refunds.micro(name).get(row),
    );
    const own = [orderKey(id), refunds.whole('refunded_at').get(row), ...amounts, sku, who].join('\u0001');
    // Two lines of a document may be alike; of two like documents the second is a copy.
    const time = (times.get(own) ?? 0) + 1;
    times.set(own, time);
    if (!isLine && time > 1) {
      table.account.superseded += refunds.sourceRows.get(row);
      refunds.sourceRows.set(row, 0);
      refunds.whole('dropped').set(row, 1);
      return;
    }
    const sourceKey = sourceKeyOf(table.file, 'refund');
    const index = memory.index(sourceKey);
    const at = index.place(`${own}\u0001${time}`);
    const head = index.rowAt(at);
    if (head !== -1) {
      refunds.next.set(row, head);
      memory.chained.add(sourceKey);
    }
    index.point(at, row);
  }
}
