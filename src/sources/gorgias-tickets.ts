import { saysYes } from '../core/yes-words.ts';
import { outOf } from './scores.ts';
import { col, defineSource } from './source.ts';

const created = ['Creation date', 'Created date', 'Created datetime', 'Created at'];
const closed = ['Closed date', 'Closed datetime', 'Closed at'];

/** 0 and blank: never answered, or by a rule. What an agent wrote first is no reply. */
const replyOf = (seconds = '', byAgent = ''): string =>
  /^0*(?:[.,]0*)?$/.test(seconds.trim()) || saysYes(byAgent) ? '' : seconds;

export default defineSource({
  id: 'gorgias-tickets',
  title: 'Gorgias: Statistics, Tickets, Export',
  titleFr: 'Gorgias\u00a0: Statistiques, Tickets, Exporter',
  tool: 'Gorgias',
  doc: "Durations are seconds, by the calendar. A first response of 0 or blank is none; tickets that an agent opened (`Created by an agent`) are counted, without a first reply, as Gorgias counts them. Survey scores are of 1 to 5. Times are those of the user's zone, without offset. Tickets tagged `auto-close`, `non-support-related` or `spam` are left out.",
  signature: {
    all: [
      'Ticket id',
      created,
      ['First response time (s)', 'Number of agent messages', 'Number of customer messages', 'Messages sent'],
      ['Initial channel', 'Last used integration name', 'Created by an agent', 'Resolution time (s)', 'Ticket URL'],
    ],
  },
  decimal: '.',
  kind: 'ticket',
  derive: [
    { name: 'score of 5', from: ['Survey score'], text: outOf(5) },
    { name: 'first reply', from: ['First response time (s)', 'Created by an agent'], text: replyOf },
    {
      name: 'status',
      from: ['Status', closed],
      text: (status = '', at = '') => status || (at.trim() === '' ? 'open' : 'closed'),
    },
  ],
  fields: {
    ticket_id: col('Ticket id'),
    created_at: col(created, 'instant'),
    status: col('status'),
    contact_channel: col('Initial channel'),
    requester_key: col('Customer email', 'key'),
    first_reply_seconds: col('first reply', 'duration', { unit: 'seconds' }),
    solved_at: col(closed, 'instant'),
    resolution_seconds: col('Resolution time (s)', 'duration', { unit: 'seconds' }),
    agent_replies: col(['Number of agent messages', 'Messages sent'], 'count'),
    customer_messages: col('Number of customer messages', 'count'),
    tags: col('Tags'),
    satisfaction: col('score of 5'),
    order_id: col(['Ticket Field: Order number', 'Ticket Field: Order Number', 'Ticket Field: Order ID']),
  },
  skip: [{ of: col('Tags'), words: ['auto-close', 'non-support-related', 'spam'], list: true, reason: 'spam' }],
});
