import { dayOfHour, type Hour } from '../../core/civil.ts';
import { convert } from '../../core/rates.ts';
import { share } from '../../core/share.ts';
import { orNone } from '../collect/collect.ts';
import type { Column } from '../columns/column.ts';
import { findSums } from '../orders/refunds-with-tax.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { LateRefunds } from '../state/read.ts';
import { gap } from './derive-orders.ts';
import { orderIndex } from './order-index.ts';
import { joinParts } from './refunds-in-parts.ts';

const one = 1_000_000;

/**
 * The tables, by number, that show what was refunded: by a record, the amount that an order states, or its status. Where statuses
 * also say that parts of orders were given back, they do not show how much.
 */
export function refundTables(memory: Memory): ReadonlySet<number> {
  const found = new Set<number>();
  const isOpen = (facts: Facts, row: number): boolean => facts.live[row] === 1 && !found.has(facts.table.get(row));
  const orders = memory.facts.get('order');
  const refunds = memory.facts.get('refund');
  const stated = orders?.numbers.get('refunded_total');
  const isInPart = memory.tables.some(({ plan }) => plan.partRefunds === true);
  const undated = refunds?.numbers.get('undated');
  const isImplied = (refund: number): boolean => {
    const order = orNone(refunds?.whole('order_row').get(refund) ?? Number.NaN);
    if (orders === undefined || order === -1 || undated?.get(refund) !== one) return false;
    return or0(stated?.get(order) ?? 0) === 0 && orders.words(order).status === 'refunded';
  };
  for (let row = 0; refunds !== undefined && row < refunds.rows; row += 1)
    if (isOpen(refunds, row) && !(isInPart && isImplied(row))) found.add(refunds.table.get(row));
  for (let row = 0; orders !== undefined && row < orders.rows; row += 1)
    if (isOpen(orders, row) && (isInPart ? or0(stated?.get(row) ?? 0) !== 0 : isStated(orders, row, stated)))
      found.add(orders.table.get(row));
  return found;
}

/** What was given back from an hour on: an export of orders may hold refunds of days whose orders it does not hold. */
export function refundsFrom(memory: Memory, from: Hour): LateRefunds | null {
  const refunds = memory.facts.get('refund');
  const hours = refunds?.numbers.get('refunded_at_hour');
  if (refunds === undefined || hours === undefined) return null;
  const [valid, items] = [refunds.micro('valid'), refunds.micro('item_amount')];
  let [count, amount, last] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < refunds.rows; row += 1) {
    if (refunds.live[row] === 0 || valid.get(row) !== one || !(hours.get(row) >= from)) continue;
    count += 1;
    amount += or0(items.get(row));
    last = Math.max(last, dayOfHour(hours.get(row)));
  }
  return count === 0 ? null : { count, amount, last };
}

const or0 = (value: number): number => (Number.isNaN(value) ? 0 : value);

/** Whether an order itself says that it was refunded, by an amount or by its status alone. */
const isStated = (orders: Facts, row: number, stated: Column | undefined): boolean =>
  or0(stated?.get(row) ?? 0) !== 0 || orders.words(row).status === 'refunded';

/** Refunds: those of files, those that an order states as one amount, and those that its status implies. */
export function deriveRefunds(memory: Memory): void {
  const orders = memory.facts.get('order');
  const rowsOfFiles = memory.facts.get('refund')?.rows ?? 0;
  if (orders === undefined && rowsOfFiles === 0) return;
  const refunds = memory.of('refund');
  const orderOf = refunds.whole('order_row');
  const parents = refunds.whole('parent');
  const find = orderIndex(memory);
  const names = refunds.key('order_id');
  const hasRefund = orders?.micro('has_refund');
  const ownWords = refunds.numbers.get('own_words');
  const lastOrder = ordersOfCustomers(memory, refunds);
  const byStatus = refundedOrders(memory, refunds);
  for (let row = 0; row < refunds.rows; row += 1) {
    const parent = orNone(parents.get(row));
    if (parent !== -1 && orders?.live[parent] === 0) refunds.live[row] = 0;
    if (refunds.live[row] === 0) continue;
    let order = parent === -1 ? find(orNone(names.get(row)), memory.tables[refunds.table.get(row)]) : parent;
    if (order === -1 && ownWords?.get(row) === one) order = lastOrder(row);
    if (order === -1 && ownWords?.get(row) === one) order = byStatus(row);
    if (order === -1) continue;
    orderOf.set(row, order);
    if (parent === -1) inMoneyOfOrder(memory, refunds, row, order);
    if (refunds.numbers.get('not_valid')?.get(row) !== one) hasRefund?.set(order, one);
  }
  if (orders !== undefined) joinParts(orders, refunds);
  if (orders !== undefined) findSums(memory, orders, refunds);
  if (orders !== undefined) splitSums(orders, refunds);
  if (orders !== undefined) addStatedRefunds(orders, refunds);
  tellRefunds(memory, orders, refunds);
}

