import { goodsOfLastYear, noYearBefore, ordersOfLastYear } from './example-operands.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';
import ltvCacRatio from './ltv-cac-ratio.ts';

const usual = {
  ...ordersOfLastYear,
  ...goodsOfLastYear,
  ad_spend: '1400',
  other_marketing_cost: null,
  new_customers: '50',
};

export default defineKpi({
  id: 'ltv_cac_rating',
  label: { en: 'LTV:CAC rating', fr: 'Note LTV/CAC' },
  group: 'customers',
  rank: 170,
  unit: 'text',
  direction: 'up',
  doc: {
    en: 'The ratio of lifetime value to CAC as a word, unless `ltv_cac_bands` says otherwise: below 1 `loss`, below 3 `weak`, from 3 to 5 `healthy`, above 5 `under_investing`, because more could be spent on growth. Other published bands start healthy at 2.',
    fr: "Le ratio LTV/CAC en un mot, sauf réglage contraire de `ltv_cac_bands`\u00a0: en dessous de 1 `loss` (perte), en dessous de 3 `weak` (faible), de 3 à 5 `healthy` (sain), au-dessus de 5 `under_investing` (sous-investissement), car la boutique pourrait dépenser davantage pour sa croissance. D'autres barèmes publiés placent le début de la zone saine à 2.",
  },
  nulls: { en: 'Null where the ratio is.', fr: "Sans valeur si le ratio n'en a pas." },
  source: 'https://frontiervisionsmarketing.com/blog/what-is-ltv-in-ecommerce',
  formula: formula(ltvCacRatio),
  bands: ['loss', 'weak', 'healthy', 'under_investing'],
  basis: 'ltv',
  examples: [
    { given: { ...usual, ad_spend: '6000' }, options: { lifespan_years: '2' }, gives: 'loss' },
    { given: { ...usual, ad_spend: '4200' }, options: { lifespan_years: '2' }, gives: 'weak' },
    { given: usual, options: { lifespan_years: '2' }, gives: 'healthy' },
    { given: { ...usual, ad_spend: '840' }, options: { lifespan_years: '2' }, gives: 'healthy' },
    { given: { ...usual, ad_spend: '839' }, options: { lifespan_years: '2' }, gives: 'under_investing' },
    { given: usual, options: { lifespan_years: '2', ltv_cac_bands: ['1', '4', '6'] }, gives: 'weak' },
    { given: { ...usual, ...noYearBefore, ad_spend: '1000' }, because: 'insufficient_history' },
  ],
});
