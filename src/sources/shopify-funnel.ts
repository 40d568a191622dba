import { fields, names, none, shopifyAnalytics, times } from './shopify-analytics.ts';
import { col, defineSource } from './source.ts';

const { carts, checkouts, day, hour, purchases, sessions, visitors } = names;

export default defineSource({
  ...shopifyAnalytics,
  id: 'shopify-funnel',
  title: 'Shopify: Analytics, Reports, customer behaviour, Export',
  titleFr: 'Shopify\u00a0: Analyses, Rapports, comportement des clients, Exporter',
  doc: 'Steps of the funnel or visitors without a column of sessions: they complete the table of sessions of the same days. Alone, sessions and rates of sessions are unknown.',
  signature: { all: [times, [...visitors, ...carts, ...checkouts, ...purchases]], none: [...none, ...sessions] },
  // An hour without its sessions is no session.
  fields: { ...fields, date: col([...day, ...hour], 'day') },
});
