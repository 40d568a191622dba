import type { Span } from '../core/calendar.ts';
import { civil, dayOfHour } from '../core/civil.ts';
import type { View } from './answers/view.ts';
import { orNone } from './collect.ts';
import type { CohortMargin } from './read.ts';

const one = 1_000_000;

const or0 = (value: number): number => (Number.isNaN(value) ? 0 : value);

const emptyCohort = () => ({
  customers: 0,
  months: [] as { sales: bigint; cost: bigint }[],
  lineValue: 0n,
  costedLineValue: 0n,
});

/** Whole calendar months between two local days: 0 within the first month. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [civil(from), civil(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day < a.day ? months - 1 : months;
}

/** What the customers first seen in each span have brought and what the goods cost, by months of age: groups × spans. */
export function cohortMargins(view: View, spans: readonly Span[]): CohortMargin[][] {
  const { facts: orders, memory, groupOfOrder, groups } = view;
  const [lineValue, costed] = [orders.micro('line_value'), orders.micro('costed_line_value')];
  const byAge = spans.map(() => Array.from({ length: groups + 1 }, emptyCohort));
  const [valid, hours, firstHour, firstRow] = [
    orders.micro('valid'),
    orders.whole('ordered_at_hour'),
    orders.whole('customer_first_at_hour'),
    orders.whole('first_order_row'),
  ];
  const put = (first: number, at: number, sales: number, cost: number, order: number) => {
    const begun = firstHour.get(first);
    const age = monthsBetween(dayOfHour(begun), dayOfHour(at));
    for (const [index, span] of spans.entries()) {
      if (begun < span.from || begun >= span.to) continue;
      for (const group of new Set([0, groupOfOrder(first)])) {
        const cohort = byAge[index]![group]!;
        if (order === first) cohort.customers += 1;
        while (cohort.months.length <= age) cohort.months.push({ sales: 0n, cost: 0n });
        cohort.months[age]!.sales += BigInt(sales);
        cohort.months[age]!.cost += BigInt(cost);
        if (order === -1) continue;
        cohort.lineValue += BigInt(or0(lineValue.get(order)));
        cohort.costedLineValue += BigInt(or0(costed.get(order)));
      }
    }
  };
  const [gross, discounts, cost] = [orders.micro('gross_sales'), orders.micro('discounts'), orders.micro('goods_cost')];
  for (let row = 0; row < orders.rows; row += 1) {
    const first = orNone(firstRow.get(row));
    if (orders.live[row] === 0 || valid.get(row) !== one || first === -1) continue;
    put(first, hours.get(row), or0(gross.get(row)) - or0(discounts.get(row)), or0(cost.get(row)), row);
  }
  const refunds = memory.facts.get('refund');
  if (refunds !== undefined) {
    const refundFirst = refunds.whole('first_order_row');
    for (let row = 0; row < refunds.rows; row += 1) {
      const first = orNone(refundFirst.get(row));
      if (refunds.live[row] === 0 || refunds.micro('valid').get(row) !== one || first === -1) continue;
      const [items, back] = [refunds.micro('item_amount').get(row), refunds.micro('goods_cost').get(row)];
      put(first, refunds.whole('refunded_at_hour').get(row), -or0(items), -or0(back), -1);
    }
  }
  return byAge.map((cells) =>
    cells.map(({ months, ...cohort }) => {
      let [sales, cost] = [0n, 0n];
      const cumulative = months.map((month) => {
        sales += month.sales;
        cost += month.cost;
        return { sales, cost };
      });
      return { ...cohort, cumulative };
    }),
  );
}
