import averageOrderValue from './average-order-value.ts';
import { goodsOfLastYear, noYearBefore, ordersOfLastYear, yearBefore } from './example-operands.ts';
import { lastYear, orElse, setting, times, within } from './formula.ts';
import grossMarginRate from './gross-margin-rate.ts';
import { defineKpi } from './kpi.ts';
import { sentences, withoutLifespan } from './nulls.ts';
import purchaseFrequency from './purchase-frequency.ts';
import { lifespanYears } from './shared-formulas.ts';

const usual = { ...ordersOfLastYear, ...goodsOfLastYear };

export default defineKpi({
  id: 'ltv',
  label: { en: 'Customer lifetime value', fr: 'Valeur vie client (LTV)' },
  aliases: ['clv', 'cltv', 'lifetime_value', 'clv_margin', 'valeur_vie'],
  group: 'customers',
  rank: 120,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Average order value × orders per customer × gross margin rate × years a customer stays, the first three over the 365 days that end with the period, whatever its length. It is a margin, to compare with the CAC; without the margin it is ltv_revenue, as observed so far ltv_historic.',
    fr: "Panier moyen × commandes par client × taux de marge brute × durée de vie du client en années, les trois premiers mesurés sur les 365 jours qui se terminent avec la période, quelle que soit la longueur de celle-ci. C'est une marge, à comparer au CAC\u00a0; sans la marge, voir ltv_revenue\u00a0; pour ce qui a été observé à ce jour, ltv_historic.",
  },
  nulls: sentences(withoutLifespan, {
    en: 'The margin rate is that of the 365 days, else `gross_margin_rate`.',
    fr: 'Le taux de marge est celui des 365 jours, sinon `gross_margin_rate`.',
  }),
  source: 'https://vinora.ai/glossary/ltv',
  formula: times(
    within(averageOrderValue, lastYear),
    within(purchaseFrequency, lastYear),
    orElse(within(grossMarginRate, lastYear), setting('gross_margin_rate')),
    lifespanYears,
  ),
  examples: [
    { given: { ...usual, ...yearBefore('800', '200') }, gives: '56' },
    { given: { ...usual, ...yearBefore('800', '720') }, gives: '210' },
    {
      given: {
        ...usual,
        'cost_of_orders@last_year': null,
        'cost_returned@last_year': null,
        'costed_line_value@last_year': null,
      },
      options: { lifespan_years: '3', gross_margin_rate: '0.4' },
      gives: '100.8',
    },
    { given: { ...usual, ...yearBefore('800', '800') }, because: 'zero_denominator' },
    { given: { ...usual, ...noYearBefore }, because: 'insufficient_history' },
  ],
});
