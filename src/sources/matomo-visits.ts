import { col, defineSource, first } from './source.ts';

/** Seconds since 1970 as a time that says its zone. */
const ofSeconds = (text: string): string => {
  const seconds = /^\d{9,11}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isNaN(seconds) ? text : new Date(seconds * 1000).toISOString();
};

const flag = (is: boolean): string => (is ? '1' : '0');

const referrer = col('referrerType', 'text', { words: { direct: '(direct)' }, others: '' });

export default defineSource({
  id: 'matomo-visits',
  title: 'Matomo: Visits log, Export',
  titleFr: 'Matomo\u00a0: Journal des visites, Exporter',
  tool: 'Matomo',
  doc: 'One row per visit. Actions are counted as page views: they include downloads and searches. A visit has a purchase or a cart by its `visitEcommerceStatus`.',
  signature: { all: ['idVisit', 'visitDuration', 'referrerType'] },
  decimal: '.',
  kind: 'visit',
  derive: [
    {
      name: 'first action',
      from: ['firstActionTimestamp', 'firstActionDateTime', 'serverTimestamp', 'lastActionTimestamp'],
      text: (...texts) => ofSeconds(texts.find((text) => text.trim() !== '') ?? ''),
    },
    {
      name: 'purchase',
      from: ['visitEcommerceStatus', 'totalEcommerceConversions'],
      text: (status, count) => flag(/^ordered/i.test(status?.trim() ?? '') || Number(count) > 0),
    },
    {
      name: 'cart',
      from: ['visitEcommerceStatus', 'totalAbandonedCarts'],
      text: (status, count) => flag(/ordered|abandoned/i.test(status ?? '') || Number(count) > 0),
    },
    {
      name: 'campaign of the visit',
      from: ['campaignName', 'referrerType', 'referrerName'],
      text: (campaign, type, name) => campaign || (type?.trim().toLowerCase() === 'campaign' ? (name ?? '') : ''),
    },
  ],
  fields: {
    started_at: col('first action', 'instant'),
    visit_id: col('idVisit'),
    visitor_id: col('visitorId', 'key'),
    source: first(col('campaignSource'), col('referrerName'), referrer),
    medium: first(
      col('campaignMedium'),
      col('referrerType', 'text', {
        words: { direct: '(none)', search: 'organic', website: 'referral', social: 'social', campaign: '' },
      }),
    ),
    campaign: col('campaign of the visit'),
    device: col('deviceType', 'text', {
      words: { smartphone: 'mobile', phablet: 'mobile', 'feature phone': 'mobile' },
    }),
    country: first(col('countryCode'), col('country')),
    pageviews: col('actions', 'count'),
    duration: col('visitDuration', 'duration'),
    carts: col('cart', 'number'),
    purchases: col('purchase', 'number'),
  },
  approx: ['pageviews'],
});
