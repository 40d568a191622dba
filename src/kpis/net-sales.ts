import { discounts, grossSales } from '../measures/order.ts';
import { returns } from '../measures/refund.ts';
import { ifKnown, minus } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutRefunds } from './nulls.ts';

export default defineKpi({
  id: 'net_sales',
  label: { en: 'Net sales', fr: 'Ventes nettes (HT)' },
  aliases: ['net_revenue'],
  near: ['sales', 'ventes'],
  group: 'sales',
  rank: 40,
  unit: 'money',
  direction: 'up',
  doc: {
    en: "Gross sales less discounts and returns, without tax and shipping. Refunds count on their own day, so that a period of few orders and many refunds may be below 0; moving them to their order's day is the other usage (`refund_date: order`).",
    fr: "Ventes brutes moins remises et retours, hors taxes et hors frais de port. Les remboursements comptent à leur propre date\u00a0: une période avec peu de commandes et beaucoup de remboursements peut donc passer sous 0. L'autre usage les rattache au jour de la commande (`refund_date: order`).",
  },
  nulls: withoutRefunds,
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: minus(minus(grossSales, ifKnown(discounts, 'no_discounts')), ifKnown(returns, 'no_refunds')),
  examples: [
    { given: { gross_sales: '1000', discounts: '100', returns: '50' }, gives: '850' },
    { given: { gross_sales: '80', discounts: '0', returns: '95.5' }, gives: '-15.5' },
    { given: { gross_sales: '1000', discounts: '100', returns: null }, gives: '900' },
    { given: { gross_sales: '1000', discounts: null, returns: '50' }, gives: '950' },
    { given: { gross_sales: null, discounts: null, returns: '50' }, because: 'missing_kind' },
  ],
});
