import { metaSeries } from './meta-page.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...metaSeries(
    'meta-page-views',
    ['Views', 'Vues'],
    /^(?:facebook |instagram )?(?:content )?(?:views|impressions|vues|aufrufe|visualizaciones|visualizzazioni)(?: (?:sur |de )?(?:facebook|instagram))?$/i,
    'impressions',
    'Views of the day are impressions.',
  ),
});
