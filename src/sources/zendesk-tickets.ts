import { col, defineSource, first } from './source.ts';

const minutes = { unit: 'minutes' } as const;

export default defineSource({
  id: 'zendesk-tickets',
  title: 'Zendesk: Reports, Export, Full CSV of tickets',
  titleFr: 'Zendesk\u00a0: Rapports, Exporter, CSV complet des tickets',
  tool: 'Zendesk',
  doc: "Times are those of the account's zone, without offset. An empty time means not reached, never 0. `Resolution time` (hours) is not used: the columns in minutes are. Deleted, merged and spam tickets are left out.",
  form: 'csv',
  signature: { all: ['Id', 'Status', 'Created at', ['Summation column', 'First reply time in minutes']] },
  layout: 'table',
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('Id'),
    created_at: col('Created at', 'instant'),
    status: col('Status'),
    contact_channel: col('Via'),
    requester_key: first(col('Requester email', 'key'), col('Requester id', 'key')),
    first_reply_seconds: col('First reply time in minutes', 'duration', minutes),
    first_reply_business_seconds: col('First reply time in minutes within business hours', 'duration', minutes),
    solved_at: col('Solved at', 'instant'),
    first_resolution_seconds: col('First resolution time in minutes', 'duration', minutes),
    resolution_seconds: col('Full resolution time in minutes', 'duration', minutes),
    agent_replies: col('Replies', 'count'),
    reopens: col('Reopens', 'count'),
    tags: col('Tags'),
    satisfaction: col(['Satisfaction Score', 'Satisfaction rating']),
    order_id: col([
      'Order number [txt]',
      'Order number [int]',
      'Order ID [txt]',
      'Order ID [int]',
      'Order [txt]',
      'Numéro de commande [txt]',
      'Numéro de commande [int]',
      'N° de commande [txt]',
    ]),
    updated_at: col('Updated at', 'instant'),
  },
  skip: [
    { of: col('Status'), words: ['deleted'], reason: 'deleted' },
    { of: col('Status'), words: ['spam', 'suspended'], reason: 'spam' },
    { of: col('Tags'), words: ['closed_by_merge'], list: true, reason: 'merged' },
    { of: col('Tags'), words: ['spam'], list: true, reason: 'spam' },
  ],
});
