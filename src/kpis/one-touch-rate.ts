import { oneTouchTickets, ticketsWithReplyCount } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'one_touch_rate',
  label: { en: 'One-touch resolution', fr: 'Taux de résolution en une réponse' },
  group: 'service',
  rank: 100,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the solved tickets that took exactly one public reply of an agent. Counting those without any reply as well, as Zendesk once did, is `one_touch: "<2"`.',
    fr: "Part des tickets résolus qui ont demandé exactement une réponse publique d'un agent. Pour compter aussi ceux qui n'en ont reçu aucune, comme Zendesk l'a fait autrefois, choisissez `one_touch: \"<2\"`.",
  },
  nulls: {
    en: 'Tickets of which the number of replies is not known are left out of both sides.',
    fr: 'Les tickets dont le nombre de réponses est inconnu sont exclus du numérateur comme du dénominateur.',
  },
  source: 'https://support.zendesk.com/hc/de/articles/4408820618266',
  formula: per(oneTouchTickets, ticketsWithReplyCount),
  examples: [
    { given: { one_touch_tickets: '124', tickets_with_reply_count: '310' }, gives: '0.4' },
    { given: { one_touch_tickets: '0', tickets_with_reply_count: '0' }, because: 'zero_denominator' },
    { given: { one_touch_tickets: null, tickets_with_reply_count: '310' }, because: 'missing_kind' },
  ],
});
