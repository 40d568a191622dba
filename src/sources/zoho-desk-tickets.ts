import { namesIn } from '../core/names-in.ts';
import { leftOutTickets } from './left-out-tickets.ts';
import { col, defineSource, first } from './source.ts';

/** A column of the module's export, which reports write with the module after it. */
const of = (name: string): string[] => [`${name} (Ticket)`, name];
const created = of('Created Time');
const closed = [...of('Ticket Closed Time'), ...of('Closed Time')];
const status = col(of('Status'));

export default defineSource({
  id: 'zoho-desk-tickets',
  title: 'Zoho Desk: Tickets, Export or report',
  titleFr: 'Zoho Desk\u00a0: Tickets, Exporter, ou rapport',
  tool: 'Zoho Desk',
  doc: "Times are those of the account's zone: `01 Mar 2026 10:00 AM`, or day first unless the column shows that the month comes first. First replies come from `Agent Responded Time`; columns in business hours, whose unit differs by account, are not used. `Duplicate` tickets, spam and deleted ones are left out.",
  signature: [
    {
      all: [
        'Ticket Id',
        ['Created Time (Ticket)', 'Status (Ticket)', 'Ticket Closed Time', 'Ticket Closed Time (Ticket)'],
      ],
    },
    {
      all: [
        'Ticket Id',
        'Created Time',
        namesIn`
          Agent Responded Time | Number of Reopen | Happiness Rating | Is First Call Resolution
          Resolution Time in Business Hours | First Response Time in Business Hours | SLA Violation Type
          Email (Contact)
        `,
      ],
    },
  ],
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('Ticket Id'),
    created_at: col(created, 'instant', { usualOrder: 'dmy' }),
    status,
    contact_channel: col(of('Channel')),
    requester_key: first(
      col(['Email (Contact)', 'Email (Ticket)', 'Email'], 'key'),
      col(['Contact Id', 'Contact ID', 'Contact Name', 'Contact Name (Ticket)'], 'key'),
      col(['Phone (Ticket)', 'Phone'], 'key'),
    ),
    first_reply_at: col(of('Agent Responded Time'), 'instant', { usualOrder: 'dmy' }),
    solved_at: col(closed, 'instant', { usualOrder: 'dmy' }),
    reopens: col(of('Number of Reopen'), 'count'),
    tags: first(col(of('Tags')), col(of('Category')), col(of('Classifications'))),
    satisfaction: col(of('Happiness Rating')),
    updated_at: col(of('Modified Time'), 'instant', { usualOrder: 'dmy' }),
  },
  skip: leftOutTickets(status),
});
