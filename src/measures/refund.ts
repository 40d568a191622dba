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
  doc: {
    en: 'Refunded item amounts, without tax and shipping, a positive number.',
    fr: 'Montants remboursés sur les articles, hors taxes et hors frais de port, en valeur positive.',
  },
});

export const shippingRefunded = defineMeasure({
  ...refund,
  id: 'shipping_refunded',
  value: field('shipping_amount'),
  where: valid,
  doc: { en: 'Refunded shipping, without tax.', fr: 'Frais de port remboursés, hors taxes.' },
});

export const taxesRefunded = defineMeasure({
  ...refund,
  id: 'taxes_refunded',
  value: field('tax_amount'),
  where: valid,
  doc: { en: 'Refunded tax.', fr: 'Taxes remboursées.' },
});

export const costReturned = defineMeasure({
  ...refund,
  id: 'cost_returned',
  value: field('goods_cost'),
  where: valid,
  doc: {
    en: "What the returned pieces cost: by their own row, else by their sku in the order, else their share of the order's cost.",
    fr: 'Coût des articles retournés\u00a0: celui de leur propre ligne, sinon celui de leur référence dans la commande, sinon leur part du coût de la commande.',
  },
});

export const identifiedReturns = defineMeasure({
  ...refund,
  id: 'identified_returns',
  value: field('item_amount'),
  where: all(valid, filled('customer_key')),
  doc: {
    en: 'Refunded item amounts of orders whose customer is known.',
    fr: 'Montants remboursés sur les articles des commandes dont le client est connu.',
  },
});

const cohort = { at: 'customer_first_at', group: 'first_order', history: 'first_order', matures: 'ltv_days' } as const;

export const cohortReturns = defineMeasure({
  ...refund,
  ...cohort,
  id: 'cohort_returns',
  value: field('item_amount'),
  where: all(valid, filled('customer_key'), withinDays('first_order_gap', 'ltv_days')),
  doc: {
    en: 'Refunded item amounts of the customers who are new in the span, within `ltv_days` of their first order.',
    fr: "Montants remboursés sur les articles aux clients nouveaux de l'intervalle, dans les `ltv_days` jours suivant leur première commande.",
  },
});

export const cohortCostReturned = defineMeasure({
  ...refund,
  ...cohort,
  id: 'cohort_cost_returned',
  value: field('goods_cost'),
  where: all(valid, filled('customer_key'), withinDays('first_order_gap', 'ltv_days')),
  doc: {
    en: 'Cost of goods given back by those refunds.',
    fr: 'Coût des marchandises que restituent ces remboursements.',
  },
});
