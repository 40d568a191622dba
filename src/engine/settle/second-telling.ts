import { type Day, dayOfHour } from '../../core/civil.ts';
import { usualGap } from '../../core/usual-gap.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { TableInfo } from '../state/table-info.ts';
import { withPauses } from './other-tables.ts';

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

interface Payments {
  readonly table: TableInfo;
  /** The exports of orders of the same shop. */
  readonly orders: readonly TableInfo[];
  /** The days that these cover. */
  readonly covered: ReadonlySet<Day>;
}

/** Leaves out the orders and refunds of payments whose sales another file has, and notes it. */
export function settlePayments(memory: Memory): void {
  const all = memory.tables.flatMap((table): Payments[] => {
    if (!isPayments(table) || table.plan.kind !== 'order') return [];
    const orders = memory.tables.filter((other) => areOneShop(table, other));
    if (orders.length === 0) return [];
    return [{ table, orders, covered: new Set(orders.flatMap((other) => [...coveredBy(other)])) }];
  });
  const sales = new Map<number, boolean>();
  const left = all.map((payments) => leaveSales(memory, payments, sales));
  for (const [at, payments] of all.entries()) {
    const { table, orders, covered } = payments;
    const rows = left[at]! + leaveRefunds(memory, payments, sales);
    const told = [...table.days].filter((day) => covered.has(day));
    table.toldByOrders = told.length > 0 && told.length === table.days.size;
    if (rows === 0) continue;
    const first = orders.find((other) => told.some((day) => covers(other, day))) ?? orders[0]!;
    const feeless = table.plan.fields.fee === undefined;
    memory.copies.meet(feeless ? 'payments_left' : 'payments_fees', 'order', [table.file, first.file], '', rows);
  }
}

/**
 * The days that a table of orders covers: between two with an order also as many without one as usually are. What was ordered on one
 * day is often paid on the next, which may have no order.
 */
function coveredBy(table: TableInfo): ReadonlySet<Day> {
  const sorted = [...table.days].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return table.days;
  return withPauses(table, table.days, usualGap(sorted, [{ first, last }]));
}

const covers = (table: TableInfo, day: Day): boolean => coveredBy(table).has(day);

/** Leaves out the sales of payments on days that orders cover; how many. Notes of each sale, by its number, whether it was left out. */
function leaveSales(memory: Memory, { table, covered }: Payments, sales: Map<number, boolean>): number {
  const facts = memory.facts.get('order');
  if (facts === undefined) return 0;
  const ids = facts.key('order_id');
  return leave(memory, facts, 'ordered_at', table, (row, day) => {
    sales.set(ids.get(row), covered.has(day));
    return covered.has(day);
  });
}

/**
 * Leaves out the refunds of payments that orders tell: each goes with the sale that it names, on whatever day. A sale that is older than
 * the payments is in orders that begin before them.
 */
function leaveRefunds(memory: Memory, { table, covered }: Payments, sales: ReadonlyMap<number, boolean>): number {
  const facts = memory.facts.get('refund');
  if (facts === undefined) return 0;
  const ids = facts.key('order_id');
  const isOlderTold = table.plan.fields.refund_of !== undefined && least(covered) < least(table.days);
  return leave(
    memory,
    facts,
    'refunded_at',
    table,
    (row, day) => sales.get(ids.get(row)) ?? (isOlderTold || covered.has(day)),
  );
}

/** The first of some days; Infinity of none. */
const least = (days: ReadonlySet<Day>): number =>
  [...days].reduce((first, day) => (day < first ? day : first), Number.POSITIVE_INFINITY);

function leave(
  memory: Memory,
  facts: Facts,
  at: string,
  table: TableInfo,
  isTold: (row: number, day: Day) => boolean,
): number {
  const instants = facts.whole(at);
  let left = 0;
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] !== 1 || facts.table.get(row) !== table.index) continue;
    if (!isTold(row, dayOfHour(memory.setting.zone.hour(instants.get(row))))) continue;
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
