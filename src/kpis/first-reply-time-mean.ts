import { firstReplySum, repliedTickets } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'first_reply_time_mean',
  label: { en: 'Mean first reply time', fr: 'Temps de réponse moyen' },
  group: 'service',
  rank: 50,
  unit: 'duration',
  direction: 'down',
  doc: {
    en: 'Mean time from creation to the first public reply of an agent, by the clock, of the same tickets. A few forgotten tickets weigh on it: first_reply_time is the median.',
    fr: "Délai moyen entre la création et la première réponse publique d'un agent, en heures calendaires, sur les mêmes tickets que first_reply_time, qui en est la médiane. Quelques tickets oubliés pèsent sur cette moyenne.",
  },
  nulls: {
    en: 'Not known where no ticket of the period has a reply yet.',
    fr: "Non calculable tant qu'aucun ticket de la période n'a reçu de réponse.",
  },
  source:
    'https://support.zendesk.com/hc/en-us/articles/4408821871642-Calculating-first-reply-time-Professional-and-Enterprise-',
  formula: per(firstReplySum, repliedTickets, 'no_observations'),
  examples: [
    { given: { first_reply_sum: '1620000', replied_tickets: '300' }, gives: '5400' },
    { given: { first_reply_sum: '100', replied_tickets: '3' }, gives: '33.3333333333' },
    { given: { first_reply_sum: '0', replied_tickets: '0' }, because: 'no_observations' },
  ],
});
