import { onePost, postIdOf } from './posts.ts';
import { col, constant, defineSource, sum } from './source.ts';

const part = (name: string) => col(name, 'count', { blank: 0 });

export default defineSource({
  id: 'x-content',
  title: 'X: Analytics, Content, Export',
  titleFr: 'X\u00a0: Analytics, Contenu, Exporter',
  tool: 'X',
  doc: 'A row per post. Figures are totals since publication, booked on the day of the post; of two exports the newer replaces the older, post by post. Engagements are likes, replies, reposts, shares and bookmarks, without clicks: `Engagements` of X adds clicks and is not read. `New follows` are those of a post, not all of the account. An id that a spreadsheet rounded is replaced by the link.',
  signature: { all: ['Post id', 'Post Link', 'Date', 'Impressions'] },
  decimal: '.',
  kind: 'social',
  derive: [{ name: 'id of post', from: ['Post id', 'Post Link'], text: (id = '', link = '') => postIdOf(id, link) }],
  fields: {
    date: col('Date', 'day', { usualOrder: 'mdy' }),
    network: constant('x'),
    post_id: col('id of post'),
    posts: onePost,
    impressions: col('Impressions', 'count'),
    engagements: sum(part('Likes'), part('Replies'), part('Reposts'), part('Shares'), part('Bookmarks')),
    link_clicks: col('URL Clicks', 'count'),
  },
});
