import type { Span } from '../../core/calendar.ts';
import { civil, dayOfHour } from '../../core/civil.ts';
import type { CohortMargin } from '../engine.ts';
import type { View } from './answers/view.ts';
import { orNone } from './collect.ts';

const one = 1_000_000;

/** Whole calendar months between two local days: 0 within the first month. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [civil(from), civil(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day < a.day ? months - 1 : months;
}

/** What the customers first seen in each span have brought, less the cost of the goods, by months of age: groups × spans. */
export function cohortMargins(view: View, spans: readonly Span[]): CohortMargin[][] {
  const { facts: orders, memory, groupOfOrder, groups } = view;
  const byAge = spans.map(() => Array.from({ length: groups + 1 }, () => ({ customers: 0, months: [] as bigint[] })));
  const [valid, hours, firstHour, firstRow] = [
    orders.micro('valid'),
    orders.whole('ordered_at_hour'),
    orders.whole('customer_first_at_hour'),
    orders.whole('first_order_row'),
  ];
  const put = (first: number, at: number, amount: number, isFirst: boolean) => {
    const begun = firstHour.get(first);
    const age = monthsBetween(dayOfHour(begun), dayOfHour(at));
    for (const [index, span] of spans.entries()) {
      if (begun < span.from || begun >= span.to) continue;
      for (const group of new Set([0, groupOfOrder(first)])) {
        const cohort = byAge[index]![group]!;
        if (isFirst) cohort.customers += 1;
        while (cohort.months.length <= age) cohort.months.push(0n);
        cohort.months[age]! += BigInt(amount);
      }
    }
  };
  const or0 = (value: number) => (Number.isNaN(value) ? 0 : value);
  const [gross, discounts, cost] = [orders.micro('gross_sales'), orders.micro('discounts'), orders.micro('goods_cost')];
  for (let row = 0; row < orders.rows; row += 1) {
    const first = orNone(firstRow.get(row));
    if (orders.live[row] === 0 || valid.get(row) !== one || first === -1) continue;
    put(first, hours.get(row), or0(gross.get(row)) - or0(discounts.get(row)) - or0(cost.get(row)), first === row);
  }
  const refunds = memory.facts.get('refund');
  if (refunds !== undefined) {
    const refundFirst = refunds.whole('first_order_row');
    for (let row = 0; row < refunds.rows; row += 1) {
      const first = orNone(refundFirst.get(row));
      if (refunds.live[row] === 0 || refunds.micro('valid').get(row) !== one || first === -1) continue;
      const back = or0(refunds.micro('item_amount').get(row)) - or0(refunds.micro('goods_cost').get(row));
      put(first, refunds.whole('refunded_at_hour').get(row), -back, false);
    }
  }
  return byAge.map((cells) =>
    cells.map(({ customers, months }) => {
      let sum = 0n;
      const cumulative = months.map((month) => {
        sum += month;
        return sum;
      });
      return { customers, cumulative };
    }),
  );
}
