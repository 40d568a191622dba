import { customers } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { marketingCost } from './shared-formulas.ts';

export default defineKpi({
  id: 'cac_all_customers',
  label: { en: 'CAC on all customers', fr: 'CAC (tous clients)' },
  group: 'acquisition',
  rank: 180,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Marketing cost per customer of the period, new or not. It serves only to reproduce sources that divide by all customers; cac divides by the new ones.',
    fr: "Coûts marketing par client de la période, nouveau ou non. Il ne sert qu'à reproduire les sources qui divisent par tous les clients\u00a0; cac divise par les seuls nouveaux clients.",
  },
  source: 'https://www.lifesight.io/glossary/blended-cac',
  formula: per(marketingCost, customers),
  basis: 'cac',
  examples: [
    { given: { ad_spend: '2000', other_marketing_cost: null, customers: '160' }, gives: '12.5' },
    { given: { ad_spend: '2000', other_marketing_cost: '500', customers: '90' }, gives: '27.7777777778' },
    { given: { ad_spend: '2000', other_marketing_cost: '500', customers: '0' }, because: 'zero_denominator' },
  ],
});