/**
 * The order that a credit note with a number of its own most likely takes back, if it names its customer: the last one
 * that the customer had made by then with at least that value. -1 if there is none.
 */
function ordersOfCustomers(memory: Memory, refunds: Facts): (refund: number) => number {
  const orders = memory.facts.get('order');
  let known: Map<number, number[]> | null = null;
  return (refund) => {
    const customer = refunds.key('customer_key').get(refund);
    if (orders === undefined || Number.isNaN(customer)) return -1;
    known ??= byCustomer(orders);
    const [at, value] = [orders.whole('ordered_at'), refunds.micro('item_amount').get(refund)];
    let best = -1;
    for (const row of known.get(customer) ?? []) {
      const worth = or0(orders.micro('gross_sales').get(row)) - or0(orders.micro('discounts').get(row));
      const fits = at.get(row) <= refunds.whole('refunded_at').get(refund) && worth >= value;
      if (fits && (best === -1 || at.get(row) >= at.get(best))) best = row;
    }
    return best;
  };
}

/**
 * The order that a credit note takes back which names neither order nor customer: one of its file that is refunded by its status
 * alone, of that very value, and made before; of several the last that none has taken yet. -1 if there is none. Counted beside
 * each other, both would take the money back.
 */
function refundedOrders(memory: Memory, refunds: Facts): (refund: number) => number {
  const orders = memory.facts.get('order');
  const stated = orders?.numbers.get('refunded_total');
  const taken = new Set<number>();
  let known: Map<string, number[]> | null = null;
  const keyOf = (table: number, value: number): string => `${table} ${value}`;
  return (refund) => {
    if (orders === undefined || !Number.isNaN(refunds.key('customer_key').get(refund))) return -1;
    if (known === null) {
      known = new Map();
      for (let row = 0; row < orders.rows; row += 1) {
        const isOne = orders.words(row).status === 'refunded' && or0(stated?.get(row) ?? 0) === 0;
        if (orders.live[row] === 0 || !isOne) continue;
        const worth = or0(orders.micro('gross_sales').get(row)) - or0(orders.micro('discounts').get(row));
        const key = keyOf(orders.table.get(row), worth);
        known.set(key, [...(known.get(key) ?? []), row]);
      }
    }
    const at = orders.whole('ordered_at');
    const before = (known.get(keyOf(refunds.table.get(refund), refunds.micro('item_amount').get(refund))) ?? []).filter(
      (row) => !taken.has(row) && at.get(row) <= refunds.whole('refunded_at').get(refund),
    );
    const found = before.reduce((one, row) => (one === -1 || at.get(row) >= at.get(one) ? row : one), -1);
    if (found !== -1) taken.add(found);
    return found;
  };
}

function byCustomer(orders: Facts): Map<number, number[]> {
  const all = new Map<number, number[]>();
  const [customer, valid] = [orders.key('customer_key'), orders.micro('valid')];
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0 || valid.get(row) !== one || Number.isNaN(customer.get(row))) continue;
    const own = all.get(customer.get(row)) ?? [];
    own.push(row);
    all.set(customer.get(row), own);
  }
  return all;
}

/** A refund whose file names no currency is in its order's currency, at the rate of its own day. */
function inMoneyOfOrder(memory: Memory, refunds: Facts, row: number, order: number): void {
  const foreign = memory.foreignOrders.get(order);
  const file = memory.tables[refunds.table.get(row)]?.file;
  if (foreign === undefined || (refunds.words(row).currency ?? file?.currency ?? null) !== null) return;
  const { rates, zone } = memory.setting;
  const rate = rates.at(foreign.code, dayOfHour(zone.hour(refunds.whole('refunded_at').get(row))));
  if (rate === null) return;
  for (const name of ['item_amount', 'shipping_amount', 'tax_amount']) {
    const column = refunds.micro(name);
    const amount = column.get(row);
    if (!Number.isNaN(amount)) column.set(row, convert(amount, rate));
  }
}

/**
 * What an amount given back is for: items with their share of tax first, shipping last. Of an order whose tax is not known, what is
 * more than its items and shipping is tax, which counts nowhere.
 */
function partsOf(orders: Facts, order: number, amount: number): { items: number; tax: number; shipping: number } {
  const [gross, discounts, taxes] = ['gross_sales', 'discounts', 'taxes'].map((name) =>
    or0(orders.micro(name).get(order)),
  );
  const [items, tax] = [gross! - discounts!, taxes!];
  const ofItems = Math.min(amount, items + tax);
  const itemAmount = share(ofItems, items, items + tax);
  const rest = amount - ofItems;
  const [charged, isTaxKnown] = [orders.micro('shipping').get(order), !Number.isNaN(orders.micro('taxes').get(order))];
  const shipping = isTaxKnown || Number.isNaN(charged) ? rest : Math.min(rest, charged);
  return { items: itemAmount, tax: ofItems - itemAmount, shipping };
}

