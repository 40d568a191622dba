import { impressions, shownCost } from '../measures/spend.ts';
import { per, times } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cpm',
  label: { en: 'Cost per mille', fr: 'Coût pour mille (CPM)' },
  aliases: ['cost_per_thousand'],
  group: 'acquisition',
  rank: 60,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Ad spend per thousand impressions. Ads without reported impressions are left out, and mark it `incomplete`.',
    fr: "Dépenses publicitaires pour mille impressions. Les publicités dont les impressions ne sont pas indiquées n'y entrent pas et le font marquer `incomplete`.",
  },
  formula: per(times('1000', shownCost), impressions),
  examples: [
    { given: { ad_spend_with_impressions: '1250', impressions: '250000' }, gives: '5' },
    { given: { ad_spend_with_impressions: '1', impressions: '700' }, gives: '1.42857142857' },
    { given: { ad_spend_with_impressions: '0', impressions: '0' }, because: 'zero_denominator' },
  ],
});
