import { searchImpressions } from '../measures/search.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'search_impressions',
  label: { en: 'Organic search impressions', fr: 'Impressions de recherche' },
  aliases: ['organic_impressions', 'seo_impressions', 'gsc_impressions'],
  group: 'traffic',
  rank: 210,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Times a page of the shop was among the results of organic search. Those of ads and of posts are separate.',
    fr: 'Nombre de fois où une page de la boutique figurait dans les résultats de recherche naturelle. Ceux des publicités et des publications sont comptés à part.',
  },
  formula: formula(searchImpressions),
  examples: [
    { given: { search_impressions: '96000' }, gives: '96000' },
    { given: { search_impressions: '0' }, gives: '0' },
    { given: { search_impressions: null }, because: 'missing_kind' },
  ],
});