/** Refunds of which only the sum is known: of several of one order, each is the rest after those before it. */
function splitSums(orders: Facts, refunds: Facts): void {
  const sums = refunds.numbers.get('sum');
  if (sums === undefined) return;
  const before = new Map<number, number>();
  const at = refunds.whole('refunded_at');
  const own = Array.from({ length: refunds.rows }, (_, row) => row).filter(
    (row) => refunds.live[row] === 1 && !Number.isNaN(sums.get(row)),
  );
  for (const row of own.sort((a, b) => at.get(a) - at.get(b) || a - b)) {
    const order = orNone(refunds.whole('order_row').get(row));
    const known = before.get(order) ?? 0;
    before.set(order, known + sums.get(row));
    const [less, more] = [partsOf(orders, order, known), partsOf(orders, order, known + sums.get(row))];
    refunds.micro('item_amount').set(row, more.items - less.items);
    refunds.micro('tax_amount').set(row, more.tax - less.tax);
    refunds.micro('shipping_amount').set(row, more.shipping - less.shipping);
  }
}

/** A refund known as one amount, or from the status alone, booked on its order's date. */
function addStatedRefunds(orders: Facts, refunds: Facts): void {
  const stated = orders.numbers.get('refunded_total');
  const refundedAt = orders.numbers.get('refunded_at');
  const hasRefund = orders.micro('has_refund');
  const whole = (row: number): number =>
    ['gross_sales', 'taxes', 'shipping'].reduce((sum, name) => sum + or0(orders.micro(name).get(row)), 0) -
    or0(orders.micro('discounts').get(row));
  const live = [...refunds.live];
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0) continue;
    const known = hasRefund.get(row) === one;
    hasRefund.set(row, known ? one : 0);
    if (known || !isStated(orders, row, stated)) continue;
    const amount = or0(stated?.get(row) ?? 0);
    const parts = partsOf(orders, row, amount === 0 ? whole(row) : amount);
    const at = refunds.follow(orders.table.get(row));
    live.push(1);
    refunds.whole('order_row').set(at, row);
    const dated = refundedAt?.get(row) ?? Number.NaN;
    refunds.whole('refunded_at').set(at, Number.isNaN(dated) ? orders.whole('ordered_at').get(row) : dated);
    refunds.micro('item_amount').set(at, parts.items);
    refunds.micro('tax_amount').set(at, parts.tax);
    refunds.micro('shipping_amount').set(at, parts.shipping);
    if (Number.isNaN(dated)) refunds.micro('undated').set(at, one);
    hasRefund.set(row, one);
  }
  refunds.live = Uint8Array.from(live);
}

/** What a refund inherits from its order: groups, customer, validity, and the cost of the goods that came back. */
function tellRefunds(memory: Memory, orders: Facts | undefined, refunds: Facts): void {
  const { options, zone } = memory.setting;
  const orderOf = refunds.whole('order_row');
  const alone = refunds.combos.add('no order', () => ({}));
  const [notValid, ownWords] = [refunds.numbers.get('not_valid'), refunds.numbers.get('own_words')];
  const copied = orders === undefined ? [] : ['customer_key', 'order_id'];
  for (let row = 0; row < refunds.rows; row += 1) {
    const order = orNone(orderOf.get(row));
    const known = order !== -1 && orders !== undefined;
    const at = refunds.whole('refunded_at').get(row);
    const booked = known && options.refund_date === 'order' ? orders.whole('ordered_at').get(order) : at;
    refunds.whole('refunded_at_hour').set(row, zone.hour(booked));
    const isValid = notValid?.get(row) !== one && (!known || orders.micro('valid').get(order) === one);
    refunds.micro('valid').set(row, isValid ? one : 0);
    if (!known) {
      if (ownWords?.get(row) !== one) refunds.combo.set(row, alone);
      continue;
    }
    const combo = orders.combo.get(order);
    refunds.combo.set(
      row,
      refunds.combos.add(`order\u0001${combo}`, () => orders.combos.all[combo]!),
    );
    for (const name of copied) refunds.key(name).set(row, orders.key(name).get(order));
    refunds.whole('customer_first_at_hour').set(row, orders.whole('customer_first_at_hour').get(order));
    refunds.whole('first_order_row').set(row, orders.whole('first_order_row').get(order));
    const first = orNone(orders.whole('first_order_row').get(order));
    if (first !== -1) refunds.micro('first_order_gap').set(row, gap(orders.whole('ordered_at').get(first), at));
    const quantity = refunds.micro('quantity').get(row);
    const units = orders.micro('units').get(order);
    const cost = orders.micro('goods_cost').get(order);
    // Lines returned one by one state their own cost.
    if (!Number.isNaN(quantity) && cost > 0 && units > 0 && Number.isNaN(refunds.micro('goods_cost').get(row)))
      refunds.micro('goods_cost').set(row, share(cost, quantity, units));
  }
}
