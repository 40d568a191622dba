import { newCustomersPaid } from '../measures/order.ts';
import { adSpend } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';

export default defineKpi({
  id: 'cac_paid',
  label: { en: 'Paid CAC', fr: 'CAC payant' },
  group: 'acquisition',
  rank: 170,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Ad spend per new customer whose first order came through a paid channel. The blended figure over all channels is cac.',
    fr: "Dépenses publicitaires par nouveau client dont la première commande est venue d'un canal payant. Le chiffre global, tous canaux confondus, est cac.",
  },
  nulls: withoutHistory,
  source: 'https://www.kaipage.com/how-to-calculate-cac',
  formula: per(adSpend, newCustomersPaid),
  examples: [
    { given: { ad_spend: '2000', new_customers_paid: '32' }, gives: '62.5' },
    { given: { ad_spend: '2000', new_customers_paid: '0' }, because: 'zero_denominator' },
    { given: { ad_spend: '2000', new_customers_paid: null }, because: 'missing_kind' },
    { given: { ad_spend: '2000', new_customers_paid: 'insufficient_history' }, because: 'insufficient_history' },
  ],
});
