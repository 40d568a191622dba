import { orderValueSum } from '../measures/order.ts';
import { adSpend } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'mer',
  label: { en: 'Marketing efficiency ratio, blended ROAS', fr: 'MER (ROAS global)' },
  aliases: ['blended_roas', 'marketing_efficiency_ratio'],
  group: 'acquisition',
  rank: 110,
  unit: 'multiple',
  direction: 'up',
  doc: {
    en: 'Value of all orders, after discounts and before refunds, per unit of ad spend, whichever ad brought them. Triple Whale prints it upside down, as spend per revenue: that is ad_cost_ratio.',
    fr: "Valeur de toutes les commandes, après remises et avant remboursements, rapportée aux dépenses publicitaires, quelle que soit la publicité qui les a amenées. Triple Whale l'affiche inversé (dépenses divisées par le chiffre d'affaires)\u00a0: c'est ad_cost_ratio.",
  },
  source: 'https://docs.chartcastr.com/integrations/sources/triple-whale/available-charts',
  formula: per(orderValueSum, adSpend),
  examples: [
    { given: { order_value_sum: '6000', ad_spend: '1200' }, gives: '5' },
    { given: { order_value_sum: '100', ad_spend: '70' }, gives: '1.42857142857' },
    { given: { order_value_sum: '6000', ad_spend: '0' }, because: 'zero_denominator' },
    { given: { order_value_sum: null, ad_spend: '1200' }, because: 'missing_kind' },
  ],
});
