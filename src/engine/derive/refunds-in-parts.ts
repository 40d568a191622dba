import { orNone } from '../collect/collect.ts';
import type { Facts } from '../state/facts.ts';

const one = 1_000_000;
/** No more rows than these are tried: an order is given back in a few parts, soon after it. */
const MOST = 10;

/** A credit note that names neither order nor customer. */
interface Part {
  readonly row: number;
  readonly at: number;
  readonly amount: number;
}

/** The first of these parts that together are an amount; null if there are none. */
function partsThatMake(amount: number, parts: readonly Part[]): readonly Part[] | null {
  if (amount === 0) return [];
  for (const [at, part] of parts.entries()) {
    if (part.amount > amount) continue;
    const rest = partsThatMake(amount - part.amount, parts.slice(at + 1));
    if (rest !== null) return [part, ...rest];
  }
  return null;
}

/** The credit notes of each table that no order has taken, in the order of time. */
function openParts(refunds: Facts): ReadonlyMap<number, readonly Part[]> {
  const ownWords = refunds.numbers.get('own_words');
  const [places, items] = [refunds.whole('order_row'), refunds.micro('item_amount')];
  const open = new Map<number, Part[]>();
  for (let row = 0; ownWords !== undefined && row < refunds.rows; row += 1) {
    const isOpen = refunds.live[row] === 1 && ownWords.get(row) === one && orNone(places.get(row)) === -1;
    if (!isOpen || !Number.isNaN(refunds.key('customer_key').get(row)) || !(items.get(row) > 0)) continue;
    const table = refunds.table.get(row);
    if (!open.has(table)) open.set(table, []);
    open.get(table)!.push({ row, at: refunds.whole('refunded_at').get(row), amount: items.get(row) });
  }
  for (const parts of open.values()) parts.sort((a, b) => a.at - b.at || a.row - b.row);
  return open;
}

/**
 * Credit notes that name neither order nor customer, and together are the very value of an order of their file that is refunded by its
 * status alone, take it back. Counted beside each other, both would.
 */
export function joinParts(orders: Facts, refunds: Facts): void {
  const open = openParts(refunds);
  if (open.size === 0) return;
  const [stated, hasRefund] = [orders.numbers.get('refunded_total'), orders.micro('has_refund')];
  const taken = new Set<Part>();
  for (let order = 0; order < orders.rows; order += 1) {
    const parts = open.get(orders.table.get(order));
    const isTold = hasRefund.get(order) === one || Math.abs(stated?.get(order) ?? 0) > 0;
    if (parts === undefined || isTold || orders.live[order] === 0 || orders.words(order).status !== 'refunded')
      continue;
    const at = orders.whole('ordered_at').get(order);
    const value = orders.micro('gross_sales').get(order) - (orders.micro('discounts').get(order) || 0);
    const near = parts.filter((part) => part.at >= at && !taken.has(part)).slice(0, MOST);
    const found = value > 0 ? partsThatMake(value, near) : null;
    for (const part of found ?? []) {
      taken.add(part);
      refunds.whole('order_row').set(part.row, order);
      hasRefund.set(order, one);
    }
  }
}
