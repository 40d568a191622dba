import { onePost } from './posts.ts';
import { col, constant, defineSource, sum } from './source.ts';

const part = (...names: string[]) => col(names, 'count', { blank: 0 });

export default defineSource({
  id: 'linkedin-posts',
  title: 'LinkedIn: Page analytics, Content, sheet All posts as CSV',
  titleFr: 'LinkedIn\u00a0: statistiques de la page, Contenu, feuille All posts en CSV',
  tool: 'LinkedIn',
  doc: 'Save the sheet of the `.xls` file as CSV. One line describes the file, then a row per post. Figures are totals since publication, booked on the day of the post, organic and sponsored together; of two exports the newer replaces the older, post by post. Months come first in dates. `Clicks` include those on the name and logo of the page. LinkedIn does not report reach of posts.',
  signature: { all: ['Post link', 'Created date', 'Click through rate (CTR)'] },
  decimal: '.',
  kind: 'social',
  fields: {
    date: col('Created date', 'day', { usualOrder: 'mdy' }),
    network: constant('linkedin'),
    post_id: col('Post link'),
    posts: onePost,
    impressions: col('Impressions', 'count'),
    engagements: sum(part('Likes', 'Reactions'), part('Comments'), part('Reposts', 'Shares')),
    link_clicks: col('Clicks', 'count'),
  },
  approx: ['link_clicks'],
});
