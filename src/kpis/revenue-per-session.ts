import { orderValueSum } from '../measures/order.ts';
import { sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'revenue_per_session',
  label: { en: 'Revenue per session', fr: 'CA par visite' },
  aliases: ['rps', 'revenue_per_visit'],
  group: 'sales',
  rank: 250,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Value of the orders, after discounts and before refunds, per session.',
    fr: 'Valeur des commandes, après remises et avant remboursements, par visite.',
  },
  source: 'https://kb.triplewhale.com/en/articles/6127778-summary-page-metrics-library',
  formula: per(orderValueSum, sessions),
  examples: [
    { given: { order_value_sum: '4200', sessions: '3500' }, gives: '1.2' },
    { given: { order_value_sum: '100', sessions: '70' }, gives: '1.42857142857' },
    { given: { order_value_sum: '0', sessions: '0' }, because: 'zero_denominator' },
    { given: { order_value_sum: '4200', sessions: null }, because: 'missing_kind' },
  ],
});
