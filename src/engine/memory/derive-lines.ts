import { orNone } from './collect.ts';
import type { Memory } from './context.ts';

/** Lines that stand in a file of their own give units and cost to the order that they name. */
export function deriveLines(memory: Memory): void {
  const lines = memory.facts.get('order_line');
  const orders = memory.facts.get('order');
  if (lines === undefined || orders === undefined) return;
  const byId = new Int32Array(memory.keys.orders.size).fill(-1);
  const ids = orders.key('order_id');
  for (let row = 0; row < orders.rows; row += 1) {
    const id = orNone(ids.get(row));
    if (orders.live[row] === 1 && id !== -1 && byId[id] === -1) byId[id] = row;
  }
  const names = lines.key('order_id');
  const given = [
    ['quantity', 'units'],
    ['line_value', 'line_value'],
    ['goods_cost', 'goods_cost'],
    ['costed_line_value', 'costed_line_value'],
  ] as const;
  for (let row = 0; row < lines.rows; row += 1) {
    const order = byId[orNone(names.get(row))] ?? -1;
    if (lines.live[row] === 0 || order === -1 || memory.tables[lines.table.get(row)]?.plan.kind !== 'order_line')
      continue;
    if (lines.micro('quantity').get(row) < 0) continue;
    for (const [from, to] of given) orders.micro(to).add(order, lines.micro(from).get(row));
  }
}
