import { orNone } from '../collect/collect.ts';
import type { Memory } from '../state/context.ts';
import type { TableInfo } from '../state/table-info.ts';

/**
 * Finds the order that a record of another file names. Two shops may use the same numbers: the order is looked for in
 * the record's own store, and in any if only one of the two files states its store.
 */
export function orderIndex(memory: Memory): (key: number, table: TableInfo | undefined) => number {
  const orders = memory.facts.get('order');
  const any = new Int32Array(memory.keys.orders.size).fill(-1);
  const byStore = new Map<string, Map<number, number>>();
  if (orders === undefined) return () => -1;
  const several = new Set(memory.tables.map(({ file }) => file.store)).size > 1;
  const ids = orders.key('order_id');
  for (let row = 0; row < orders.rows; row += 1) {
    const id = orNone(ids.get(row));
    if (orders.live[row] === 0 || id < 0) continue;
    if (any[id] === -1) any[id] = row;
    if (!several) continue;
    const store = memory.tables[orders.table.get(row)]!.file.store ?? '';
    const rows = byStore.get(store) ?? new Map<number, number>();
    byStore.set(store, rows);
    if (!rows.has(id)) rows.set(id, row);
  }
  return (key, table) => {
    if (key === -1) return -1;
    const found = any[key] ?? -1;
    const store = table?.file.store ?? null;
    if (!several || store === null || found === -1) return found;
    const own = byStore.get(store)?.get(key) ?? byStore.get('')?.get(key);
    return own ?? -1;
  };
}
