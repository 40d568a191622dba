import { orderValueSum } from '../measures/order.ts';
import { minus, per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { marketingCost } from './shared-formulas.ts';

export default defineKpi({
  id: 'marketing_roi_revenue',
  label: { en: 'Marketing ROI, revenue basis', fr: 'ROI marketing (sur CA)' },
  group: 'acquisition',
  rank: 150,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Value of the orders less marketing cost, per unit of marketing cost. Common in articles, but it takes revenue for profit: break-even lies where the margin pays, see marketing_roi.',
    fr: "Valeur des commandes moins coûts marketing, rapportée aux coûts marketing. Fréquent dans les articles, ce calcul prend le chiffre d'affaires pour du bénéfice\u00a0; or le seuil de rentabilité se juge sur la marge\u00a0: voir marketing_roi.",
  },
  formula: per(minus(orderValueSum, marketingCost), marketingCost),
  examples: [
    { given: { order_value_sum: '900', ad_spend: '150', other_marketing_cost: '50' }, gives: '3.5' },
    { given: { order_value_sum: '900', ad_spend: '70', other_marketing_cost: null }, gives: '11.8571428571' },
    { given: { order_value_sum: '900', ad_spend: '0', other_marketing_cost: null }, because: 'zero_denominator' },
  ],
});
