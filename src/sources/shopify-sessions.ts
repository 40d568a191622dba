import { fields, names, none, shopifyAnalytics, times } from './shopify-analytics.ts';
import { col, defineSource } from './source.ts';

const { carts, checkouts, purchases, sessions, visitors } = names;
const funnel = [...carts, ...checkouts, ...purchases];
const parts = [
  ...names.referrer,
  ...names.referrerName,
  ...names.country,
  ...names.region,
  ...names.landingPage,
  ...names.utmSource,
  ...names.utmMedium,
  ...names.utmCampaign,
];

export default defineSource({
  ...shopifyAnalytics,
  id: 'shopify-sessions',
  title: 'Shopify: Analytics, Reports, sessions, Export',
  titleFr: 'Shopify\u00a0: Analyses, Rapports, sessions, Exporter',
  doc: 'A row covers its day, week (named by its Monday) or month (by its first day). Columns of a comparison (`(previous_year)`) and of changes are ignored. Tables by place, referrer, device or landing page show the same sessions as the one over time: one is read. Shopify counts sessions otherwise than Google Analytics: the two are never added.',
  signature: [
    { all: [times, sessions, [...visitors, ...funnel]], none },
    { all: [times, sessions, parts], none },
    { all: [sessions, parts, [...visitors, ...funnel]], none },
  ],
  fields: { ...fields, started_at: col(names.hour, 'instant') },
  // Its bounces are sessions of a single page.
  approx: ['engaged_sessions'],
});
