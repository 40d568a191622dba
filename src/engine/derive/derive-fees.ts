import { DAY_HOURS, dayOfHour } from '../../core/civil.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';

const one = 1_000_000;

/** What payments cost: a cost of its own day for each order and refund that names a fee, even if another file has its sale. */
export function deriveFees(memory: Memory): void {
  for (const kind of ['order', 'refund'] as const) {
    const facts = memory.facts.get(kind);
    if (facts !== undefined) feesOf(memory, facts, kind === 'order' ? 'ordered_at' : 'refunded_at');
  }
}

function feesOf(memory: Memory, facts: Facts, at: string): void {
  const [fees, isTold] = [facts.numbers.get('fee'), facts.numbers.get('told_by_orders')];
  if (fees === undefined && isTold === undefined) return;
  const costs = memory.of('cost');
  const live = [...costs.live];
  const instants = facts.whole(at);
  for (let row = 0; row < facts.rows; row += 1) {
    const told = isTold?.get(row) === one;
    const fee = fees?.get(row) ?? Number.NaN;
    if (!told && (facts.live[row] !== 1 || Number.isNaN(fee) || fee === 0)) continue;
    const cost = costs.follow(facts.table.get(row));
    live[cost] = 1;
    const day = dayOfHour(memory.setting.zone.hour(instants.get(row)));
    costs.whole('from').set(cost, day * DAY_HOURS);
    costs.whole('to').set(cost, Number.NaN);
    costs.micro('amount').set(cost, Number.isNaN(fee) ? 0 : fee);
    const { store, account, currency } = facts.words(row);
    const words = { category: 'payment_fee', ...(store ? { store } : {}), ...(account ? { account } : {}) };
    const own = currency ? { ...words, currency } : words;
    costs.combo.set(
      cost,
      costs.combos.add(`fee\u0001${JSON.stringify(own)}`, () => own),
    );
    if (!told) continue;
    // The row counts as this cost.
    costs.sourceRows.set(cost, facts.sourceRows.get(row));
    facts.sourceRows.set(row, 0);
  }
  costs.live = Uint8Array.from({ length: costs.rows }, (_, row) => live[row] ?? 0);
}
