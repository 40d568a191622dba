import { impressions } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'impressions',
  label: { en: 'Impressions', fr: 'Impressions' },
  aliases: ['ad_impressions'],
  group: 'acquisition',
  rank: 20,
  unit: 'count',
  direction: 'flat',
  doc: {
    en: 'Times an ad was shown. Those of posts on social networks are separate.',
    fr: "Nombre d'affichages des publicités. Ceux des publications sur les réseaux sociaux sont comptés à part.",
  },
  formula: formula(impressions),
  examples: [
    { given: { impressions: '250000' }, gives: '250000' },
    { given: { impressions: null }, because: 'missing_kind' },
  ],
});
