import { scoreOf, typeOf } from './delighted.ts';
import { col, defineSource, first } from './source.ts';

/** Seconds since 1970, or a time as text. */
const timeOf = (text = ''): string =>
  /^\d{9,10}$/.test(text.trim()) ? new Date(Number(text) * 1000).toISOString() : text;

export default defineSource({
  id: 'delighted-responses',
  title: 'Delighted: Responses, Download CSV',
  titleFr: 'Delighted\u00a0: Réponses, télécharger en CSV',
  tool: 'Delighted',
  doc: 'Scores are of 0 to 10 (nps), 1 to 5 (csat, stars, smileys) or 0 and 1 (thumbs). Effort scores and product-market fit are left out. Times are UTC.',
  signature: {
    all: [
      'Survey type',
      'Score',
      ['Created at', 'Response created at', 'Responded at'],
      ['Response ID', 'Person ID', 'Permalink', 'Delighted Source'],
    ],
  },
  decimal: '.',
  kind: 'survey',
  derive: [
    { name: 'answered at', from: [['Responded at', 'Response created at', 'Created at']], text: timeOf },
    { name: 'changed at', from: ['Updated at'], text: timeOf },
    { name: 'type', from: ['Survey type'], text: typeOf },
    { name: 'score of scale', from: ['Score', 'Survey type'], text: scoreOf },
  ],
  fields: {
    answer_id: col('Response ID'),
    answered_at: col('answered at', 'instant', { zone: 'UTC' }),
    type: col('type'),
    score: col('score of scale'),
    customer_key: first(col('Email', 'key'), col('Person ID', 'key'), col('Phone number', 'key')),
    ticket_id: col(['Ticket ID', 'ticket_id', 'CaseId']),
    order_id: col(['Order ID', 'order_id', 'Order number', 'Order Number']),
    updated_at: col('changed at', 'instant', { zone: 'UTC' }),
  },
  skip: [{ of: col('type'), words: ['nps', 'csat'], except: true, reason: 'other_survey' }],
});
