import { all, defineMeasure, field, filled, flag, is, minus, sinceStart, withinDays } from './measure.ts';

/*
 * Orders count on the day they were made. `valid` is the status rule (paid and refunded orders, or the option
 * `valid_status`); it is decided once for every order, so that no measure can forget it.
 */
const valid = flag('valid');
const identified = all(valid, filled('customer_key'));
const orderValue = {
  value: minus(field('gross_sales'), field('discounts')),
  leavesOut: { discounts: 'no_discounts' },
} as const;
const order = { over: 'order', at: 'ordered_at' } as const;
const counted = { ...order, unit: 'count', aggregate: 'count' } as const;
const amount = { ...order, unit: 'money', aggregate: 'sum' } as const;

export const orders = defineMeasure({
  ...counted,
  id: 'orders',
  where: valid,
  doc: { en: 'Valid orders.', fr: 'Commandes valides.' },
});

export const grossSales = defineMeasure({
  ...amount,
  id: 'gross_sales',
  value: field('gross_sales'),
  where: valid,
  doc: {
    en: 'Price of the items of valid orders, before discounts and returns, without tax and shipping.',
    fr: 'Prix des articles des commandes valides, avant remises et retours, hors taxes et hors frais de port.',
  },
});

export const discounts = defineMeasure({
  ...amount,
  id: 'discounts',
  value: field('discounts'),
  where: valid,
  doc: {
    en: 'Discounts on lines and orders, a positive number.',
    fr: 'Remises sur les lignes et les commandes, en valeur positive.',
  },
});

export const orderValueSum = defineMeasure({
  ...amount,
  id: 'order_value_sum',
  ...orderValue,
  where: valid,
  doc: {
    en: 'Gross sales less discounts of valid orders, whatever was edited or refunded later.',
    fr: 'Ventes brutes moins remises des commandes valides, sans tenir compte des modifications et remboursements ultérieurs.',
  },
});

export const shippingOfOrders = defineMeasure({
  ...amount,
  id: 'shipping_of_orders',
  value: field('shipping'),
  where: valid,
  doc: {
    en: 'Shipping charged on valid orders, without tax.',
    fr: 'Frais de port facturés sur les commandes valides, hors taxes.',
  },
});

export const taxesOfOrders = defineMeasure({
  ...amount,
  id: 'taxes_of_orders',
  value: field('taxes'),
  where: valid,
  doc: {
    en: 'Tax on items and shipping of valid orders.',
    fr: 'Taxes sur les articles et la livraison des commandes valides.',
  },
});

export const units = defineMeasure({
  ...order,
  id: 'units',
  unit: 'count',
  aggregate: 'sum',
  value: field('units'),
  where: valid,
  doc: {
    en: 'Ordered quantities of valid orders, before returns.',
    fr: 'Quantités commandées dans les commandes valides, avant retours.',
  },
});

export const costOfOrders = defineMeasure({
  ...amount,
  id: 'cost_of_orders',
  value: field('goods_cost'),
  where: valid,
  doc: {
    en: 'Unit cost times quantity of the lines of valid orders that have a unit cost.',
    fr: 'Coût unitaire × quantité des lignes de commandes valides dont le coût unitaire est connu.',
  },
});

export const lineValue = defineMeasure({
  ...amount,
  id: 'line_value',
  value: field('line_value'),
  where: valid,
  doc: {
    en: 'Unit price times quantity of the lines of valid orders.',
    fr: 'Prix unitaire × quantité des lignes de commandes valides.',
  },
});

export const costedLineValue = defineMeasure({
  ...amount,
  id: 'costed_line_value',
  value: field('costed_line_value'),
  where: valid,
  doc: {
    en: 'Unit price times quantity of the lines that have a unit cost.',
    fr: 'Prix unitaire × quantité des lignes dont le coût unitaire est connu.',
  },
});

export const refundedOrders = defineMeasure({
  ...counted,
  id: 'refunded_orders',
  where: all(valid, flag('has_refund')),
  needs: ['has_refund'],
  doc: {
    en: 'Valid orders with a refund, whenever it was made.',
    fr: "Commandes valides ayant fait l'objet d'un remboursement, quelle qu'en soit la date.",
  },
});

export const identifiedOrders = defineMeasure({
  ...counted,
  id: 'identified_orders',
  where: identified,
  needs: ['customer_key'],
  doc: { en: 'Valid orders whose customer is known.', fr: 'Commandes valides dont le client est connu.' },
});

export const identifiedValue = defineMeasure({
  ...amount,
  id: 'identified_value',
  ...orderValue,
  where: identified,
  needs: ['customer_key'],
  doc: {
    en: 'Gross sales less discounts of valid orders whose customer is known.',
    fr: 'Ventes brutes moins remises des commandes valides dont le client est connu.',
  },
});

