import { namesIn } from '../core/names-in.ts';
import { leftOutTickets } from './left-out-tickets.ts';
import { col, defineSource, first } from './source.ts';

const minutes = { unit: 'minutes' } as const;

export default defineSource({
  id: 'zendesk-tickets',
  title: 'Zendesk: Reports, Export, Full CSV of tickets',
  titleFr: 'Zendesk\u00a0: Rapports, Exporter, CSV complet des tickets',
  tool: 'Zendesk',
  doc: "Times are those of the account's zone, without offset. An empty time means not reached, never 0. `Resolution time` (hours) is not used: the columns in minutes are. Deleted, merged and spam tickets are left out. A list of tickets exported from a view has no metrics: only what it has is reported.",
  signature: [
    { all: ['Summation column', 'Id', 'Created at'] },
    { all: ['Id', 'Created at', 'First reply time in minutes', ['Reopens', 'Replies', 'Status']] },
    // A list of tickets has the columns of its view, and no times but these.
    { all: ['ID', 'Subject', 'Requester', 'Requested', ['Status', 'Group', 'Assignee']] },
  ],
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('Id'),
    created_at: col(['Created at', 'Requested'], 'instant'),
    status: col('Status'),
    contact_channel: col(['Via', 'Channel']),
    requester_key: first(col('Requester email', 'key'), col('Requester id', 'key'), col('Requester', 'key')),
    first_reply_seconds: col('First reply time in minutes', 'duration', minutes),
    first_reply_business_seconds: col('First reply time in minutes within business hours', 'duration', minutes),
    solved_at: col(['Solved at', 'Solved'], 'instant'),
    first_resolution_seconds: col('First resolution time in minutes', 'duration', minutes),
    resolution_seconds: col('Full resolution time in minutes', 'duration', minutes),
    agent_replies: col('Replies', 'count'),
    reopens: col('Reopens', 'count'),
    tags: col('Tags'),
    satisfaction: col(['Satisfaction Score', 'Satisfaction rating']),
    order_id: col(namesIn`
      Order number [txt] | Order number [int] | Order ID [txt] | Order ID [int] | Order [txt]
      Numéro de commande [txt] | Numéro de commande [int] | N° de commande [txt]
    `),
    updated_at: col(['Updated at', 'Updated'], 'instant'),
  },
  skip: [
    ...leftOutTickets(col('Status')),
    { of: col('Status'), words: ['suspended'], reason: 'spam' },
    { of: col('Tags'), words: ['closed_by_merge'], list: true, reason: 'merged' },
    { of: col('Tags'), words: ['spam'], list: true, reason: 'spam' },
  ],
});
