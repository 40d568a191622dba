import { orders } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'orders',
  label: { en: 'Orders', fr: 'Nombre de commandes' },
  aliases: ['order_count', 'number_of_orders', 'transactions', 'purchases', 'commandes', 'nb_commandes'],
  group: 'sales',
  rank: 90,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Valid orders: paid or later refunded. Pending, failed and cancelled ones are left out, unlike in the Shopify dashboard; the option `valid_status` settles which count.',
    fr: "Commandes valides\u00a0: payées, ou remboursées par la suite. Les commandes en attente, échouées ou annulées sont exclues, contrairement au tableau de bord de Shopify\u00a0; l'option `valid_status` fixe celles qui comptent.",
  },
  source: 'https://help.metorik.com/article/37-why-dont-the-totals-in-woocommerce-reports-match-metorik-reports',
  formula: formula(orders),
  examples: [
    { given: { orders: '42' }, gives: '42' },
    { given: { orders: '0' }, gives: '0' },
    { given: { orders: null }, because: 'missing_kind' },
  ],
});
