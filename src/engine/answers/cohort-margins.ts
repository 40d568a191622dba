import { ageBetween } from '../../core/age.ts';
import type { Span } from '../../core/calendar.ts';
import { dayOfHour, type Hour } from '../../core/civil.ts';
import { orNone } from '../collect/collect.ts';
import type { CohortMargin } from '../state/read.ts';
import { groupsIn } from './patches.ts';
import type { View } from './view.ts';

const one = 1_000_000;

const or0 = (value: number): number => (Number.isNaN(value) ? 0 : value);

/**
 * Takes an order of a known customer, or a refund of one (negative sales and cost): `first` is the row of the customer's
 * first order, `row` that of the order or refund itself.
 */
type Take = (kind: 'order' | 'refund', row: number, first: number, at: Hour, sales: number, cost: number) => void;

/** Goes through all valid orders of known customers and then through the refunds of these. */
export function eachOfKnown({ facts: orders, memory }: View, take: Take): void {
  const [valid, hours, firstRow] = [
    orders.micro('valid'),
    orders.whole('ordered_at_hour'),
    orders.whole('first_order_row'),
  ];
  const [gross, discounts, cost] = [orders.micro('gross_sales'), orders.micro('discounts'), orders.micro('goods_cost')];
  for (let row = 0; row < orders.rows; row += 1) {
    const first = orNone(firstRow.get(row));
    if (orders.live[row] === 0 || valid.get(row) !== one || first === -1) continue;
    take('order', row, first, hours.get(row), or0(gross.get(row)) - or0(discounts.get(row)), or0(cost.get(row)));
  }
  const refunds = memory.facts.get('refund');
  if (refunds === undefined) return;
  const [refundValid, refundFirst, refundHours] = [
    refunds.micro('valid'),
    refunds.whole('first_order_row'),
    refunds.whole('refunded_at_hour'),
  ];
  const [items, back] = [refunds.micro('item_amount'), refunds.micro('goods_cost')];
  for (let row = 0; row < refunds.rows; row += 1) {
    const first = orNone(refundFirst.get(row));
    if (refunds.live[row] === 0 || refundValid.get(row) !== one || first === -1) continue;
    take('refund', row, first, refundHours.get(row), -or0(items.get(row)), -or0(back.get(row)));
  }
}

const emptyCohort = () => ({
  customers: 0,
  months: [] as { sales: bigint; cost: bigint }[],
  lineValue: 0n,
  costedLineValue: 0n,
});

/** Sales to the customers first seen in each span and the cost of the goods, by months of age: groups × spans. */
export function cohortMargins(view: View, spans: readonly Span[]): CohortMargin[][] {
  const { facts: orders, groupOfOrder, groups, several } = view;
  const [lineValue, costed] = [orders.micro('line_value'), orders.micro('costed_line_value')];
  const byAge = spans.map(() => Array.from({ length: groups + 1 }, emptyCohort));
  const firstHour = orders.whole('customer_first_at_hour');
  eachOfKnown(view, (kind, row, first, at, sales, cost) => {
    const begun = firstHour.get(first);
    // A refund dated before the first order, by mistake, belongs to the first month.
    const age = Math.max(0, ageBetween(dayOfHour(begun), dayOfHour(at), 'month'));
    for (const [index, span] of spans.entries()) {
      if (begun < span.from || begun >= span.to) continue;
      for (const group of [0, ...groupsIn(groupOfOrder(first), groups, several)]) {
        const cohort = byAge[index]![group]!;
        while (cohort.months.length <= age) cohort.months.push({ sales: 0n, cost: 0n });
        cohort.months[age]!.sales += BigInt(sales);
        cohort.months[age]!.cost += BigInt(cost);
        if (kind === 'refund') continue;
        if (row === first) cohort.customers += 1;
        cohort.lineValue += BigInt(or0(lineValue.get(row)));
        cohort.costedLineValue += BigInt(or0(costed.get(row)));
      }
    }
  });
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
