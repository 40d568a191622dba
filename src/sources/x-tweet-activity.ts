import { onePost, postIdOf } from './posts.ts';
import { col, constant, defineSource, sum } from './source.ts';

const part = (name: string) => col(name, 'count', { blank: 0 });

export default defineSource({
  id: 'x-tweet-activity',
  title: 'Twitter: Tweet activity, Export data, by Tweet',
  titleFr: 'Twitter\u00a0: activité des Tweets, Exporter les données, par Tweet',
  tool: 'X',
  doc: 'The export of analytics.twitter.com, until 2024. A row per post, organic figures; `promoted` ones, `-` without ads, are not read. Times are UTC. Engagements are likes, replies and retweets, without clicks. An id that a spreadsheet rounded is replaced by the permalink.',
  signature: { all: ['Tweet id', 'Tweet permalink', 'time', 'impressions'] },
  decimal: '.',
  kind: 'social',
  derive: [
    { name: 'id of post', from: ['Tweet id', 'Tweet permalink'], text: (id = '', link = '') => postIdOf(id, link) },
  ],
  fields: {
    date: col('time', 'day', { usualOrder: 'mdy' }),
    network: constant('x'),
    post_id: col('id of post'),
    posts: onePost,
    impressions: col('impressions', 'count'),
    engagements: sum(part('likes'), part('replies'), part('retweets')),
    link_clicks: col('url clicks', 'count'),
  },
});
