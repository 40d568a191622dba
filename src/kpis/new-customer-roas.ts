import { adSpend } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';
import revenueNewCustomers from './revenue-new-customers.ts';

export default defineKpi({
  id: 'new_customer_roas',
  label: { en: 'New-customer ROAS (aMER)', fr: 'ROAS nouveaux clients' },
  aliases: ['amer', 'ncroas'],
  group: 'acquisition',
  rank: 130,
  unit: 'multiple',
  direction: 'up',
  doc: {
    en: 'Value of the orders of customers new in the period, per unit of all ad spend: what the ads bring if existing customers would have come anyway.',
    fr: "Valeur des commandes des nouveaux clients de la période, rapportée à l'ensemble des dépenses publicitaires\u00a0: ce que rapportent les publicités si l'on admet que les clients existants seraient venus de toute façon.",
  },
  nulls: withoutHistory,
  formula: per(revenueNewCustomers, adSpend),
  examples: [
    { given: { new_customer_value: '3000', ad_spend: '1200' }, gives: '2.5' },
    { given: { new_customer_value: '3000', ad_spend: '0' }, because: 'zero_denominator' },
    { given: { new_customer_value: 'insufficient_history', ad_spend: '1200' }, because: 'insufficient_history' },
  ],
});
