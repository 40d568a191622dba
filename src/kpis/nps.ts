import { detractors, npsAnswers, promoters } from '../measures/survey.ts';
import { minus, per, times } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutAnswers } from './nulls.ts';

export default defineKpi({
  id: 'nps',
  label: { en: 'Net Promoter Score', fr: 'Net Promoter Score (NPS)' },
  aliases: ['nps_score'],
  group: 'service',
  rank: 210,
  unit: 'score',
  direction: 'up',
  doc: {
    en: 'Promoters (9 and 10) less detractors (0 to 6), per hundred answers: points from -100 to 100, not a percentage. The share of promoters alone is recommendation_rate.',
    fr: 'Promoteurs (9 et 10) moins détracteurs (0 à 6), pour cent réponses\u00a0: des points de -100 à 100, non un pourcentage. La part des seuls promoteurs est recommendation_rate.',
  },
  nulls: withoutAnswers,
  source: 'https://help.retently.com/en/articles/431320-what-is-nps-and-how-does-it-work',
  formula: per(times('100', minus(promoters, detractors)), npsAnswers, 'no_observations'),
  sample: npsAnswers,
  examples: [
    { given: { promoters: '90', detractors: '30', nps_answers: '150' }, gives: '40' },
    { given: { promoters: '1', detractors: '2', nps_answers: '3' }, gives: '-33.3333333333' },
    { given: { promoters: '0', detractors: '0', nps_answers: '0' }, because: 'no_observations' },
    { given: { promoters: null, detractors: null, nps_answers: null }, because: 'missing_kind' },
  ],
});
