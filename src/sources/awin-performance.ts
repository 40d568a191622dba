import { col, constant, defineSource, preamble, sum } from './source.ts';

const commission = sum(
  col('pending_commission', 'money', { blank: 0 }),
  col('approved_commission', 'money', { blank: 0 }),
);

export default defineSource({
  id: 'awin-performance',
  title: 'Awin: Publisher performance report, CSV',
  titleFr: 'Awin\u00a0: rapport de performance des éditeurs, CSV',
  tool: 'Awin',
  doc: 'One row per affiliate, without days: it needs `from` and `to`. The cost is the pending and the approved commission, without the fee of the network. Beside the transactions report of the same folder it is not counted.',
  signature: {
    all: [
      ['publisher_name', 'publisherName'],
      ['PublisherID', 'publisher_id'],
      'total_commission',
      ['pending_commission', 'approved_commission'],
    ],
  },
  totals: true,
  decimal: '.',
  facets: true,
  kind: 'spend',
  fields: {
    date_from: preamble('from'),
    date_to: preamble('to'),
    platform: constant('Awin'),
    campaign: col(['publisher_name', 'publisherName']),
    channel: constant('Affiliates'),
    cost: commission,
    commission,
    clicks: col('clicks', 'count'),
  },
});
