import { namesIn } from '../core/names-in.ts';
import { cell, type Json, object, objects } from './json.ts';
import { col, defineSource } from './source.ts';

const columns = namesIn`
  number | created_at | modified_at | closed_at | status | state | type | customer | created_by | tags
`;

/** Tags are objects, or words. */
const tagsOf = (tags: unknown): string =>
  (objects(tags) ?? []).map(({ tag, name }) => cell(tag) || cell(name)).join(',') ||
  (Array.isArray(tags) ? tags.map(cell).filter(Boolean).join(',') : '');

const rows = (conversation: Json): string[][] => {
  const customer = object(conversation.primaryCustomer ?? conversation.customer);
  return [
    [
      cell(conversation.number) || cell(conversation.id),
      cell(conversation.createdAt),
      cell(conversation.userUpdatedAt) || cell(conversation.modifiedAt),
      cell(conversation.closedAt),
      cell(conversation.status),
      cell(conversation.state),
      cell(conversation.type),
      cell(customer.id) || cell(customer.email),
      cell(object(conversation.createdBy).type),
      tagsOf(conversation.tags),
    ],
  ];
};

const utc = { zone: 'UTC' } as const;

export default defineSource({
  id: 'help-scout-conversations',
  title: 'Help Scout: conversations, JSON (API)',
  titleFr: 'Help Scout\u00a0: conversations, JSON (API)',
  tool: 'Help Scout',
  doc: 'Times are UTC. No first reply is in it: first reply times are unknown. Spam, deleted conversations, drafts and conversations that a user of the mailbox began (`createdBy`) are left out. Happiness ratings are another report.',
  signature: [
    { all: ['createdAt', 'status', ['mailbox', 'mailboxId'], ['threads', 'threadCount']] },
    { all: ['createdAt', 'status', 'number', 'type', 'createdBy', ['threads', 'threadCount']] },
  ],
  decimal: '.',
  kind: 'ticket',
  fields: {
    ticket_id: col('number'),
    created_at: col('created_at', 'instant', utc),
    status: col('status'),
    contact_channel: col('type'),
    requester_key: col('customer', 'key'),
    solved_at: col('closed_at', 'instant', utc),
    tags: col('tags'),
    updated_at: col('modified_at', 'instant', utc),
  },
  skip: [
    { of: col('status'), words: ['spam'], reason: 'spam' },
    { of: col('state'), words: ['deleted'], reason: 'deleted' },
    { of: col('state'), words: ['draft'], reason: 'draft' },
    { of: col('created_by'), words: ['user'], reason: 'outbound' },
  ],
  json: { columns, rows },
});
