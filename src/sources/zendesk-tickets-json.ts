import { namesIn } from '../core/names-in.ts';
import { cell, type Json, object } from './json.ts';
import { col, defineSource } from './source.ts';
import { metricCells, metricColumns } from './zendesk-json.ts';

const columns = namesIn`
  id | created_at | updated_at | status | via | requester | tags | satisfaction | ${metricColumns}
`;

/** An object with a score, a score alone, or null. */
const scoreOf = (rating: unknown): string => cell(rating) || cell(object(rating).score);

/** The requester by number, or as an object where exports put people into their tickets. */
const requesterOf = ({ requester, requester_id: id }: Json): string =>
  cell(object(requester).email) || cell(id) || cell(object(requester).id);

const rows = (ticket: Json): string[][] => [
  [
    cell(ticket.id),
    cell(ticket.created_at),
    cell(ticket.updated_at),
    cell(ticket.status),
    cell(object(ticket.via).channel) || cell(ticket.via),
    requesterOf(ticket),
    Array.isArray(ticket.tags) ? ticket.tags.map(cell).join(' ') : cell(ticket.tags),
    scoreOf(ticket.satisfaction_rating),
    ...metricCells(object(ticket.metric_set)),
  ],
];

const minutes = { unit: 'minutes' } as const;
const utc = { zone: 'UTC' } as const;

export default defineSource({
  id: 'zendesk-tickets-json',
  title: 'Zendesk: tickets, JSON (export or API)',
  titleFr: 'Zendesk\u00a0: tickets, JSON (export ou API)',
  tool: 'Zendesk',
  doc: 'Times are UTC. Metrics come from the `metric_set` of a ticket, or from `metric_sets` or `ticket_metrics` beside the tickets in the same file, by `ticket_id`; in a file without them only tickets, statuses, tags and satisfaction are known. An empty metric means not reached, never 0. Deleted, merged and spam tickets are left out.',
  signature: [
    { all: ['satisfaction_rating', 'via', 'requester_id'] },
    { all: ['via', 'requester_id', 'submitter_id', ['raw_subject', 'followup_ids', 'metric_set']] },
  ],
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('id'),
    created_at: col('created_at', 'instant', utc),
    status: col('status'),
    contact_channel: col('via'),
    requester_key: col('requester', 'key'),
    first_reply_seconds: col('first_reply_minutes', 'duration', minutes),
    first_reply_business_seconds: col('first_reply_business', 'duration', minutes),
    solved_at: col('solved_at', 'instant', utc),
    first_resolution_seconds: col('first_resolution_minutes', 'duration', minutes),
    resolution_seconds: col('resolution_minutes', 'duration', minutes),
    agent_replies: col('replies', 'count'),
    reopens: col('reopens', 'count'),
    tags: col('tags'),
    satisfaction: col('satisfaction'),
    updated_at: col('updated_at', 'instant', utc),
  },
  skip: [
    { of: col('status'), words: ['deleted'], reason: 'deleted' },
    { of: col('status'), words: ['spam', 'suspended'], reason: 'spam' },
    { of: col('tags'), words: ['closed_by_merge'], list: true, reason: 'merged' },
    { of: col('tags'), words: ['spam'], list: true, reason: 'spam' },
  ],
  json: {
    columns,
    rows,
    only: { metric_set: metricColumns },
    join: { arrays: ['ticket_metrics', 'metric_sets'], of: 'ticket_id', id: 'id', as: 'metric_set' },
  },
});
