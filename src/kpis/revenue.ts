import { orderValueSum } from '../measures/order.ts';
import { byOption } from './formula.ts';
import { defineKpi } from './kpi.ts';
import netSales from './net-sales.ts';
import { withoutRefunds } from './nulls.ts';
import totalSales from './total-sales.ts';

export default defineKpi({
  id: 'revenue',
  label: { en: 'Revenue', fr: "Chiffre d'affaires" },
  aliases: ['ca', 'chiffre_affaires', 'chiffre_d_affaires', 'turnover'],
  group: 'sales',
  rank: 80,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'What the shop calls its revenue: net sales, without tax and shipping. The option `revenue_basis` makes it total sales or the order value before refunds.',
    fr: "Ce que la boutique appelle son chiffre d'affaires\u00a0: les ventes nettes, hors taxes et hors frais de port. L'option `revenue_basis` permet de retenir plutôt les ventes totales, ou la valeur des commandes avant remboursements.",
  },
  nulls: withoutRefunds,
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: byOption('revenue_basis', { net_sales: netSales, total_sales: totalSales, order_value: orderValueSum }),
  basis: 'revenue',
  examples: [
    { given: { gross_sales: '1000', discounts: '100', returns: '50' }, gives: '850' },
    {
      given: {
        gross_sales: '1000',
        discounts: '100',
        returns: '50',
        shipping_of_orders: '60',
        shipping_refunded: '5',
        taxes_of_orders: '200',
        taxes_refunded: '10',
      },
      options: { revenue_basis: 'total_sales' },
      gives: '1095',
    },
    { given: { order_value_sum: '900' }, options: { revenue_basis: 'order_value' }, gives: '900' },
    { given: { gross_sales: null, discounts: '100', returns: '50' }, because: 'missing_kind' },
  ],
});
