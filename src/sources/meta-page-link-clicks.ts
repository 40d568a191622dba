import { metaSeries } from './meta-page.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...metaSeries(
    'meta-page-link-clicks',
    ['Link clicks', 'Clics sur un lien'],
    /link clicks|link-?klicks|clics? sur (?:un|le|les) liens?|clics en el enlace/i,
    'link_clicks',
    'Clicks of the day on links.',
  ),
});
