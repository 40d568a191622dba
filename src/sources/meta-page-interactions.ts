import { metaSeries } from './meta-page.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...metaSeries(
    'meta-page-interactions',
    ['Interactions', 'Interactions'],
    /\b(?:interactions|interaktionen|interacciones|interazioni)\b/i,
    'engagements',
    'Interactions of the day with all posts.',
  ),
});
