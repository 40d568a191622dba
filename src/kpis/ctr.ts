import { clickedImpressions, shownClicks } from '../measures/spend.ts';
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
    en: 'Clicks on ads per impression, on the same clicks as `clicks`. Ads with clicks but without reported impressions are left out, and mark it `incomplete`. The unique rate, per person reached, is not taken.',
    fr: "Clics sur les publicités par impression, avec les mêmes clics que `clicks`. Les publicités qui ont des clics mais dont les impressions ne sont pas indiquées n'y entrent pas et le font marquer `incomplete`. Le CTR unique, par personne touchée, n'est pas retenu.",
  },
  source: 'https://metriclabs.com.au/glossary/facebook-metrics/ctr-link-click-through-rate/',
  formula: per(shownClicks, clickedImpressions),
  basis: 'clicks',
  examples: [
    { given: { clicks_with_impressions: '5000', impressions_with_clicks: '250000' }, gives: '0.02' },
    { given: { clicks_with_impressions: '7', impressions_with_clicks: '900' }, gives: '0.00777777777778' },
    { given: { clicks_with_impressions: '0', impressions_with_clicks: '0' }, because: 'zero_denominator' },
  ],
});
