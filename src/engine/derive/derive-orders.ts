import { orderStatuses, statusCounts } from '../../core/order-status.ts';
import { nowhere } from '../columns/column.ts';
import { type Grouped, grouped } from '../columns/grouped.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import { attribute } from './attribute.ts';

const one = 1_000_000;
/** Milliseconds to millionths of a second. */
export const gap = (from: number, to: number): number => (to - from) * 1000;

export interface OrderFindings {
  /** Status words of no known meaning that count because no option is set, with their number of orders. */
  readonly unknownStatuses: Map<string, number>;
  firstHour: number;
}

/** Derives from other records, for each valid order, its channel and its place in its customer's history. */
export async function deriveOrders(memory: Memory): Promise<void> {
  const orders = memory.facts.get('order');
  if (orders === undefined) return;
  await attribute(memory, orders);
  if (memory.asked.history) tellHistory(memory, orders, byCustomer(memory, orders));
}

/** Decides which orders count, and their hours. */
export function settleValidity(memory: Memory, findings: OrderFindings): void {
  const orders = memory.facts.get('order');
  if (orders === undefined) return;
  const { options, zone } = memory.setting;
  const fits = orders.combos.all.map((words) => statusCounts(words.status ?? 'paid', options));
  const valid = orders.micro('valid');
  const at = orders.whole('ordered_at');
  const hours = orders.whole('ordered_at_hour');
  const giftOnly = orders.numbers.get('gift_only');
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0) continue;
    const combo = orders.combo.get(row);
    const status = orders.combos.all[combo]?.status;
    if (status && options.valid_status === null && !orderStatuses.has(status))
      findings.unknownStatuses.set(status, (findings.unknownStatuses.get(status) ?? 0) + 1);
    const hour = zone.hour(at.get(row));
    hours.set(row, hour);
    // An order of gift cards alone is no purchase yet.
    const isValid = fits[combo] && giftOnly?.get(row) !== one;
    valid.set(row, isValid ? one : 0);
    if (isValid && hour < findings.firstHour) findings.firstHour = hour;
  }
}

/** Rows of keyed valid orders, customer by customer, each in order of time (of two at one instant the lower id first). */
function byCustomer(memory: Memory, orders: Facts): Grouped {
  const people = memory.keys.people.size;
  const key = orders.key('customer_key');
  const valid = orders.micro('valid');
  const counts = (row: number) => orders.live[row] === 1 && valid.get(row) === one;
  const { rows, starts } = grouped(orders.rows, people, (row) => (counts(row) ? key.get(row) : Number.NaN));
  const at = orders.whole('ordered_at');
  const id = orders.key('order_id');
  const idText = (row: number) => (id.get(row) >= 0 ? memory.keys.orders.text(id.get(row)) : '');
  const earlier = (a: number, b: number) => at.get(a) - at.get(b) || (idText(a) < idText(b) ? -1 : 1);
  for (let person = 0; person < people; person += 1) {
    const [from, to] = [starts[person]!, starts[person + 1]!];
    if (to - from > 1) rows.subarray(from, to).sort(earlier);
  }
  return { rows, starts };
}

function tellHistory(memory: Memory, orders: Facts, { rows, starts }: Grouped): void {
  const at = orders.whole('ordered_at');
  const hours = orders.whole('ordered_at_hour');
  const isFirst = orders.micro('is_first');
  const firstHour = orders.whole('customer_first_at_hour');
  const firstRow = orders.whole('first_order_row');
  const asked = (name: string) => (memory.asked.reads('order', name) ? orders.micro(name) : nowhere);
  const firstGap = asked('first_order_gap');
  const previousGap = asked('previous_order_gap');
  const nextGap = asked('next_order_gap');
  for (let person = 0; person + 1 < starts.length; person += 1) {
    const [from, to] = [starts[person]!, starts[person + 1]!];
    const first = rows[from]!;
    for (let place = from; place < to; place += 1) {
      const row = rows[place]!;
      isFirst.set(row, place === from ? one : 0);
      firstHour.set(row, hours.get(first));
      firstRow.set(row, first);
      firstGap.set(row, gap(at.get(first), at.get(row)));
      if (place === from) continue;
      const before = rows[place - 1]!;
      previousGap.set(row, gap(at.get(before), at.get(row)));
      nextGap.set(before, gap(at.get(before), at.get(row)));
    }
  }
  markByCustomerType(memory, orders);
}

/** In files without customer keys, a shop's own field says which orders are first ones. */
function markByCustomerType(memory: Memory, orders: Facts): void {
  const isFirst = orders.micro('is_first');
  const keyless = new Set(
    memory.tables
      .filter(({ plan }) => plan.kind === 'order' && plan.fields.customer_key === undefined)
      .map(({ index }) => index),
  );
  if (keyless.size === 0) return;
  for (let row = 0; row < orders.rows; row += 1) {
    if (!keyless.has(orders.table.get(row))) continue;
    const type = orders.words(row).customer_type?.toLowerCase();
    if (type) isFirst.set(row, /^(new|nouveau|nouvelle|1|yes|oui)$/.test(type) ? one : 0);
  }
}
