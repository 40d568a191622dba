import { outOf } from './scores.ts';
import { col, constant, defineSource, first } from './source.ts';

export default defineSource({
  id: 'trustpilot-reviews',
  title: 'Trustpilot: Service reviews, Export',
  titleFr: "Trustpilot\u00a0: Avis sur l'entreprise, Exporter",
  tool: 'Trustpilot',
  doc: 'Times are UTC. Stars are of 1 to 5 and count as satisfaction; a review that nobody asked for (`Organic`) is among them. `Reference Id` is mostly the number of the order. A review that was edited between two exports counts once, as in the newer one.',
  signature: { all: ['Review Stars', 'Review Created (UTC)'] },
  kind: 'survey',
  derive: [{ name: 'stars of 5', from: ['Review Stars'], text: outOf(5) }],
  fields: {
    answer_id: col('Review Id'),
    answered_at: col('Review Created (UTC)', 'instant', { zone: 'UTC' }),
    type: constant('csat'),
    score: col('stars of 5'),
    contact_channel: col('Source Of Review'),
    customer_key: first(col('Review User Email', 'key'), col('Review Consumer User Id', 'key')),
    order_id: col('Reference Id'),
  },
});
