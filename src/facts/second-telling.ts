import { type Day, dayOfHour } from '../core/civil.ts';
import type { Memory } from './context.ts';
import type { Facts } from './facts.ts';
import { withPauses } from './other-tables.ts';
import type { TableInfo } from './table-info.ts';

/*
 * A payment is the second telling of an order: a shop whose customers pay through Stripe or PayPal has each sale in two
 * exports, whose ids never show it. On the days that an export of orders covers, payments only tell their fees.
 */

const one = 1_000_000;

const isPayments = ({ file }: TableInfo): boolean => file.source.payments === true;

/** Whether an export of orders may have the sales that payments are of. A marketplace pays out by itself. */
const areOneShop = (payments: TableInfo, orders: TableInfo): boolean =>
  orders.plan.kind === 'order' &&
  !isPayments(orders) &&
  orders.days.size > 0 &&
  (orders.file.store === payments.file.store ||
    (payments.file.store === null && orders.file.source.store === undefined));

/** Leaves out the orders and refunds of payments whose sales another file has, and notes it. */
export function settlePayments(memory: Memory): void {
  for (const table of memory.tables) {
    if (!isPayments(table) || table.plan.kind !== 'order') continue;
    const orders = memory.tables.filter((other) => areOneShop(table, other));
    if (orders.length === 0) continue;
    const covered = new Set(orders.flatMap((other) => [...withPauses(other, other.days)]));
    const told = [...table.days].filter((day) => covered.has(day));
    if (told.length === 0) continue;
    table.toldByOrders = told.length === table.days.size;
    let left = 0;
    for (const kind of ['order', 'refund'] as const) {
      const facts = memory.facts.get(kind);
      if (facts !== undefined)
        left += leave(memory, facts, kind === 'order' ? 'ordered_at' : 'refunded_at', table, covered);
    }
    if (left === 0) continue;
    const [first] = orders.filter((other) => told.some((day) => covers(other, day)));
    const feeless = table.plan.fields.fee === undefined;
    memory.copies.meet(feeless ? 'payments_left' : 'payments_fees', 'order', [table.file, first!.file], '', left);
  }
}

const covers = (table: TableInfo, day: Day): boolean => withPauses(table, table.days).has(day);

function leave(memory: Memory, facts: Facts, at: string, table: TableInfo, covered: ReadonlySet<Day>): number {
  const instants = facts.whole(at);
  let left = 0;
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] !== 1 || facts.table.get(row) !== table.index) continue;
    if (!covered.has(dayOfHour(memory.setting.zone.hour(instants.get(row))))) continue;
    facts.live[row] = 0;
    left += 1;
    if (table.plan.fields.fee === undefined) table.account.skip('other_table', facts.sourceRows.get(row));
    else facts.micro('told_by_orders').set(row, one);
  }
  return left;
}

/** Names of a marketplace in the sales channels of a shop. */
const marketplaces: Readonly<Record<string, RegExp>> = {
  amazon: /amazon/i,
  etsy: /etsy/i,
  ebay: /ebay/i,
  'tiktok-shop': /tik\s?tok/i,
};

/** Notes orders of a shop that come from a marketplace whose own export covers their day. */
export function meetMarketplaces(memory: Memory): void {
  const orders = memory.facts.get('order');
  if (orders === undefined) return;
  const own = memory.tables.filter(({ file, plan, days }) => {
    const isMarket = marketplaces[file.source.store ?? ''] !== undefined;
    return isMarket && plan.kind === 'order' && days.size > 0;
  });
  if (own.length === 0) return;
  const instants = orders.whole('ordered_at');
  for (let row = 0; row < orders.rows; row += 1) {
    const { file } = memory.tables[orders.table.get(row)]!;
    const channel = orders.words(row).sales_channel ?? null;
    if (orders.live[row] !== 1 || channel === null || file.source.store !== undefined) continue;
    const day = dayOfHour(memory.setting.zone.hour(instants.get(row)));
    const twice = own.find((table) => marketplaces[table.file.source.store!]!.test(channel) && covers(table, day));
    if (twice !== undefined) memory.copies.meet('marketplace_twice', 'order', [file, twice.file], channel);
  }
}
