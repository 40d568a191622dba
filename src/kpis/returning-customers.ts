import { customers, newCustomers } from '../measures/order.ts';
import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';

export default defineKpi({
  id: 'returning_customers',
  label: { en: 'Returning customers', fr: 'Clients existants' },
  group: 'customers',
  rank: 30,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Customers of the period whose first order was before it. Two orders inside the period are not needed: that is repeat_purchase_rate.',
    fr: "Clients de la période dont la première commande est antérieure à celle-ci. Nul besoin de deux commandes dans la période\u00a0: c'est ce que mesure repeat_purchase_rate.",
  },
  nulls: withoutHistory,
  source: 'https://community.shopify.com/t/how-is-the-returning-customer-rate-calculated-in-analytics/217973',
  formula: minus(customers, newCustomers),
  examples: [
    { given: { customers: '160', new_customers: '50' }, gives: '110' },
    { given: { customers: '50', new_customers: '50' }, gives: '0' },
    { given: { customers: '160', new_customers: 'insufficient_history' }, because: 'insufficient_history' },
  ],
});
