import { placedImpressions, positionWeight } from '../measures/search.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'search_position',
  label: { en: 'Average search position', fr: 'Position moyenne' },
  aliases: ['average_position', 'organic_position', 'seo_position'],
  group: 'traffic',
  rank: 230,
  unit: 'decimal',
  direction: 'down',
  doc: {
    en: 'Mean position in organic search results, weighted by impressions; 1 is the first. It is marked `approx`: the file has a rounded mean per row.',
    fr: 'Position moyenne dans les résultats de recherche naturelle, pondérée par les impressions\u00a0; 1 est la première. Elle porte la marque `approx`\u00a0: le fichier donne une moyenne arrondie par ligne.',
  },
  formula: per(positionWeight, placedImpressions),
  examples: [
    { given: { position_weight: '1152000', search_impressions_with_position: '96000' }, gives: '12' },
    { given: { position_weight: '0', search_impressions_with_position: '0' }, because: 'zero_denominator' },
    { given: { position_weight: null, search_impressions_with_position: null }, because: 'missing_kind' },
  ],
});
