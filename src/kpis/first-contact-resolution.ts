import { firstContactSolved, settledTickets } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'first_contact_resolution',
  label: { en: 'First contact resolution', fr: 'Résolution au premier contact (FCR)' },
  aliases: ['fcr', 'first_contact_resolution_rate'],
  group: 'service',
  rank: 90,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the solved tickets for which the customer wrote once, that were not reopened and after which the same person opened no other within `fcr_window_days` (7). Tickets too recent to judge are left out of both sides; a single reply of an agent is one_touch_rate.',
    fr: "Part des tickets résolus pour lesquels le client n'a écrit qu'une fois, qui n'ont pas été rouverts et après lesquels la même personne n'en a pas ouvert d'autre dans les `fcr_window_days` (7) jours. Les tickets trop récents pour en juger sont exclus du numérateur comme du dénominateur\u00a0; la résolution en une seule réponse d'un agent est one_touch_rate.",
  },
  source: 'https://support.freshservice.com/en/support/solutions/articles/50000004904-how-do-you-calculate-fcr-',
  formula: per(firstContactSolved, settledTickets),
  examples: [
    { given: { first_contact_solved: '200', settled_tickets: '250' }, gives: '0.8' },
    { given: { first_contact_solved: '2', settled_tickets: '3' }, gives: '0.666666666667' },
    { given: { first_contact_solved: '0', settled_tickets: '0' }, because: 'zero_denominator' },
    { given: { first_contact_solved: null, settled_tickets: '250' }, because: 'missing_kind' },
  ],
});
