import { identifiedValue, newCustomerValue } from '../measures/order.ts';
import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';

export default defineKpi({
  id: 'revenue_returning_customers',
  label: { en: 'Revenue from returning customers', fr: 'CA clients existants' },
  group: 'sales',
  rank: 240,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Value, after discounts and before refunds, of the orders of customers who had ordered before the period. Orders whose customer is not known are in neither half.',
    fr: 'Valeur, après remises et avant remboursements, des commandes de clients qui avaient déjà commandé avant la période. Les commandes dont le client est inconnu ne figurent ni ici ni chez les nouveaux clients.',
  },
  nulls: withoutHistory,
  formula: minus(identifiedValue, newCustomerValue),
  examples: [
    { given: { identified_value: '1500', new_customer_value: '640.25' }, gives: '859.75' },
    { given: { identified_value: '640', new_customer_value: '640' }, gives: '0' },
    {
      given: { identified_value: '1500', new_customer_value: 'insufficient_history' },
      because: 'insufficient_history',
    },
  ],
});
