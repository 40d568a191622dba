import averageOrderValue from './average-order-value.ts';
import { noYearBefore, ordersOfLastYear, yearBefore } from './example-operands.ts';
import { lastYear, times, within } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutLifespan } from './nulls.ts';
import purchaseFrequency from './purchase-frequency.ts';
import { lifespanYears } from './shared-formulas.ts';

export default defineKpi({
  id: 'ltv_revenue',
  label: { en: 'Revenue LTV', fr: "LTV (chiffre d'affaires)" },
  aliases: ['revenue_clv'],
  group: 'customers',
  rank: 130,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Average order value × orders per customer × years a customer stays, the first two over the 365 days that end with the period. Many articles mean this; it is revenue, not profit, and overstates what may be spent on a customer.',
    fr: "Panier moyen × commandes par client × durée de vie du client en années, les deux premiers mesurés sur les 365 jours qui se terminent avec la période. C'est ce qu'entendent beaucoup d'articles\u00a0; mais il s'agit de chiffre d'affaires, non de bénéfice, ce qui surestime ce que l'on peut dépenser pour un client.",
  },
  nulls: withoutLifespan,
  source: 'https://bizcalctools.com/marketing/ltv-calculator',
  formula: times(within(averageOrderValue, lastYear), within(purchaseFrequency, lastYear), lifespanYears),
  examples: [
    { given: { ...ordersOfLastYear, ...yearBefore('800', '200') }, gives: '112' },
    { given: ordersOfLastYear, options: { lifespan_years: '2.5' }, gives: '210' },
    { given: { ...ordersOfLastYear, ...yearBefore('800', '800') }, because: 'zero_denominator' },
    { given: { ...ordersOfLastYear, ...noYearBefore }, because: 'insufficient_history' },
  ],
});
