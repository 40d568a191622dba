import { npsAnswers, promoters } from '../measures/survey.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutAnswers } from './nulls.ts';

export default defineKpi({
  id: 'recommendation_rate',
  label: { en: 'Recommendation rate', fr: 'Taux de recommandation' },
  group: 'service',
  rank: 220,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the answers to the recommendation question that are 9 or 10. Detractors are not taken off: that is nps.',
    fr: "Part des réponses de 9 ou 10 à la question de recommandation. Les détracteurs n'en sont pas retranchés, contrairement à nps.",
  },
  nulls: withoutAnswers,
  formula: per(promoters, npsAnswers, 'no_observations'),
  sample: npsAnswers,
  examples: [
    { given: { promoters: '90', nps_answers: '150' }, gives: '0.6' },
    { given: { promoters: '1', nps_answers: '3' }, gives: '0.333333333333' },
    { given: { promoters: '0', nps_answers: '0' }, because: 'no_observations' },
  ],
});
