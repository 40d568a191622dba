import { goodsSold } from './example-operands.ts';
import { per } from './formula.ts';
import grossMargin from './gross-margin.ts';
import { defineKpi } from './kpi.ts';
import { withoutCosts } from './nulls.ts';
import { cogs } from './shared-formulas.ts';

export default defineKpi({
  id: 'markup_rate',
  label: { en: 'Markup rate', fr: 'Taux de marge (sur coût)' },
  near: ['taux_de_marge'],
  group: 'sales',
  rank: 190,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Gross margin as a share of what the goods cost. The rate on sales is gross_margin_rate.',
    fr: 'Marge brute rapportée au coût des marchandises. Le taux rapporté aux ventes est gross_margin_rate.',
  },
  nulls: withoutCosts,
  formula: per(grossMargin, cogs),
  examples: [
    { given: { ...goodsSold }, gives: '1.23684210526' },
    {
      given: {
        gross_sales: '90',
        discounts: '0',
        returns: '0',
        cost_of_orders: '60',
        cost_returned: null,
        costed_line_value: '90',
        line_value: '90',
      },
      gives: '0.5',
    },
    {
      given: {
        gross_sales: '0',
        discounts: '0',
        returns: '0',
        cost_of_orders: '0',
        cost_returned: '0',
        costed_line_value: '0',
        line_value: '0',
      },
      because: 'zero_denominator',
    },
  ],
});
