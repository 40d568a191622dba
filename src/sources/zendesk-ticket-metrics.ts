import { cell, type Json } from './json.ts';
import { col, defineSource } from './source.ts';
import { metricCells, metricColumns } from './zendesk-json.ts';

const columns = ['ticket_id', 'created_at', 'updated_at', ...metricColumns];

const rows = (metrics: Json): string[][] => [
  [cell(metrics.ticket_id), cell(metrics.created_at), cell(metrics.updated_at), ...metricCells(metrics)],
];

const minutes = { unit: 'minutes' } as const;
const utc = { zone: 'UTC' } as const;

export default defineSource({
  id: 'zendesk-ticket-metrics',
  title: 'Zendesk: metrics of tickets, JSON (API)',
  titleFr: 'Zendesk\u00a0: métriques des tickets, JSON (API)',
  tool: 'Zendesk',
  doc: 'Times are UTC, durations calendar minutes. Metrics have no status: deleted, merged and spam tickets are among them. Beside the tickets, in the same file or in another, they are joined by `ticket_id`.',
  signature: { all: ['ticket_id', 'created_at', 'reply_time_in_minutes'] },
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('ticket_id'),
    created_at: col('created_at', 'instant', utc),
    first_reply_seconds: col('first_reply_minutes', 'duration', minutes),
    first_reply_business_seconds: col('first_reply_business', 'duration', minutes),
    solved_at: col('solved_at', 'instant', utc),
    first_resolution_seconds: col('first_resolution_minutes', 'duration', minutes),
    resolution_seconds: col('resolution_minutes', 'duration', minutes),
    agent_replies: col('replies', 'count'),
    reopens: col('reopens', 'count'),
    updated_at: col('updated_at', 'instant', utc),
  },
  json: { columns, rows },
});
