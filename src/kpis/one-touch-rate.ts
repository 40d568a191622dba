import { oneTouchTickets, ticketsSolved } from '../measures/ticket.ts';
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
  source: 'https://support.zendesk.com/hc/de/articles/4408820618266',
  formula: per(oneTouchTickets, ticketsSolved),
  examples: [
    { given: { one_touch_tickets: '124', tickets_solved: '310' }, gives: '0.4' },
    { given: { one_touch_tickets: '0', tickets_solved: '0' }, gives: null, because: 'zero_denominator' },
    { given: { one_touch_tickets: null, tickets_solved: '310' }, gives: null, because: 'missing_kind' },
  ],
});
