import { linkedInSignature } from './linkedin-followers.ts';
import { col, constant, defineSource } from './source.ts';

export default defineSource({
  id: 'linkedin-follower-totals',
  title: 'LinkedIn: Page analytics, Followers, with a running total, as CSV',
  titleFr: 'LinkedIn\u00a0: statistiques de la page, Abonnés, avec un total cumulé, en CSV',
  tool: 'LinkedIn',
  doc: 'A variant of the sheet New followers whose `Total followers` are the followers of the page at the end of each day: it exceeds the new followers of every day, and it never falls or exceeds those of all days together. Months come first in dates.',
  signature: {
    ...linkedInSignature,
    rising: {
      column: 'Total followers',
      beyond: ['Sponsored followers', 'Organic followers', 'Auto-invited followers'],
    },
  },
  decimal: '.',
  kind: 'social',
  fields: {
    date: col('Date', 'day', { usualOrder: 'mdy' }),
    network: constant('linkedin'),
    followers: col('Total followers', 'count'),
  },
});
