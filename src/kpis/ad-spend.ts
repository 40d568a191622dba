import { adSpend } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'ad_spend',
  label: { en: 'Ad spend', fr: 'Dépenses publicitaires' },
  aliases: ['spend', 'adspend', 'ads_spend', 'media_spend', 'depenses_pub'],
  group: 'acquisition',
  rank: 10,
  unit: 'money',
  direction: 'flat',
  doc: {
    en: 'What the ads cost. Agencies, tools and salaries are not in it.',
    fr: "Ce que les publicités ont coûté. Agences, outils et salaires n'y sont pas compris.",
  },
  formula: formula(adSpend),
  examples: [
    { given: { ad_spend: '1250.75' }, gives: '1250.75' },
    { given: { ad_spend: '0' }, gives: '0' },
    { given: { ad_spend: null }, because: 'missing_kind' },
  ],
});
