import { dayOfHour } from '../../core/civil.ts';
import { aloneField } from '../../core/pairs.ts';
import { convert } from '../../core/rates.ts';
import { share } from '../../core/share.ts';
import { orNone } from '../collect/collect.ts';
import { sellCards } from '../orders/sell-gift-cards.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { orderIndex } from './order-index.ts';

const one = 1_000_000;

/**
 * Lines in a separate file give units and cost to the order that they name, in its currency unless the configuration
 * states another for their file.
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
  const listed = new Set<number>();
  const strangers: number[] = [];
  const hasOwn = ownLines(memory, orders);
  const replaced = replacing(memory, lines, orderOf, hasOwn);
  for (let row = 0; row < lines.rows; row += 1) {
    const table = memory.tables[lines.table.get(row)];
    if (lines.live[row] === 0 || table?.plan.kind !== 'order_line') continue;
    const order = orderOf(orNone(names.get(row)), table);
    const units = quantity.get(row);
    if (units < 0) continue;
    if (order === -1) {
      strangers.push(row);
      continue;
    }
    listed.add(order);
    if (hasOwn(order) && !replaced.has(order)) continue;
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
  for (const row of strangers) {
    const id = orNone(names.get(row));
    const { file } = memory.tables[lines.table.get(row)]!;
    const code = listed.size === 0 ? 'lines_of_no_order' : 'lines_of_other_orders';
    memory.copies.meet(code, 'order_line', [file], id === -1 ? '' : memory.keys.orders.text(id));
  }
  tellUnlisted(memory, listed);
}

/**
 * Orders of a shop that has files of lines, in none of which they are: the value of what they sold is known, but not
 * how many pieces and at what cost.
 */
function tellUnlisted(memory: Memory, listed: ReadonlySet<number>): void {
  const lineFiles = memory.tables.flatMap(({ plan, file }) => (plan.kind === 'order_line' ? [file] : []));
  const stores = new Set(lineFiles.map(({ store }) => store ?? ''));
  if (stores.size === 0) return;
  const orders = memory.of('order');
  const [value, isAlone] = [orders.micro('line_value'), orders.micro(aloneField('units'))];
  const gross = orders.numbers.get('gross_sales');
  const [ids, valid] = [orders.key('order_id'), orders.micro('valid')];
  for (let row = 0; row < orders.rows; row += 1) {
    const { plan, file } = memory.tables[orders.table.get(row)]!;
    if (orders.live[row] === 0 || listed.has(row) || plan.line !== null || file.source.lines !== undefined) continue;
    if (!stores.has('') && !stores.has(file.store ?? '')) continue;
    const worth = gross?.get(row) ?? 0;
    if (!(worth > 0)) continue;
    value.add(row, worth);
    isAlone.set(row, one);
    if (valid.get(row) !== one) continue;
    const id = orNone(ids.get(row));
    const own = lineFiles.filter(({ store }) => store === null || store === file.store);
    memory.copies.meet('orders_without_lines', 'order', own, id === -1 ? '' : memory.keys.orders.text(id));
  }
}

/** Whether an order has lines in its own file. */
function ownLines(memory: Memory, orders: Facts): (order: number) => boolean {
  const [units, value] = [orders.micro('units'), orders.micro('line_value')];
  const hasLines = memory.tables.map(({ plan }) => plan.kind === 'order' && plan.line !== null);
  const had = new Uint8Array(orders.rows);
  for (let row = 0; row < orders.rows; row += 1)
    if (hasLines[orders.table.get(row)] === true && (units.get(row) > 0 || value.get(row) > 0)) had[row] = 1;
  return (order) => had[order] === 1;
}

/**
 * Orders whose lines are in two files count them once: from a list with unit costs if their own file has none, else
 * from their own file.
 */
function replacing(
  memory: Memory,
  lines: Facts,
  orderOf: ReturnType<typeof orderIndex>,
  own: (order: number) => boolean,
): ReadonlySet<number> {
  const orders = memory.of('order');
  const [names, cost] = [lines.key('order_id'), lines.micro('unit_cost')];
  const found = new Set<number>();
  for (let row = 0; row < lines.rows; row += 1) {
    const table = memory.tables[lines.table.get(row)];
    if (lines.live[row] === 0 || table?.plan.kind !== 'order_line' || Number.isNaN(cost.get(row))) continue;
    const order = orderOf(orNone(names.get(row)), table);
    if (!own(order) || orders.micro('costed_line_value').get(order) > 0) continue;
    found.add(order);
    for (const name of ['units', 'line_value', 'goods_cost', 'costed_line_value']) orders.micro(name).set(order, 0);
  }
  return found;
}
