import { all, atLeast, below, defineMeasure, equals, field, filled, flag, openAtEnd } from './measure.ts';

const created = { over: 'ticket', at: 'created_at' } as const;
const solved = { over: 'ticket', at: 'solved_at' } as const;
const replied = all(filled('first_reply_seconds'), atLeast('first_reply_seconds', 0));

export const ticketsCreated = defineMeasure({
  ...created,
  id: 'tickets_created',
  unit: 'count',
  aggregate: 'count',
  doc: 'Tickets created.',
});
export const ticketsSolved = defineMeasure({
  ...solved,
  id: 'tickets_solved',
  unit: 'count',
  aggregate: 'count',
  doc: 'Tickets whose last solve falls in the span.',
});

export const openTickets = defineMeasure({
  ...created,
  id: 'open_tickets',
  unit: 'count',
  aggregate: 'count',
  where: openAtEnd('solved_at'),
  needs: ['solved_at'],
  doc: 'Tickets created and not yet solved at the end of the span.',
});

export const firstReply = defineMeasure({
  ...created,
  id: 'first_reply',
  unit: 'duration',
  aggregate: 'median',
  value: field('first_reply_seconds'),
  where: replied,
  doc: 'Median time from creation to the first public reply of an agent; tickets without one, and negative times, are left out.',
});

export const firstReplySum = defineMeasure({
  ...created,
  id: 'first_reply_sum',
  unit: 'duration',
  aggregate: 'sum',
  value: field('first_reply_seconds'),
  where: replied,
  doc: 'Total time to the first reply of the tickets that have one.',
});

export const repliedTickets = defineMeasure({
  ...created,
  id: 'replied_tickets',
  unit: 'count',
  aggregate: 'count',
  where: replied,
  needs: ['first_reply_seconds'],
  doc: 'Tickets created in the span that have a first reply.',
});

export const firstReplyBusiness = defineMeasure({
  ...created,
  id: 'first_reply_business',
  unit: 'duration',
  aggregate: 'median',
  value: field('first_reply_business_seconds'),
  where: all(filled('first_reply_business_seconds'), atLeast('first_reply_business_seconds', 0)),
  doc: 'Median time to the first reply, counting business hours only.',
});

export const resolution = defineMeasure({
  ...solved,
  id: 'resolution',
  unit: 'duration',
  aggregate: 'median',
  value: field('resolution_seconds'),
  where: filled('resolution_seconds'),
  doc: 'Median time from creation to the last solve.',
});

export const firstResolution = defineMeasure({
  ...solved,
  id: 'first_resolution',
  unit: 'duration',
  aggregate: 'median',
  value: field('first_resolution_seconds'),
  where: filled('first_resolution_seconds'),
  doc: 'Median time from creation to the first solve.',
});

export const firstContactSolved = defineMeasure({
  ...solved,
  id: 'first_contact_solved',
  unit: 'count',
  aggregate: 'count',
  where: all(flag('settled'), flag('first_contact')),
  needs: ['first_contact'],
  doc: 'Solved tickets for which the customer wrote once, that were not reopened, and after which the requester opened no other within `fcr_window_days`.',
});

export const settledTickets = defineMeasure({
  ...solved,
  id: 'settled_tickets',
  unit: 'count',
  aggregate: 'count',
  where: flag('settled'),
  doc: 'Solved tickets that are older than `fcr_window_days` at the time of the export.',
});

export const oneTouchTickets = defineMeasure({
  ...solved,
  id: 'one_touch_tickets',
  unit: 'count',
  aggregate: 'count',
  where: {
    op: 'option',
    option: 'one_touch',
    cases: { '=1': equals('agent_replies', 1), '<2': below('agent_replies', 2) },
  },
  needs: ['agent_replies'],
  doc: 'Tickets solved with exactly one public reply of an agent (option `one_touch: "<2"`: with none or one).',
});

export const reopenedTickets = defineMeasure({
  ...solved,
  id: 'reopened_tickets',
  unit: 'count',
  aggregate: 'count',
  where: atLeast('reopens', 1),
  needs: ['reopens'],
  doc: 'Solved tickets that were reopened at least once.',
});

export const customerMessages = defineMeasure({
  ...solved,
  id: 'customer_messages',
  unit: 'count',
  aggregate: 'sum',
  value: field('customer_messages'),
  doc: 'Messages that customers wrote in the tickets solved; where only reopens are known, one message and one more for each.',
});

export const complaints = defineMeasure({
  ...created,
  id: 'complaints',
  unit: 'count',
  aggregate: 'count',
  where: flag('is_complaint'),
  needs: ['is_complaint'],
  doc: 'Tickets with a tag of `complaint_tags`.',
});
