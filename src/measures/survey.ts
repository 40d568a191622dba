import { all, atLeast, below, defineMeasure, field, flag, is } from './measure.ts';

const answered = { over: 'survey', at: 'answered_at' } as const;
const answers = { ...answered, unit: 'count', aggregate: 'count' } as const;
const csat = is('type', 'csat');
const nps = is('type', 'nps');

export const csatAnswers = defineMeasure({
  ...answers,
  id: 'csat_answers',
  where: csat,
  needs: ['csat'],
  doc: { en: 'Answers to a satisfaction question.', fr: 'Réponses à une question de satisfaction.' },
});

export const csatReplies = defineMeasure({
  ...answers,
  at: 'asked_at',
  id: 'csat_answers_of_solved',
  where: csat,
  needs: ['csat', 'asked_at'],
  plain: csatAnswers,
  doc: {
    en: 'Tickets solved in the span that have an answer to the satisfaction question, whenever it came; answers that name no ticket, on their own day.',
    fr: "Tickets résolus dans l'intervalle ayant reçu une réponse à la question de satisfaction, quelle qu'en soit la date\u00a0; les réponses sans ticket, à leur propre jour.",
  },
});

export const csatPositive = defineMeasure({
  ...answers,
  id: 'csat_positive',
  where: all(csat, flag('positive')),
  needs: ['csat'],
  doc: {
    en: 'Answers that say good, or give at least 80 % of the top of the scale.',
    fr: "Réponses «\u00a0bon\u00a0», ou d'au moins 80\u00a0% du maximum de l'échelle.",
  },
});

export const csatScored = defineMeasure({
  ...answers,
  id: 'csat_scored',
  where: all(csat, flag('numeric')),
  needs: ['numeric'],
  doc: { en: 'Satisfaction answers on a numeric scale.', fr: 'Réponses de satisfaction sur une échelle numérique.' },
});

export const csatScoreSum = defineMeasure({
  ...answered,
  id: 'csat_score_sum',
  unit: 'decimal',
  aggregate: 'sum',
  value: field('score'),
  where: all(csat, flag('numeric')),
  needs: ['numeric'],
  doc: {
    en: 'Sum of the scores of satisfaction answers on a numeric scale.',
    fr: 'Somme des notes des réponses de satisfaction sur une échelle numérique.',
  },
});

export const csatScales = defineMeasure({
  ...answered,
  id: 'csat_scales',
  unit: 'count',
  aggregate: 'distinct',
  value: field('scale_number'),
  where: csat,
  doc: {
    en: 'Distinct scales on which satisfaction answers give a score.',
    fr: 'Échelles distinctes sur lesquelles les réponses de satisfaction donnent une note.',
  },
});

export const npsAnswers = defineMeasure({
  ...answers,
  id: 'nps_answers',
  where: nps,
  needs: ['nps'],
  doc: {
    en: 'Answers to the recommendation question, 0 to 10.',
    fr: 'Réponses à la question de recommandation, de 0 à 10.',
  },
});

export const promoters = defineMeasure({
  ...answers,
  id: 'promoters',
  where: all(nps, atLeast('score', 9)),
  needs: ['nps'],
  doc: { en: 'Answers of 9 or 10.', fr: 'Réponses de 9 ou 10.' },
});

export const detractors = defineMeasure({
  ...answers,
  id: 'detractors',
  where: all(nps, below('score', 7)),
  needs: ['nps'],
  doc: { en: 'Answers of 0 to 6.', fr: 'Réponses de 0 à 6.' },
});
