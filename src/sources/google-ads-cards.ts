import { cellCurrency, col, constant, defineSource, preamble } from './source.ts';

const cost = 'Cost';

export default defineSource({
  id: 'google-ads-cards',
  title: 'Google Ads: Overview, Devices, or Time series of one day',
  titleFr: "Google Ads\u00a0: Vue d'ensemble, Appareils, ou Série temporelle d'un jour",
  tool: 'Google Ads',
  doc: 'These cards have no dates: they are read if `from` and `to` of their entry in `sources` state the period. On days of a report by campaign they are left out.',
  signature: [
    { all: ['Device', cost, 'Impressions', 'Clicks'], none: ['Campaign', 'Date', 'Day', 'Week', 'Month', 'Impr.'] },
    { all: ['Hour', 'Clicks', 'Impressions', 'Avg. CPC', cost], none: ['Campaign', 'Date', 'Day'] },
  ],
  totals: true,
  undated: {
    en: 'it repeats the cost of the reports by device or hour, without dates; to read it in their place, write `from` and `to` in its `sources` entry',
    fr: 'il répète le coût des rapports par appareil ou par heure, sans dates\u00a0; pour le lire à leur place, écrivez `from` et `to` dans son entrée de `sources`',
  },
  kind: 'spend',
  fields: {
    date_from: preamble('from'),
    date_to: preamble('to'),
    platform: constant('Google Ads'),
    channel: constant('Paid Search'),
    currency: cellCurrency(cost),
    cost: col(cost, 'money', { blank: 0 }),
    impressions: col('Impressions', 'count', { blank: 0 }),
    clicks: col('Clicks', 'count', { blank: 0 }),
  },
});
