import { col, defineSource } from './source.ts';

/** The value of a parameter of a query without its question mark. */
const parameter = (query: string | undefined, name: string): string => new URLSearchParams(query ?? '').get(name) ?? '';

const site = (name: string | undefined): string =>
  (name ?? '')
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');

export default defineSource({
  id: 'umami',
  title: 'Umami: Settings, Data, Export, website_event.csv',
  titleFr: 'Umami\u00a0: Réglages, Données, Exporter, website_event.csv',
  tool: 'Umami',
  doc: 'One row per event: the events of a `visit_id` are one visit. Files of old versions have no such column: there a pause of 30 minutes ends a visit. A visit without campaign and without referrer is direct. Times are UTC.',
  signature: { all: ['url_path', 'referrer_domain', 'event_type', 'created_at'] },
  decimal: '.',
  kind: 'visit',
  events: true,
  derive: [
    { name: 'page view', from: ['event_type'], text: (type) => (type?.trim() === '1' ? '1' : '0') },
    {
      name: 'origin',
      from: ['utm_source', 'url_query', 'referrer_domain', 'hostname'],
      text: (utm, query, referrer, own) =>
        utm || parameter(query, 'utm_source') || (site(referrer) === site(own) ? '' : (referrer ?? '')) || '(direct)',
    },
    {
      name: 'medium of the event',
      from: ['utm_medium', 'url_query'],
      text: (utm, query) => utm || parameter(query, 'utm_medium'),
    },
    {
      name: 'campaign of the event',
      from: ['utm_campaign', 'url_query'],
      text: (utm, query) => utm || parameter(query, 'utm_campaign'),
    },
  ],
  fields: {
    started_at: col('created_at', 'instant', { zone: 'UTC' }),
    visit_id: col('visit_id'),
    visitor_id: col('session_id', 'key'),
    source: col('origin'),
    medium: col('medium of the event'),
    campaign: col('campaign of the event'),
    device: col('device', 'text', { words: { laptop: 'desktop' } }),
    country: col('country'),
    pageviews: col('page view', 'count'),
    duration: { op: 'constant', value: '0', as: { type: 'duration' } },
  },
});
