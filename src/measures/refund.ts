import { all, defineMeasure, field, filled, flag, withinDays } from './measure.ts';

/*
 * Refunds count on the day the money went back (option `refund_date: order` books them on their order's day). A refund
 * belongs to its order's groups and is left out with an order that is not valid.
 */
const valid = flag('valid');
const refund = { over: 'refund', at: 'refunded_at', aggregate: 'sum', unit: 'money' } as const;

export const returns = defineMeasure({
  ...refund,
  id: 'returns',
  value: field('item_amount'),
  where: valid,
  doc: 'Refunded item amounts, without tax and shipping, a positive number.',
});

export const shippingRefunded = defineMeasure({
  ...refund,
  id: 'shipping_refunded',
  value: field('shipping_amount'),
  where: valid,
  doc: 'Refunded shipping, without tax.',
});

export const taxesRefunded = defineMeasure({
  ...refund,
  id: 'taxes_refunded',
  value: field('tax_amount'),
  where: valid,
  doc: 'Refunded tax.',
});

export const costReturned = defineMeasure({
  ...refund,
  id: 'cost_returned',
  value: field('goods_cost'),
  where: valid,
  doc: "The share of the order's cost of goods that a refund with a quantity gives back.",
});

export const identifiedReturns = defineMeasure({
  ...refund,
  id: 'identified_returns',
  value: field('item_amount'),
  where: all(valid, filled('customer_key')),
  doc: 'Refunded item amounts of orders whose customer is known.',
});

const cohort = { at: 'customer_first_at', group: 'first_order', history: 'first_order', matures: 'ltv_days' } as const;

export const cohortReturns = defineMeasure({
  ...refund,
  ...cohort,
  id: 'cohort_returns',
  value: field('item_amount'),
  where: all(valid, filled('customer_key'), withinDays('first_order_gap', 'ltv_days')),
  doc: 'Refunded item amounts of the customers who are new in the span, within `ltv_days` of their first order.',
});

export const cohortCostReturned = defineMeasure({
  ...refund,
  ...cohort,
  id: 'cohort_cost_returned',
  value: field('goods_cost'),
  where: all(valid, filled('customer_key'), withinDays('first_order_gap', 'ltv_days')),
  doc: 'Cost of goods given back by those refunds.',
});
