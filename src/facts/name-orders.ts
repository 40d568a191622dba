import type { Kind } from '../core/kinds.ts';
import { orderKey } from './collect.ts';
import type { Memory } from './context.ts';

/** Gives all orders their ids. */
export async function nameOrders(memory: Memory): Promise<void> {
  const orders = memory.of('order');
  const numbers = orders.key('order_id');
  for (const one of memory.unnamed.splice(0)) {
    let row = 0;
    await one.ids((id) => {
      while (orders.table.get(row) !== one.table.index || !(numbers.get(row) < 0)) row += 1;
      numbers.set(row, memory.keys.orders.add(orderKey(id)));
    });
  }
}

const naming: readonly Kind[] = ['order_line', 'refund', 'visit'];

/** Whether a record in memory names its order. */
export const someNameOrders = (memory: Memory): boolean =>
  naming.some((kind) => {
    const facts = memory.facts.get(kind);
    const names = facts?.keys.get('order_id');
    for (let row = 0; names !== undefined && row < facts!.rows; row += 1)
      if (!Number.isNaN(names.get(row))) return true;
    return false;
  });
