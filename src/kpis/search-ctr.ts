import { searchClicks, searchImpressions } from '../measures/search.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'search_ctr',
  label: { en: 'Organic search CTR', fr: 'CTR de recherche' },
  aliases: ['organic_ctr', 'seo_ctr'],
  group: 'traffic',
  rank: 220,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Clicks on organic search results per impression. The column of the file is not read: it is rounded.',
    fr: "Clics sur les résultats de recherche naturelle par impression. La colonne du fichier n'est pas lue\u00a0: elle est arrondie.",
  },
  formula: per(searchClicks, searchImpressions),
  examples: [
    { given: { search_clicks: '2140', search_impressions: '96000' }, gives: '0.0222916666667' },
    { given: { search_clicks: '0', search_impressions: '0' }, because: 'zero_denominator' },
    { given: { search_clicks: null, search_impressions: null }, because: 'missing_kind' },
  ],
});
