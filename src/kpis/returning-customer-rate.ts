import { customers } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';
import returningCustomers from './returning-customers.ts';

export default defineKpi({
  id: 'returning_customer_rate',
  label: { en: 'Returning customer rate', fr: 'Taux de clients récurrents' },
  aliases: ['returning_rate', 'rcr'],
  group: 'customers',
  rank: 50,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the customers of the period who had ordered before it, as in Shopify. Customers who order twice inside the period are repeat_purchase_rate.',
    fr: 'Part des clients de la période qui avaient déjà commandé avant celle-ci, comme chez Shopify. Ceux qui commandent deux fois dans la période relèvent de repeat_purchase_rate.',
  },
  nulls: withoutHistory,
  source: 'https://community.shopify.com/t/how-is-the-returning-customer-rate-calculated-in-analytics/217973',
  formula: per(returningCustomers, customers),
  examples: [
    { given: { customers: '160', new_customers: '50' }, gives: '0.6875' },
    { given: { customers: '3', new_customers: '1' }, gives: '0.666666666667' },
    { given: { customers: '0', new_customers: '0' }, because: 'zero_denominator' },
    { given: { customers: '160', new_customers: 'insufficient_history' }, because: 'insufficient_history' },
  ],
});
