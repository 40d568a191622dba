import { col, defineSource, estimate, first, minus } from './source.ts';

const visits = estimate('visits');

export default defineSource({
  id: 'plausible-export',
  title: 'Plausible: Settings, Imports & Exports, Export data',
  titleFr: 'Plausible\u00a0: Réglages, Imports et exports, Exporter les données',
  tool: 'Plausible',
  doc: 'All tables of the archive show the same visits: one is read, the one that has the asked dimensions. Durations are sums of seconds. A visit without a source is direct. Sessions without engagement are its bounces.',
  signature: { all: ['date', 'visits', 'bounces', 'visit_duration'], none: ['browser', 'operating_system', 'page'] },
  facets: true,
  decimal: '.',
  kind: 'visit',
  fields: {
    date: col('date', 'day'),
    source: first(col('utm_source'), col('source', 'text', { words: { '': '(direct)', 'direct / none': '(direct)' } })),
    medium: col('utm_medium'),
    campaign: col('utm_campaign'),
    device: col('device'),
    country: col('country'),
    sessions: visits,
    engaged_sessions: minus(visits, estimate('bounces')),
    visitors: estimate('visitors'),
    pageviews: estimate('pageviews'),
    duration: col('visit_duration', 'duration'),
  },
});
