import { explorationLine, names, reportLine } from './ga4.ts';
import { col, defineSource, estimate, first, nthDay } from './source.ts';

const users = [...names.totalUsers, ...names.users, ...names.activeUsers];

export default defineSource({
  id: 'ga4-users',
  title: 'Google Analytics 4: users by day, Share, Download CSV',
  titleFr: 'Google Analytics 4\u00a0: utilisateurs par jour, Partager, Télécharger au format CSV',
  tool: 'Google Analytics',
  doc: 'Visitors of each day, without sessions: they complete a report of sessions. The visitors of a longer period are not their sum.',
  signature: [reportLine, explorationLine].map((above) => ({
    all: [[...names.date, ...names.nthDay], users, names.newUsers],
    none: names.sessions,
    above: [above],
  })),
  layout: 'blocks',
  decimal: '.',
  kind: 'visit',
  fields: {
    date: first(col(names.date, 'day'), nthDay(...names.nthDay)),
    visitors: estimate(users),
    new_visitors: estimate(names.newUsers),
  },
});
