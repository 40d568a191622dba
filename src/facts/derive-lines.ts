import { dayOfHour } from '../core/civil.ts';
import { convert } from '../core/rates.ts';
import { orNone, share } from './collect.ts';
import type { Memory } from './context.ts';
import { sellCards } from './gift-cards.ts';
import { orderIndex } from './order-index.ts';

const one = 1_000_000;

/**
 * Lines that stand in a file of their own give units and cost to the order that they name, in the currency of that order
 * unless the configuration says another for their file.
 */
export function deriveLines(memory: Memory): void {
  const lines = memory.facts.get('order_line');
  const orders = memory.facts.get('order');
  if (lines === undefined || orders === undefined) return;
  const orderOf = orderIndex(memory);
  const names = lines.key('order_id');
  const given = [
    ['line_value', 'line_value'],
    ['goods_cost', 'goods_cost'],
    ['costed_line_value', 'costed_line_value'],
  ] as const;
  const [quantity, price, cost] = [lines.micro('quantity'), lines.micro('unit_price'), lines.micro('unit_cost')];
  const isGift = lines.numbers.get('is_gift_card');
  const { currency, rates } = memory.setting;
  for (let row = 0; row < lines.rows; row += 1) {
    const table = memory.tables[lines.table.get(row)];
    if (lines.live[row] === 0 || table?.plan.kind !== 'order_line') continue;
    const order = orderOf(orNone(names.get(row)), table);
    const units = quantity.get(row);
    if (order === -1 || units < 0) continue;
    const own = table.file.currency;
    const rate =
      own === null
        ? (memory.foreignOrders.get(order)?.rate ?? null)
        : currency === null || own === currency
          ? null
          : rates.at(own, dayOfHour(memory.setting.zone.hour(orders.whole('ordered_at').get(order))));
    if (isGift?.get(row) === one) {
      const value =
        rate === null ? lines.micro('line_value').get(row) : share(units, convert(price.get(row), rate), one);
      sellCards(orders, order, value, units);
      if (orders.micro('gift_only').get(order) === one) orders.micro('valid').set(order, 0);
      continue;
    }
    orders.micro('units').add(order, units);
    if (rate === null) {
      for (const [from, to] of given) orders.micro(to).add(order, lines.micro(from).get(row));
      continue;
    }
    const value = share(units, convert(price.get(row), rate), one);
    const unitCost = cost.get(row);
    const known = !Number.isNaN(unitCost);
    orders.micro('line_value').add(order, value);
    orders.micro('goods_cost').add(order, known ? share(units, convert(unitCost, rate), one) : 0);
    orders.micro('costed_line_value').add(order, known ? value : 0);
  }
}
