import { identifiedValue, newCustomerValue } from '../measures/order.ts';
import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'revenue_returning_customers',
  label: { en: 'Revenue from returning customers', fr: 'CA clients existants' },
  group: 'sales',
  rank: 240,
  unit: 'money',
  direction: 'up',
  doc: 'Value, after discounts and before refunds, of the orders of customers who had ordered before the period. Orders whose customer is not known are in neither half.',
  nulls:
    'Not known where no order is older than the period; marked `short_history` where the orders go back less than `history_days` before it.',
  formula: minus(identifiedValue, newCustomerValue),
  examples: [
    { given: { identified_value: '1500', new_customer_value: '640.25' }, gives: '859.75' },
    { given: { identified_value: '640', new_customer_value: '640' }, gives: '0' },
    {
      given: { identified_value: '1500', new_customer_value: 'insufficient_history' },
      gives: null,
      because: 'insufficient_history',
    },
  ],
});
