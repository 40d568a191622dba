import { csatReplies } from '../measures/survey.ts';
import { ticketsSolved } from '../measures/ticket.ts';
import { part, per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'csat_response_rate',
  label: { en: 'CSAT response rate', fr: 'Taux de réponse CSAT' },
  group: 'service',
  rank: 200,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the tickets solved in the period that have an answer to the satisfaction question, whenever it came. Answers about other tickets, or about tickets that are not solved, have no part in it; answers of files that name no tickets count on their own day.',
    fr: "Part des tickets résolus dans la période qui ont reçu une réponse à la question de satisfaction, quelle qu'en soit la date. Les réponses sur d'autres tickets, ou sur des tickets non résolus, n'y entrent pas\u00a0; celles des fichiers qui n'indiquent pas les tickets comptent à leur propre jour.",
  },
  nulls: {
    en: 'Null with `inconsistent_counts` where there are more answers than tickets solved: those about others are among them.',
    fr: "Sans valeur (`inconsistent_counts`) s'il y a plus de réponses que de tickets résolus\u00a0: il s'en trouve sur d'autres tickets.",
  },
  formula: per(part(csatReplies, ticketsSolved), ticketsSolved),
  examples: [
    { given: { csat_answers_of_solved: '93', tickets_solved: '310' }, gives: '0.3' },
    { given: { csat_answers_of_solved: '0', tickets_solved: '0' }, because: 'zero_denominator' },
    { given: { csat_answers_of_solved: '12', tickets_solved: '10' }, because: 'inconsistent_counts' },
    { given: { csat_answers_of_solved: null, tickets_solved: '310' }, because: 'missing_kind' },
  ],
});
