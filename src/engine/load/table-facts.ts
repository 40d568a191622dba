import { refundTables } from '../derive/derive-refunds.ts';
import { onlySources } from '../settle/one-source.ts';
import { leftDays } from '../settle/other-tables.ts';
import type { Memory } from '../state/context.ts';
import type { TableFacts } from '../state/read.ts';
import type { LeftOut, TableInfo } from '../state/table-info.ts';

/**
 * The tables of orders of which some order names its customer; all, if nothing asks for customers. A column of customers
 * that is blank in every row is one that the file does not have.
 */
function withCustomers({ facts, tables }: Memory): ReadonlySet<number> {
  const named = new Set<number>();
  const orders = facts.get('order');
  const customers = orders?.keys.get('customer_key');
  if (orders === undefined || customers === undefined) return new Set(tables.map(({ index }) => index));
  for (let row = 0; row < orders.rows && named.size < tables.length; row += 1)
    if (!Number.isNaN(customers.get(row))) named.add(orders.table.get(row));
  return named;
}

/** What each table holds, as far as coverage and quality need it, in the order of the tables. */
export function tableFacts(memory: Memory, left: readonly LeftOut[]): TableFacts[] {
  // A table of which some figures are left out still counts.
  const days = leftDays(left.filter(({ fields }) => fields === undefined));
  const only = onlySources(memory);
  const customers = withCustomers(memory);
  const refunds = refundTables(memory);
  const isOut = ({ index, days: own }: TableInfo): boolean => (days.get(index)?.size ?? 0) >= own.size && own.size > 0;
  return memory.tables.map((info) => ({
    file: info.file,
    plan: info.plan,
    days: info.days,
    counts: !isOut(info),
    byDay: info.byDay,
    toldByOrders: info.toldByOrders,
    told: customers.has(info.index) ? new Set([...info.told, 'customer_key']) : info.told,
    showsRefunds: refunds.has(info.index),
    onlySource: only.get(info.index) ?? null,
  }));
}
