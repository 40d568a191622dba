import { beside, defineMeasure, field } from './measure.ts';

const search = { over: 'search', at: 'date', aggregate: 'sum' } as const;

export const searchClicks = defineMeasure({
  ...search,
  id: 'search_clicks',
  unit: 'count',
  value: field('clicks'),
  doc: {
    en: 'Clicks on organic search results, as the search engine counts them.',
    fr: 'Clics sur les résultats de recherche naturelle, selon le moteur de recherche.',
  },
});

export const searchImpressions = defineMeasure({
  ...search,
  id: 'search_impressions',
  unit: 'count',
  value: field('impressions'),
  doc: {
    en: 'Times an organic search result was shown.',
    fr: "Nombre d'affichages d'un résultat de recherche naturelle.",
  },
});

/* The mean position of a row weighs as much as it was shown. */
export const positionWeight = defineMeasure({
  ...search,
  id: 'position_weight',
  unit: 'decimal',
  value: field('position_weight'),
  needs: ['position', 'impressions'],
  doc: {
    en: 'Mean position of each row, times its impressions.',
    fr: "Position moyenne de chaque ligne, multipliée par son nombre d'affichages.",
  },
});

export const placedImpressions = defineMeasure({
  ...search,
  ...beside(searchImpressions, 'impressions', 'position'),
  id: 'search_impressions_with_position',
  unit: 'count',
  doc: {
    en: 'Times an organic search result was shown, where the position is also reported.',
    fr: "Nombre d'affichages d'un résultat de recherche naturelle, si la position est indiquée aussi.",
  },
});
