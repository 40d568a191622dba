import { counts, page, query, searchConsole, tableOf } from './google-search.ts';
import { col, defineSource } from './source.ts';

export default defineSource({
  ...searchConsole,
  id: 'google-search-queries',
  title: 'Google Search Console: Performance, Export, CSV (Queries, Pages)',
  titleFr: 'Google Search Console\u00a0: Performances, Exporter, CSV (Requêtes, Pages)',
  doc: 'At most 1,000 rows, without rare queries: its clicks are fewer than those of the site. Beside `Chart` or `Dates` of the same export it is not counted; alone it needs `from` and `to`, and its figures are marked `approx`.',
  part: {
    en: 'it lists at most 1,000 queries or pages, without rare queries: the site had more clicks and impressions. `Chart.csv` of the same export has them all',
    fr: "il liste au plus 1\u00a0000 requêtes ou pages, sans les requêtes rares\u00a0: le site a eu plus de clics et d'impressions. `Graphique.csv` du même export les a tous (`Chart.csv` en anglais)",
  },
  signature: tableOf([...query, ...page]),
  fields: { ...counts, query: col(query), page: col(page) },
  approx: ['clicks', 'impressions', 'position'],
});
