import { clicks, impressions } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'ctr',
  label: { en: 'Click-through rate', fr: 'Taux de clics (CTR)' },
  aliases: ['click_rate'],
  group: 'acquisition',
  rank: 40,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Clicks on ads per impression, on the same clicks as `clicks`. The unique rate, per person reached, is not taken.',
    fr: "Clics sur les publicités par impression, avec les mêmes clics que `clicks`. Le CTR unique, par personne touchée, n'est pas retenu.",
  },
  source: 'https://metriclabs.com.au/glossary/facebook-metrics/ctr-link-click-through-rate/',
  formula: per(clicks, impressions),
  basis: 'clicks',
  examples: [
    { given: { clicks: '5000', impressions: '250000' }, gives: '0.02' },
    { given: { clicks: '7', impressions: '900' }, gives: '0.00777777777778' },
    { given: { clicks: '0', impressions: '0' }, gives: null, because: 'zero_denominator' },
  ],
});
