import { csatAnswers, csatPositive } from '../measures/survey.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutAnswers } from './nulls.ts';

export default defineKpi({
  id: 'csat',
  label: { en: 'Customer satisfaction', fr: 'Satisfaction client (CSAT)' },
  aliases: ['satisfaction', 'csat_score'],
  group: 'service',
  rank: 180,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the answers that are positive: good, or at least 80 % of the top of the scale (4 of 5, 6 of 7, 8 of 10). The mean of the scores is csat_average.',
    fr: "Part des réponses positives\u00a0: «\u00a0bon\u00a0», ou au moins 80\u00a0% du maximum de l'échelle (4 sur 5, 6 sur 7, 8 sur 10). La moyenne des notes est csat_average.",
  },
  nulls: withoutAnswers,
  formula: per(csatPositive, csatAnswers, 'no_observations'),
  sample: csatAnswers,
  examples: [
    { given: { csat_positive: '172', csat_answers: '200' }, gives: '0.86' },
    { given: { csat_positive: '2', csat_answers: '3' }, gives: '0.666666666667' },
    { given: { csat_positive: '0', csat_answers: '0' }, because: 'no_observations' },
    { given: { csat_positive: null, csat_answers: null }, because: 'missing_kind' },
  ],
});
