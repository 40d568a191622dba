import { newCustomerValue } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';

export default defineKpi({
  id: 'revenue_new_customers',
  label: { en: 'Revenue from new customers', fr: 'CA nouveaux clients' },
  group: 'sales',
  rank: 230,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Value, after discounts and before refunds, of all orders that customers new in the period made in it. Counting only the first order of each is the other usage.',
    fr: "Valeur, après remises et avant remboursements, de toutes les commandes passées pendant la période par les nouveaux clients de cette période. L'autre usage ne compte que la première commande de chacun.",
  },
  nulls: withoutHistory,
  formula: formula(newCustomerValue),
  examples: [
    { given: { new_customer_value: '640.25' }, gives: '640.25' },
    { given: { new_customer_value: 'insufficient_history' }, because: 'insufficient_history' },
    { given: { new_customer_value: null }, because: 'missing_kind' },
  ],
});
