import { orders } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'orders',
  label: { en: 'Orders', fr: 'Nombre de commandes' },
  group: 'sales',
  rank: 90,
  unit: 'count',
  direction: 'up',
  doc: 'Valid orders: paid or later refunded. Pending, failed and cancelled ones are left out, unlike in the Shopify dashboard; the option `valid_status` settles which count.',
  source: 'https://help.metorik.com/article/37-why-dont-the-totals-in-woocommerce-reports-match-metorik-reports',
  formula: formula(orders),
  examples: [
    { given: { orders: '42' }, gives: '42' },
    { given: { orders: '0' }, gives: '0' },
    { given: { orders: null }, gives: null, because: 'missing_kind' },
  ],
});