export const customers = defineMeasure({
  ...order,
  id: 'customers',
  unit: 'count',
  aggregate: 'distinct',
  value: field('customer_key'),
  where: valid,
  doc: {
    en: 'Distinct customers with a valid order; orders without a customer key do not count.',
    fr: 'Clients distincts ayant passé une commande valide\u00a0; les commandes sans client identifié ne comptent pas.',
  },
});

export const repeatCustomers = defineMeasure({
  ...order,
  id: 'repeat_customers',
  unit: 'count',
  aggregate: 'distinct_repeated',
  value: field('customer_key'),
  where: valid,
  doc: {
    en: 'Distinct customers with two valid orders or more inside the span.',
    fr: "Clients distincts ayant passé au moins deux commandes valides dans l'intervalle.",
  },
});

export const newCustomers = defineMeasure({
  ...counted,
  id: 'new_customers',
  where: all(valid, flag('is_first')),
  needs: ['is_first'],
  history: 'first_order',
  doc: {
    en: "Customers whose first valid order falls in the span, in that order's group; where no file has customer keys, orders marked as a new customer's.",
    fr: "Clients dont la première commande valide tombe dans l'intervalle, dans le groupe de cette commande\u00a0; si aucun fichier n'identifie les clients, commandes signalées comme celles d'un nouveau client.",
  },
});

/** GA4's channel groups that are paid for. */
export const paidChannels = [
  'Paid Search',
  'Paid Shopping',
  'Paid Social',
  'Paid Video',
  'Paid Other',
  'Display',
  'Cross-network',
];

export const newCustomersPaid = defineMeasure({
  ...counted,
  id: 'new_customers_paid',
  where: all(valid, flag('is_first'), is('channel', ...paidChannels)),
  needs: ['is_first', 'channel'],
  history: 'first_order',
  doc: {
    en: 'New customers whose first order came through a paid channel.',
    fr: "Nouveaux clients dont la première commande est venue d'un canal payant.",
  },
});

export const newCustomerValue = defineMeasure({
  ...amount,
  id: 'new_customer_value',
  ...orderValue,
  where: all(identified, sinceStart('customer_first_at')),
  needs: ['customer_key'],
  history: 'first_order',
  doc: {
    en: 'Gross sales less discounts of all orders of the span by customers who are new in it.',
    fr: "Ventes brutes moins remises de toutes les commandes passées dans l'intervalle par les clients nouveaux de celui-ci.",
  },
});

export const orderGap = defineMeasure({
  ...order,
  id: 'order_gap',
  unit: 'duration',
  aggregate: 'median',
  value: field('previous_order_gap'),
  where: all(identified, filled('previous_order_gap')),
  needs: ['customer_key'],
  doc: {
    en: 'Median time since the same customer’s order before.',
    fr: 'Délai médian depuis la commande précédente du même client.',
  },
});

export const cohortRepeaters = defineMeasure({
  ...counted,
  id: 'cohort_repeaters',
  where: all(valid, flag('is_first'), filled('next_order_gap'), withinDays('next_order_gap', 'cohort_days')),
  needs: ['customer_key'],
  history: 'first_order',
  matures: 'cohort_days',
  doc: {
    en: 'New customers of the span who ordered again within `cohort_days` of their first order.',
    fr: "Nouveaux clients de l'intervalle ayant commandé de nouveau dans les `cohort_days` jours suivant leur première commande.",
  },
});

const cohort = {
  over: 'order',
  at: 'customer_first_at',
  group: 'first_order',
  unit: 'money',
  aggregate: 'sum',
  where: all(identified, withinDays('first_order_gap', 'ltv_days')),
  needs: ['customer_key'],
  history: 'first_order',
  matures: 'ltv_days',
} as const;

export const cohortValue = defineMeasure({
  ...cohort,
  id: 'cohort_value',
  ...orderValue,
  doc: {
    en: 'Gross sales less discounts of the customers who are new in the span, within `ltv_days` of their first order.',
    fr: "Ventes brutes moins remises des clients nouveaux de l'intervalle, dans les `ltv_days` jours suivant leur première commande.",
  },
});

export const cohortCost = defineMeasure({
  ...cohort,
  id: 'cohort_cost',
  value: field('goods_cost'),
  doc: {
    en: 'Unit cost times quantity of the lines of those orders that have a unit cost.',
    fr: 'Coût unitaire × quantité des lignes de ces commandes dont le coût unitaire est connu.',
  },
});

export const cohortLineValue = defineMeasure({
  ...cohort,
  id: 'cohort_line_value',
  value: field('line_value'),
  doc: {
    en: 'Unit price times quantity of the lines of those orders.',
    fr: 'Prix unitaire × quantité des lignes de ces commandes.',
  },
});

export const cohortCostedLineValue = defineMeasure({
  ...cohort,
  id: 'cohort_costed_line_value',
  value: field('costed_line_value'),
  doc: {
    en: 'Unit price times quantity of those lines that have a unit cost.',
    fr: 'Prix unitaire × quantité de celles de ces lignes dont le coût unitaire est connu.',
  },
});
