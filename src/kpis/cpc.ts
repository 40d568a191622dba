import { clickedCost, clicks } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cpc',
  label: { en: 'Cost per click', fr: 'Coût par clic (CPC)' },
  group: 'acquisition',
  rank: 50,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Ad spend per click, on the same clicks as `clicks`: link clicks where a file has them, not all clicks. Ads of a platform that reports no clicks are left out, and mark it `incomplete`.',
    fr: "Dépenses publicitaires par clic, avec les mêmes clics que `clicks`\u00a0: les clics sur un lien lorsqu'un fichier les donne, et non tous les clics. Les publicités d'une régie qui n'indique pas de clics n'y entrent pas et le font marquer `incomplete`.",
  },
  source: 'https://www.jonloomer.com/glossary/cpc-cost-per-click/',
  formula: per(clickedCost, clicks),
  basis: 'clicks',
  examples: [
    { given: { ad_spend_with_clicks: '1250', clicks: '5000' }, gives: '0.25' },
    { given: { ad_spend_with_clicks: '100', clicks: '7' }, gives: '14.2857142857' },
    { given: { ad_spend_with_clicks: '12', clicks: '0' }, because: 'zero_denominator' },
  ],
});
