import { goodsSold } from './example-operands.ts';
import { minus, per } from './formula.ts';
import grossMargin from './gross-margin.ts';
import { defineKpi } from './kpi.ts';
import { withoutCosts } from './nulls.ts';
import { marketingCost } from './shared-formulas.ts';

const usual = { ...goodsSold, ad_spend: '150', other_marketing_cost: '50' };

export default defineKpi({
  id: 'marketing_roi',
  label: { en: 'Marketing ROI', fr: 'ROI marketing' },
  aliases: ['roi', 'mroi'],
  group: 'acquisition',
  rank: 140,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Gross margin less marketing cost, per unit of marketing cost: 0 is break-even. The form on revenue instead of margin, which flatters, is marketing_roi_revenue.',
    fr: "Marge brute moins coûts marketing, rapportée aux coûts marketing\u00a0: 0 est le seuil de rentabilité. La variante flatteuse, qui prend le chiffre d'affaires au lieu de la marge, est marketing_roi_revenue.",
  },
  nulls: withoutCosts,
  formula: per(minus(grossMargin, marketingCost), marketingCost),
  examples: [
    { given: usual, gives: '1.35' },
    { given: { ...usual, ad_spend: '600', other_marketing_cost: null }, gives: '-0.216666666667' },
    { given: { ...usual, ad_spend: '0', other_marketing_cost: '0' }, because: 'zero_denominator' },
    {
      given: { ...usual, cost_of_orders: null, cost_returned: null, costed_line_value: null },
      because: 'missing_kind',
    },
  ],
});
