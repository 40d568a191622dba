import { col, defineSource, estimate, first } from './source.ts';

const uniques = ['uniques', 'visitors'];

export default defineSource({
  id: 'fathom',
  title: 'Fathom: Settings, Export, custom export',
  titleFr: 'Fathom\u00a0: Réglages, Exporter, export personnalisé',
  tool: 'Fathom',
  doc: 'Visitors and page views: Fathom counts no sessions, so that they and their rates are unknown. Every file of the export shows the same traffic: one is read.',
  signature: { all: ['datetime', 'pageviews', uniques], none: ['browser', 'operating_system', 'pathname'] },
  facets: true,
  intervals: true,
  decimal: '.',
  kind: 'visit',
  fields: {
    date: col('datetime', 'day'),
    source: first(col('utm_source'), col('referrer_hostname', 'text', { words: { '': '(direct)' } })),
    medium: col('utm_medium'),
    campaign: col('utm_campaign'),
    device: col(['device_type', 'device']),
    country: col(['country_code', 'country']),
    visitors: estimate(uniques),
    pageviews: estimate('pageviews'),
  },
});
