import { firstReply } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'first_reply_time',
  label: { en: 'First reply time', fr: 'Temps de première réponse' },
  aliases: ['frt', 'first_response_time'],
  group: 'service',
  rank: 40,
  unit: 'duration',
  direction: 'down',
  doc: {
    en: 'Median time from creation to the first public reply of an agent, by the clock, of the tickets created in the period that have one. The mean, which a few forgotten tickets carry, is first_reply_time_mean; business hours are first_reply_time_business.',
    fr: "Délai médian entre la création et la première réponse publique d'un agent, en heures calendaires, pour les tickets créés pendant la période qui en ont reçu une. La moyenne, que quelques tickets oubliés suffisent à gonfler, est first_reply_time_mean\u00a0; en heures ouvrées, c'est first_reply_time_business.",
  },
  nulls: {
    en: 'Not known where no ticket of the period has a reply yet.',
    fr: "Non calculable tant qu'aucun ticket de la période n'a reçu de réponse.",
  },
  source:
    'https://support.zendesk.com/hc/en-us/articles/4408821871642-Calculating-first-reply-time-Professional-and-Enterprise-',
  formula: formula(firstReply),
  examples: [
    { given: { first_reply: '5400' }, gives: '5400' },
    { given: { first_reply: 'no_observations' }, because: 'no_observations' },
    { given: { first_reply: null }, because: 'missing_kind' },
  ],
});
