import { col, defineSource } from './source.ts';

export default defineSource({
  id: 'typeform-responses',
  title: 'Typeform: Results, Responses, Download CSV',
  titleFr: 'Typeform\u00a0: Résultats, Réponses, télécharger en CSV',
  tool: 'Typeform',
  doc: 'Times are UTC. The columns are the questions of the form: `set: { type: nps }` (or `csat`) and the column of the score are stated in `kpi.yaml`; without them the message has the lines to write. Only `completed` responses count.',
  signature: { all: ['Submit Date (UTC)', ['Network ID', 'Start Date (UTC)']] },
  kind: 'survey',
  fields: {
    answered_at: col('Submit Date (UTC)', 'instant', { zone: 'UTC' }),
    customer_key: col(['email', 'e-mail', 'mail', 'Email address', 'customer_email', 'adresse e-mail'], 'key'),
    order_id: col(['order_id', 'order', 'order_number', 'commande', 'numero_commande']),
    ticket_id: col(['ticket_id', 'ticket']),
  },
  skip: [{ of: col('Response Type'), words: ['partial', 'started'], reason: 'incomplete' }],
});
