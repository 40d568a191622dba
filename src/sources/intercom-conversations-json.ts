import { namesIn } from '../core/names-in.ts';
import { cell, type Json, object, objects } from './json.ts';
import { outOf } from './scores.ts';
import { col, defineSource } from './source.ts';

const columns = [
  'id',
  'created_at',
  'updated_at',
  'state',
  'channel',
  'contact',
  'first_reply_at',
  'first_reply_seconds',
  'first_closed_at',
  'closed_at',
  'resolution_seconds',
  'reopens',
  'tags',
  'rating',
] as const;

/** What the statistics of a conversation say; without them it is unknown. */
const ofStatistics = namesIn`
  first_reply_at | first_reply_seconds | first_closed_at | closed_at | resolution_seconds | reopens
`;

/** Seconds since 1970, or a time as text. */
const instantOf = (value: unknown): string => {
  const text = cell(value);
  if (!/^\d{1,13}$/.test(text)) return text;
  const ms = text.length > 11 ? Number(text) : Number(text) * 1000;
  return ms === 0 ? '' : new Date(ms).toISOString();
};

/** Whether the shop began it. */
const isOutbound = (source: Json): boolean =>
  ['admin', 'bot', 'teammate'].includes(cell(object(source.author).type)) ||
  ['admin_initiated', 'campaigns_initiated', 'automated'].includes(cell(source.delivered_as));

/** 0 is none. */
const seconds = (value: unknown): string => (Number(cell(value)) > 0 ? cell(value) : '');

const rows = (conversation: Json): string[][] => {
  const statistics = object(conversation.statistics);
  const source = object(conversation.source);
  const contacts = objects(object(conversation.contacts).contacts) ?? objects(conversation.contacts) ?? [];
  const tags = objects(object(conversation.tags).tags) ?? objects(conversation.tags) ?? [];
  const state = cell(conversation.state);
  const first = isOutbound(source) ? '' : instantOf(statistics.first_admin_reply_at);
  const isClosed = state === '' || state === 'closed';
  const row: Record<(typeof columns)[number], string> = {
    id: cell(conversation.id),
    created_at: instantOf(conversation.created_at),
    updated_at: instantOf(conversation.updated_at),
    state,
    channel: cell(source.type),
    contact: cell(contacts[0]?.external_id) || cell(contacts[0]?.id) || cell(object(source.author).email),
    first_reply_at: first,
    first_reply_seconds: first !== '' || isOutbound(source) ? '' : seconds(statistics.time_to_admin_reply),
    first_closed_at: instantOf(statistics.first_close_at),
    closed_at: isClosed ? instantOf(statistics.last_close_at) || instantOf(statistics.first_close_at) : '',
    resolution_seconds: isClosed
      ? seconds(statistics.time_to_last_close) || seconds(statistics.time_to_first_close)
      : '',
    reopens: cell(statistics.count_reopens),
    tags: tags.map(({ name }) => cell(name)).join(','),
    rating: outOf(5)(cell(object(conversation.conversation_rating).rating)),
  };
  return [columns.map((name) => row[name])];
};

export default defineSource({
  id: 'intercom-conversations-json',
  title: 'Intercom: conversations, JSON (API)',
  titleFr: 'Intercom\u00a0: conversations, JSON (API)',
  tool: 'Intercom',
  doc: 'Times are seconds in UTC. The first reply is `first_admin_reply_at`, else `time_to_admin_reply`, which counts office hours if the workspace has some. A conversation that an admin, a bot or a campaign began is counted, without a first reply. `snoozed` is open. Ratings are of 1 to 5.',
  signature: {
    all: [
      'id',
      'created_at',
      'state',
      ['statistics', 'conversation_rating'],
      namesIn`
        conversation_rating | conversation_parts | waiting_since | admin_assignee_id
        statistics.time_to_admin_reply
      `,
    ],
  },
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('id'),
    created_at: col('created_at', 'instant'),
    status: col('state'),
    contact_channel: col('channel'),
    requester_key: col('contact', 'key'),
    first_reply_at: col('first_reply_at', 'instant'),
    first_reply_seconds: col('first_reply_seconds', 'duration', { unit: 'seconds' }),
    first_solved_at: col('first_closed_at', 'instant'),
    solved_at: col('closed_at', 'instant'),
    resolution_seconds: col('resolution_seconds', 'duration', { unit: 'seconds' }),
    reopens: col('reopens', 'count'),
    tags: col('tags'),
    satisfaction: col('rating'),
    updated_at: col('updated_at', 'instant'),
  },
  skip: [{ of: col('tags'), words: ['spam'], list: true, reason: 'spam' }],
  json: { columns, rows, only: { statistics: ofStatistics } },
});
