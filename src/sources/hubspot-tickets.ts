import { leftOutTickets } from './left-out-tickets.ts';
import { col, defineSource, first, split } from './source.ts';

const replyTime = ['Time to first agent email reply (HH:mm:ss)', 'Time to first agent email reply'];
const closeTime = ['Time to close (HH:mm:ss)', 'Time to close'];

/**
 * `HH:mm:ss`, or whole milliseconds in older exports, a short time as well as a long one: a reply after 95000 beside others after
 * 1800000 came after a minute and a half, not after a day.
 */
const withUnit = (text = ''): string => {
  const digits = text.trim().replace(/(?<=\d)[,.\s](?=\d{3}(?!\d))/g, '');
  return /^\d+$/.test(digits) ? `${digits} ms` : text;
};

const status = col(['Ticket status', 'Statut du ticket']);

export default defineSource({
  id: 'hubspot-tickets',
  title: 'HubSpot: Tickets, Export',
  titleFr: 'HubSpot\u00a0: Tickets, Exporter',
  tool: 'HubSpot',
  doc: "Times are those of the account's zone, without offset. Durations are `HH:mm:ss`; a whole number is milliseconds. A ticket whose status says closed is solved, with or without a close date.",
  signature: [
    { all: ['Ticket name', 'Pipeline', ['Ticket status', 'Ticket ID'], ['Create date']] },
    { all: ['Nom du ticket', 'Pipeline', ['Statut du ticket', 'ID du ticket', 'ID de ticket'], ['Date de création']] },
  ],
  decimal: '.',
  kind: 'ticket',
  derive: [
    { name: 'first reply', from: [replyTime], text: withUnit },
    { name: 'resolution', from: [closeTime], text: withUnit },
  ],
  fields: {
    ticket_id: col(['Ticket ID', 'Record ID', 'ID du ticket', 'ID de ticket', "ID de fiche d'informations"]),
    created_at: col(['Create date', 'Date de création'], 'instant'),
    status,
    contact_channel: col('Source'),
    requester_key: first(
      split(col(['Associated Contact IDs', 'All associated contact IDs']), ';', 0),
      col(['All associated contact emails', 'Associated Contact Emails', 'Associated Contact'], 'key'),
    ),
    first_reply_at: col(['First agent email response date'], 'instant'),
    first_reply_seconds: col('first reply', 'duration', { unit: 'seconds' }),
    solved_at: col(['Close date', 'Date de fermeture', 'Date de clôture'], 'instant'),
    resolution_seconds: col('resolution', 'duration', { unit: 'seconds' }),
    tags: first(col(['Category', 'Catégorie'])),
    updated_at: col(['Last modified date', 'Date de dernière modification'], 'instant'),
  },
  skip: leftOutTickets(status),
});
