import { type AgeGrain, ageBetween } from '../../core/age.ts';
import type { Span } from '../../core/calendar.ts';
import { dayOfHour, type Hour } from '../../core/civil.ts';
import { orderValueSum } from '../../measures/order.ts';
import { returns } from '../../measures/refund.ts';
import { orNone } from '../collect/collect.ts';
import type { CohortAge, CohortFacts } from '../state/read.ts';
import { eachOfKnown } from './cohort-margins.ts';
import { groupsIn } from './patches.ts';
import { approxTables, type View } from './view.ts';

const one = 1_000_000;

const or0 = (value: number): bigint => (Number.isNaN(value) ? 0n : BigInt(value));

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const emptyAge = (): Writable<CohortAge> => ({ customers: 0, orders: 0, sales: 0n, cost: 0n, approx: false });

interface Draft extends Writable<Omit<CohortFacts, 'ages'>> {
  readonly ages: Writable<CohortAge>[];
}

const emptyDraft = (): Draft => ({
  customers: 0,
  ages: [],
  lineValue: 0n,
  costedLineValue: 0n,
  orders: 0,
  unidentified: 0,
});

/** The span that contains an hour, -1 for none. */
function spanFinder(spans: readonly Span[]): (hour: Hour) => number {
  for (const [at, span] of spans.entries()) {
    if (at > 0 && span.from < spans[at - 1]!.to) throw new RangeError('the spans of cohorts follow each other');
  }
  return (hour) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hour < spans[middle]!.to) high = middle;
      else low = middle + 1;
    }
    const span = spans[low];
    return span !== undefined && hour >= span.from ? low : -1;
  };
}

/** Rows whose amounts are approximate: those of some tables, and refunds whose day no file states. */
function looseRows(view: View): (kind: 'order' | 'refund', row: number) => boolean {
  const { facts: orders, memory } = view;
  const refunds = memory.facts.get('refund');
  const undated = refunds?.numbers.get('undated');
  const [ofOrders, ofRefunds] = [approxTables(view, orderValueSum), approxTables(view, returns)];
  return (kind, row) =>
    kind === 'order'
      ? ofOrders.size > 0 && ofOrders.has(orders.table.get(row))
      : undated?.get(row) === one || (refunds !== undefined && ofRefunds.has(refunds.table.get(row)));
}

/** The customers first seen in each span, and what they did by age: spans × groups. */
export function cohortTable(view: View, spans: readonly Span[], grain: AgeGrain): CohortFacts[][] {
  const { facts: orders, groupOf, groupOfOrder, groups, several } = view;
  const drafts = spans.map(() => Array.from({ length: groups + 1 }, emptyDraft));
  const spanOf = spanFinder(spans);
  const within = (span: number, group: number): Draft[] =>
    [0, ...groupsIn(group, groups, several)].map((one) => drafts[span]![one]!);
  const ageIn = (draft: Draft, age: number): Writable<CohortAge> => {
    while (draft.ages.length <= age) draft.ages.push(emptyAge());
    return draft.ages[age]!;
  };

  const firstHour = orders.whole('customer_first_at_hour');
  const [lineValue, costed] = [orders.micro('line_value'), orders.micro('costed_line_value')];
  const loose = looseRows(view);
  /** Customers active in an age, by the row of their first order. */
  const met: Set<number>[] = [];
  eachOfKnown(view, (kind, row, first, at, sales, cost) => {
    const begun = firstHour.get(first);
    const span = spanOf(begun);
    if (span === -1) return;
    // A refund dated before the first order, by mistake, belongs to the first age.
    const age = Math.max(0, ageBetween(dayOfHour(begun), dayOfHour(at), grain));
    let isNew = false;
    if (kind === 'order') {
      while (met.length <= age) met.push(new Set());
      isNew = !met[age]!.has(first);
      if (isNew) met[age]!.add(first);
    }
    for (const draft of within(span, groupOfOrder(first))) {
      const cell = ageIn(draft, age);
      cell.sales += BigInt(sales);
      cell.cost += BigInt(cost);
      if (loose(kind, row)) cell.approx = true;
      if (kind === 'refund') continue;
      cell.orders += 1;
      if (isNew) cell.customers += 1;
      if (row === first) draft.customers += 1;
      draft.lineValue += or0(lineValue.get(row));
      draft.costedLineValue += or0(costed.get(row));
    }
  });

  const [valid, hours, firstRow] = [
    orders.micro('valid'),
    orders.whole('ordered_at_hour'),
    orders.whole('first_order_row'),
  ];
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0 || valid.get(row) !== one) continue;
    const span = spanOf(hours.get(row));
    if (span === -1) continue;
    const isUnknown = orNone(firstRow.get(row)) === -1;
    for (const draft of within(span, groupOf(orders.combo.get(row)))) {
      draft.orders += 1;
      if (isUnknown) draft.unidentified += 1;
    }
  }
  return drafts;
}
