import { customers, identifiedValue } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'revenue_per_customer',
  label: { en: 'Revenue per customer', fr: 'CA par client' },
  aliases: ['arpu', 'arpc', 'average_revenue_per_customer'],
  group: 'sales',
  rank: 270,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Value of the orders, after discounts and before refunds, per customer of the period. Orders whose customer is not known are left out of both sides.',
    fr: 'Valeur des commandes, après remises et avant remboursements, par client de la période. Les commandes dont le client est inconnu sont exclues du numérateur comme du dénominateur.',
  },
  formula: per(identifiedValue, customers),
  examples: [
    { given: { identified_value: '1500', customers: '24' }, gives: '62.5' },
    { given: { identified_value: '100', customers: '9' }, gives: '11.1111111111' },
    { given: { identified_value: '0', customers: '0' }, because: 'zero_denominator' },
  ],
});
