import { searchClicks } from '../measures/search.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'search_clicks',
  label: { en: 'Organic search clicks', fr: 'Clics de recherche naturelle' },
  aliases: ['organic_clicks', 'seo_clicks', 'gsc_clicks'],
  group: 'traffic',
  rank: 200,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Clicks on results of organic search, as Google Search Console counts them. They are not sessions and not clicks on ads: never added to either, and no step of the funnel.',
    fr: "Clics sur les résultats de recherche naturelle, selon Google Search Console. Ce ne sont ni des visites ni des clics publicitaires\u00a0: ils ne s'y ajoutent jamais et ne sont pas une étape de l'entonnoir.",
  },
  formula: formula(searchClicks),
  examples: [
    { given: { search_clicks: '2140' }, gives: '2140' },
    { given: { search_clicks: '0' }, gives: '0' },
    { given: { search_clicks: null }, because: 'missing_kind' },
  ],
});
