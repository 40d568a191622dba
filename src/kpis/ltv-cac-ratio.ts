import cac from './cac.ts';
import { goodsOfLastYear, ordersOfLastYear, yearBefore } from './example-operands.ts';
import { byOption, per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import ltv from './ltv.ts';
import ltvRevenue from './ltv-revenue.ts';
import { sentences, withoutLifespan } from './nulls.ts';

const usual = { ...ordersOfLastYear, ad_spend: '1000', other_marketing_cost: null, new_customers: '50' };

export default defineKpi({
  id: 'ltv_cac_ratio',
  label: { en: 'LTV:CAC ratio', fr: 'Ratio LTV/CAC' },
  aliases: ['ltv_cac', 'ltv_to_cac', 'clv_cac', 'clv_cac_ratio'],
  group: 'customers',
  rank: 160,
  unit: 'multiple',
  direction: 'up',
  doc: {
    en: 'Lifetime value against what a customer costs to win. The lifetime value is a margin; revenue, which makes any shop look sound, is taken only with `ltv_basis: revenue`.',
    fr: "Valeur vie client rapportée au coût d'acquisition d'un client. La valeur vie est une marge\u00a0; le chiffre d'affaires, avec lequel toute boutique paraît saine, n'est pris qu'avec `ltv_basis: revenue`.",
  },
  nulls: sentences(
    {
      en: 'Null where the lifetime value or the CAC is.',
      fr: "Sans valeur si la valeur vie client ou le CAC n'en a pas.",
    },
    withoutLifespan,
  ),
  source: 'https://vinora.ai/glossary/ltv',
  formula: per(byOption('ltv_basis', { margin: ltv, revenue: ltvRevenue }), cac),
  basis: 'ltv',
  examples: [
    { given: { ...usual, ...goodsOfLastYear, ...yearBefore('800', '200') }, gives: '2.8' },
    { given: { ...usual, ad_spend: '2000' }, options: { ltv_basis: 'revenue', lifespan_years: '2' }, gives: '4.2' },
    {
      given: { ...usual, ...goodsOfLastYear, ...yearBefore('800', '200'), ad_spend: '0' },
      because: 'zero_denominator',
    },
    {
      given: { ...usual, ...goodsOfLastYear, new_customers: 'insufficient_history' },
      options: { lifespan_years: '2' },
      because: 'insufficient_history',
    },
  ],
});
