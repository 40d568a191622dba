import { csatScales, csatScored, csatScoreSum } from '../measures/survey.ts';
import { alike, per } from './formula.ts';
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
    en: 'Mean score of the answers on a numeric scale, on the scale of the question; scores on several scales have no common mean. The share of positive answers is csat.',
    fr: "Note moyenne des réponses données sur une échelle numérique, exprimée dans l'échelle de la question\u00a0; des notes sur plusieurs échelles n'ont pas de moyenne commune. La part des réponses positives est csat.",
  },
  nulls: withoutAnswers,
  formula: per(alike(csatScoreSum, csatScales), csatScored, 'no_observations'),
  sample: csatScored,
  examples: [
    { given: { csat_score_sum: '860', csat_scales: '1', csat_scored: '200' }, gives: '4.3' },
    { given: { csat_score_sum: '13', csat_scales: '1', csat_scored: '3' }, gives: '4.33333333333' },
    { given: { csat_score_sum: '12', csat_scales: '2', csat_scored: '2' }, because: 'not_identified' },
    { given: { csat_score_sum: '0', csat_scales: '0', csat_scored: '0' }, because: 'no_observations' },
  ],
});
