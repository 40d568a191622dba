import { customers } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'customers',
  label: { en: 'Active customers', fr: 'Clients actifs' },
  group: 'customers',
  rank: 10,
  unit: 'count',
  direction: 'up',
  doc: 'Different customers with a valid order in the period, guests included, told apart by e-mail, else customer id, else phone. Orders without any of these do not count here.',
  source: 'https://help.metorik.com/article/37-why-dont-the-totals-in-woocommerce-reports-match-metorik-reports',
  formula: formula(customers),
  examples: [
    { given: { customers: '160' }, gives: '160' },
    { given: { customers: '0' }, gives: '0' },
    { given: { customers: null }, gives: null, because: 'missing_kind' },
  ],
});
