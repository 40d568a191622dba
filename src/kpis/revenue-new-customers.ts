import { newCustomerValue } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'revenue_new_customers',
  label: { en: 'Revenue from new customers', fr: 'CA nouveaux clients' },
  group: 'sales',
  rank: 230,
  unit: 'money',
  direction: 'up',
  doc: 'Value, after discounts and before refunds, of all orders that customers new in the period made in it. Counting only the first order of each is the other usage.',
  nulls:
    'Not known where no order is older than the period; marked `short_history` where the orders go back less than `history_days` before it.',
  formula: formula(newCustomerValue),
  examples: [
    { given: { new_customer_value: '640.25' }, gives: '640.25' },
    { given: { new_customer_value: 'insufficient_history' }, gives: null, because: 'insufficient_history' },
    { given: { new_customer_value: null }, gives: null, because: 'missing_kind' },
  ],
});
