import { orNone } from '../collect/collect.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { TableInfo } from '../state/table-info.ts';
import { minorUnit } from './order-amounts.ts';

const or0 = (value: number): number => (Number.isNaN(value) ? 0 : value);

/** Whether a table is a list of one's own with one amount for each refund, which may be items alone or all that was given back. */
const hasOneAmount = ({ plan, file }: TableInfo): boolean =>
  plan.kind === 'refund' &&
  file.source.tool === 'generic' &&
  plan.fields.item_amount !== undefined &&
  plan.fields.tax_amount === undefined &&
  plan.fields.shipping_amount === undefined;

/**
 * Finds lists of refunds whose amounts contain tax and shipping: what they give back of some order is more than its items, and exactly
 * its items with tax, or all that was paid; and of no more orders it is something else above the items. Their amounts are sums,
 * which the order divides.
 */
export function findSums(memory: Memory, orders: Facts, refunds: Facts): void {
  const lists = memory.tables.filter(hasOneAmount);
  if (lists.length === 0) return;
  const minor = minorUnit(memory.setting.currency);
  const [items, places] = [refunds.micro('item_amount'), refunds.whole('order_row')];
  const amount = (name: string, order: number): number => or0(orders.micro(name).get(order));
  for (const table of lists) {
    const byOrder = new Map<number, number>();
    const own: number[] = [];
    for (let row = 0; row < refunds.rows; row += 1) {
      const order = orNone(places.get(row));
      if (refunds.live[row] === 0 || refunds.table.get(row) !== table.index || order === -1) continue;
      own.push(row);
      byOrder.set(order, (byOrder.get(order) ?? 0) + or0(items.get(row)));
    }
    let [sums, others] = [0, 0];
    for (const [order, sum] of byOrder) {
      const ofItems = amount('gross_sales', order) - amount('discounts', order);
      if (sum <= ofItems + minor) continue;
      const withTax = ofItems + amount('taxes', order);
      const isSum = [withTax, withTax + amount('shipping', order)].some((whole) => Math.abs(sum - whole) <= minor);
      if (isSum) sums += 1;
      else others += 1;
    }
    if (sums === 0 || others > sums) continue;
    for (const row of own) refunds.micro('sum').set(row, items.get(row));
    for (const name of ['tax_amount', 'shipping_amount']) table.told.add(name);
  }
}
