import { namesIn } from '../core/names-in.ts';
import { leftOutTickets } from './left-out-tickets.ts';
import { col, defineSource, first } from './source.ts';

/** Columns that Freshdesk and Freshservice alone have; an agent chooses which of them a file has. */
const own = namesIn`
  Initial response time | First response time (in hrs) | Resolution time (in hrs) | Due by Time
  First response status | Every response status | Customer interactions
`;

export default defineSource({
  id: 'freshdesk-tickets',
  title: 'Freshdesk: Tickets, Export',
  titleFr: 'Freshdesk\u00a0: Tickets, Exporter',
  tool: 'Freshdesk',
  doc: "Times are those of the account's zone, without offset. `First response time (in hrs)` and `Resolution time (in hrs)` count business hours and are not used: times are calculated from `Initial response time`, which is a time, and `Resolved time`. A ticket without `Initial response time` has no reply, whatever its duration says. `Resolved` and `Closed` tickets without a time are solved.",
  signature: { all: ['Ticket ID', 'Created time', own] },
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('Ticket ID'),
    created_at: col('Created time', 'instant'),
    status: col('Status'),
    contact_channel: col('Source'),
    requester_key: first(col(['Contact ID', 'Requester ID'], 'key'), col(['Email', 'Requester email'], 'key')),
    first_reply_at: col('Initial response time', 'instant'),
    solved_at: first(col('Resolved time', 'instant'), col('Closed time', 'instant')),
    agent_replies: col('Agent interactions', 'count'),
    customer_messages: col('Customer interactions', 'count'),
    tags: col('Tags'),
    satisfaction: col(['Survey results', 'Survey result']),
    order_id: col(['Order ID', 'Order Number', 'Order number', 'Numéro de commande']),
    updated_at: col('Last update time', 'instant'),
  },
  skip: [...leftOutTickets(col('Status')), { of: col('Tags'), words: ['spam'], list: true, reason: 'spam' }],
});
