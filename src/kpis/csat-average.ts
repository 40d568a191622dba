import { csatScored, csatScoreSum } from '../measures/survey.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutAnswers } from './nulls.ts';

export default defineKpi({
  id: 'csat_average',
  label: { en: 'Average CSAT score', fr: 'Note moyenne de satisfaction' },
  group: 'service',
  rank: 190,
  unit: 'decimal',
  direction: 'up',
  doc: {
    en: 'Mean score of the answers on a numeric scale, on the scale of the question. The share of positive answers is csat.',
    fr: "Note moyenne des réponses données sur une échelle numérique, exprimée dans l'échelle de la question. La part des réponses positives est csat.",
  },
  nulls: withoutAnswers,
  formula: per(csatScoreSum, csatScored, 'no_observations'),
  sample: csatScored,
  examples: [
    { given: { csat_score_sum: '860', csat_scored: '200' }, gives: '4.3' },
    { given: { csat_score_sum: '13', csat_scored: '3' }, gives: '4.33333333333' },
    { given: { csat_score_sum: '0', csat_scored: '0' }, gives: null, because: 'no_observations' },
  ],
});
