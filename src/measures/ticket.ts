import { all, atLeast, below, defineMeasure, equals, field, filled, flag, openAtEnd } from './measure.ts';

const created = { over: 'ticket', at: 'created_at' } as const;
const solved = { over: 'ticket', at: 'solved_at' } as const;
const counted = { unit: 'count', aggregate: 'count' } as const;
const createdCount = { ...created, ...counted } as const;
const solvedCount = { ...solved, ...counted } as const;

/** Whether a time is known and not negative. */
const elapsed = <const F extends string>(name: F) => all(filled(name), atLeast(name, 0));
/** The middle of those times. */
const median = <const F extends string>(name: F) =>
  ({ unit: 'duration', aggregate: 'median', value: field(name), where: elapsed(name) }) as const;
const replied = elapsed('first_reply_seconds');

export const ticketsCreated = defineMeasure({
  ...createdCount,
  id: 'tickets_created',
  doc: { en: 'Tickets created.', fr: 'Tickets créés.' },
});
export const ticketsSolved = defineMeasure({
  ...solvedCount,
  id: 'tickets_solved',
  doc: {
    en: 'Tickets whose last solve falls in the span.',
    fr: "Tickets dont la dernière résolution tombe dans l'intervalle.",
  },
});

export const openTickets = defineMeasure({
  ...createdCount,
  id: 'open_tickets',
  where: openAtEnd('closed_at'),
  needs: ['solved_at'],
  doc: {
    en: 'Tickets created and not yet solved at the end of the span; one whose status says solved is not open, with or without a time of it.',
    fr: "Tickets créés et non encore résolus à la fin de l'intervalle\u00a0; un ticket résolu d'après son statut n'est pas ouvert, avec ou sans date de résolution.",
  },
});

export const firstReply = defineMeasure({
  ...created,
  id: 'first_reply',
  ...median('first_reply_seconds'),
  doc: {
    en: 'Median time from creation to the first public reply of an agent; tickets without one, and negative times, are left out.',
    fr: "Délai médian entre la création et la première réponse publique d'un agent\u00a0; les tickets sans réponse et les délais négatifs sont exclus.",
  },
});

export const firstReplySum = defineMeasure({
  ...created,
  id: 'first_reply_sum',
  unit: 'duration',
  aggregate: 'sum',
  value: field('first_reply_seconds'),
  where: replied,
  doc: {
    en: 'Total time to the first reply of the tickets that have one.',
    fr: "Délai total jusqu'à la première réponse des tickets qui en ont une.",
  },
});

export const repliedTickets = defineMeasure({
  ...createdCount,
  id: 'replied_tickets',
  where: replied,
  needs: ['first_reply_seconds'],
  doc: {
    en: 'Tickets created in the span that have a first reply.',
    fr: "Tickets créés dans l'intervalle et ayant reçu une première réponse.",
  },
});

export const firstReplyBusiness = defineMeasure({
  ...created,
  id: 'first_reply_business',
  ...median('first_reply_business_seconds'),
  onlyWith: { option: 'business_hours', field: 'first_reply_seconds' },
  doc: {
    en: 'Median time to the first reply, counting business hours only.',
    fr: "Délai médian jusqu'à la première réponse, en heures ouvrées seulement.",
  },
});

export const resolution = defineMeasure({
  ...solved,
  id: 'resolution',
  ...median('resolution_seconds'),
  doc: {
    en: 'Median time from creation to the last solve; negative times are left out.',
    fr: 'Délai médian entre la création et la dernière résolution\u00a0; les délais négatifs sont exclus.',
  },
});

export const firstResolution = defineMeasure({
  ...solved,
  id: 'first_resolution',
  ...median('first_resolution_seconds'),
  doc: {
    en: 'Median time from creation to the first solve; negative times are left out.',
    fr: 'Délai médian entre la création et la première résolution\u00a0; les délais négatifs sont exclus.',
  },
});

export const firstContactSolved = defineMeasure({
  ...solvedCount,
  id: 'first_contact_solved',
  where: all(flag('settled'), flag('first_contact')),
  needs: ['first_contact'],
  doc: {
    en: 'Solved tickets for which the customer wrote once, that were not reopened, and after which the requester opened no other within `fcr_window_days`.',
    fr: "Tickets résolus pour lesquels le client n'a écrit qu'une fois, qui n'ont pas été rouverts et après lesquels le demandeur n'en a pas ouvert d'autre dans les `fcr_window_days` jours.",
  },
});

export const settledTickets = defineMeasure({
  ...solvedCount,
  id: 'settled_tickets',
  where: all(flag('settled'), filled('first_contact')),
  doc: {
    en: 'Solved tickets that are older than `fcr_window_days` at the time of the export and of which the messages of the customer, or the reopens, are known.',
    fr: "Tickets résolus datant de plus de `fcr_window_days` jours au moment de l'export et dont les messages du client, ou les réouvertures, sont connus.",
  },
});

export const oneTouchTickets = defineMeasure({
  ...solvedCount,
  id: 'one_touch_tickets',
  where: {
    op: 'option',
    option: 'one_touch',
    cases: { '=1': equals('agent_replies', 1), '<2': below('agent_replies', 2) },
  },
  needs: ['agent_replies'],
  doc: {
    en: 'Tickets solved with exactly one public reply of an agent (option `one_touch: "<2"`: with none or one).',
    fr: 'Tickets résolus avec exactement une réponse publique d\'un agent (option `one_touch: "<2"`\u00a0: aucune ou une).',
  },
});

export const ticketsWithReplyCount = defineMeasure({
  ...solvedCount,
  id: 'tickets_with_reply_count',
  where: filled('agent_replies'),
  doc: {
    en: 'Solved tickets of which the number of replies is known, be it 0.',
    fr: 'Tickets résolus dont le nombre de réponses est connu, fût-il de 0.',
  },
});

export const reopenedTickets = defineMeasure({
  ...solvedCount,
  id: 'reopened_tickets',
  where: atLeast('reopens', 1),
  needs: ['reopens'],
  doc: {
    en: 'Solved tickets that were reopened at least once.',
    fr: 'Tickets résolus qui ont été rouverts au moins une fois.',
  },
});

export const customerMessages = defineMeasure({
  ...solved,
  id: 'customer_messages',
  unit: 'count',
  aggregate: 'sum',
  value: field('customer_messages'),
  doc: {
    en: 'Messages that customers wrote in the tickets solved; where only reopens are known, one message and one more for each.',
    fr: 'Messages des clients dans les tickets résolus\u00a0; si seules les réouvertures sont connues, un message et un de plus pour chacune.',
  },
});

export const ticketsWithMessageCount = defineMeasure({
  ...solvedCount,
  id: 'tickets_with_message_count',
  where: filled('customer_messages'),
  doc: {
    en: 'Solved tickets of which the number of messages of the customer is known, by itself or by the reopens.',
    fr: 'Tickets résolus dont le nombre de messages du client est connu, directement ou par les réouvertures.',
  },
});

export const complaints = defineMeasure({
  ...createdCount,
  id: 'complaints',
  where: flag('is_complaint'),
  needs: ['is_complaint'],
  onlyWith: { option: 'complaint_tags', field: 'tags' },
  doc: { en: 'Tickets with a tag of `complaint_tags`.', fr: 'Tickets portant une étiquette de `complaint_tags`.' },
});
