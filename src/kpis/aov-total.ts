import { orders, orderValueSum, shippingOfOrders, taxesOfOrders } from '../measures/order.ts';
import { ifKnown, per, plus } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'aov_total',
  label: { en: 'AOV, total basis', fr: 'Panier moyen TTC' },
  group: 'sales',
  rank: 120,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'What an order comes to with its shipping and tax, before any refund. It is the average of shops that divide a turnover with tax by the orders; average_order_value is the one without.',
    fr: "Montant moyen d'une commande, frais de port et taxes compris, avant tout remboursement. C'est le panier moyen des boutiques qui divisent un chiffre d'affaires TTC par le nombre de commandes\u00a0; average_order_value est le panier moyen hors taxes et hors frais de port.",
  },
  source: 'https://support.geckoboard.com/en/articles/6055572-how-geckoboard-calculates-your-shopify-metrics',
  formula: per(
    plus(orderValueSum, ifKnown(shippingOfOrders, 'no_discounts'), ifKnown(taxesOfOrders, 'no_discounts')),
    orders,
  ),
  examples: [
    {
      given: { order_value_sum: '900', shipping_of_orders: '60', taxes_of_orders: '192', orders: '20' },
      gives: '57.6',
    },
    { given: { order_value_sum: '100', shipping_of_orders: '5', taxes_of_orders: '21', orders: '7' }, gives: '18' },
    {
      given: { order_value_sum: '0', shipping_of_orders: '0', taxes_of_orders: '0', orders: '0' },
      because: 'zero_denominator',
    },
    { given: { order_value_sum: '900', shipping_of_orders: '60', taxes_of_orders: null, orders: '20' }, gives: '48' },
  ],
});
