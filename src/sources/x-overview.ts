import { col, constant, defineSource, minus, sum } from './source.ts';

const part = (name: string) => col(name, 'count', { blank: 0 });

export default defineSource({
  id: 'x-overview',
  title: 'X: Analytics, Overview, Export',
  titleFr: "X\u00a0: Analytics, Vue d'ensemble, Exporter",
  tool: 'X',
  doc: 'A row per day, the newest first, with what happened on the day to all posts. Engagements are likes, replies, reposts, shares and bookmarks, without clicks. `New follows` less `Unfollows` are new followers; how many followers there are is in no export of X. A blank cell is not available.',
  signature: { all: ['Date', 'Impressions', 'New follows', 'Unfollows', 'Reposts'] },
  decimal: '.',
  kind: 'social',
  fields: {
    date: col('Date', 'day', { usualOrder: 'mdy' }),
    network: constant('x'),
    impressions: col('Impressions', 'count'),
    engagements: sum(col('Likes', 'count'), part('Replies'), part('Reposts'), part('Shares'), part('Bookmarks')),
    new_followers: minus(col('New follows', 'count'), col('Unfollows', 'count')),
  },
});
