import { csatAnswers } from '../measures/survey.ts';
import { ticketsSolved } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'csat_response_rate',
  label: { en: 'CSAT response rate', fr: 'Taux de réponse CSAT' },
  group: 'service',
  rank: 200,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Answers to the satisfaction question of the period, per ticket solved in it.',
    fr: 'Réponses de la période à la question de satisfaction, par ticket résolu pendant celle-ci.',
  },
  formula: per(csatAnswers, ticketsSolved),
  examples: [
    { given: { csat_answers: '93', tickets_solved: '310' }, gives: '0.3' },
    { given: { csat_answers: '0', tickets_solved: '0' }, gives: null, because: 'zero_denominator' },
    { given: { csat_answers: null, tickets_solved: '310' }, gives: null, because: 'missing_kind' },
  ],
});
