import { metaSeries } from './meta-page.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...metaSeries(
    'meta-page-reach',
    ['Reach', 'Couverture'],
    /\b(?:reach|couverture|reichweite|alcance|copertura|bereik)\b/i,
    'reach',
    'The people reached on several days count on each of them: sums of days are marked `approx`.',
  ),
  approx: ['reach'],
});
