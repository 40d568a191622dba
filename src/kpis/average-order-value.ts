import { orders, orderValueSum } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'average_order_value',
  label: { en: 'Average order value (AOV)', fr: 'Panier moyen' },
  aliases: ['aov', 'atv', 'average_basket', 'basket_value', 'average_transaction_value', 'average_order_size', 'vmc'],
  group: 'sales',
  rank: 110,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Gross sales less discounts, per valid order. Shipping, tax and later refunds are left out, as Shopify has done since 2023; with tax and shipping it is aov_total.',
    fr: "Ventes brutes moins remises, par commande valide. Les frais de port, les taxes et les remboursements ultérieurs sont exclus, comme chez Shopify depuis 2023\u00a0; avec taxes et frais de port, c'est aov_total.",
  },
  source: 'https://changelog.shopify.com/posts/your-average-order-value-now-has-a-new-definition-in-shopify',
  formula: per(orderValueSum, orders),
  examples: [
    { given: { order_value_sum: '119.70', orders: '2' }, gives: '59.85' },
    { given: { order_value_sum: '100', orders: '3' }, gives: '33.3333333333' },
    { given: { order_value_sum: '0', orders: '0' }, because: 'zero_denominator' },
  ],
});
