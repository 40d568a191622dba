import { customers, newCustomers } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';

export default defineKpi({
  id: 'new_customer_share',
  label: { en: 'New customer share', fr: 'Part de nouveaux clients' },
  group: 'customers',
  rank: 40,
  unit: 'ratio',
  direction: 'flat',
  doc: {
    en: 'Share of the customers of the period whose first order falls in it.',
    fr: 'Part des clients de la période dont la première commande tombe dans celle-ci.',
  },
  nulls: withoutHistory,
  formula: per(newCustomers, customers),
  examples: [
    { given: { new_customers: '50', customers: '160' }, gives: '0.3125' },
    { given: { new_customers: '1', customers: '3' }, gives: '0.333333333333' },
    { given: { new_customers: '0', customers: '0' }, because: 'zero_denominator' },
    { given: { new_customers: 'insufficient_history', customers: '160' }, because: 'insufficient_history' },
  ],
});
