import { engagements, reach } from '../measures/social.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'engagement_rate',
  label: { en: 'Engagement rate by reach', fr: "Taux d'engagement (portée)" },
  near: ['engagement'],
  group: 'social',
  rank: 50,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Engagements per person reached, post by post. A ratio of sums: the mean of the rates of single posts, which small posts carry, is not taken. By impressions and by followers it has ids of its own.',
    fr: "Interactions par personne touchée, publication par publication. C'est un rapport de sommes\u00a0: la moyenne des taux des publications, que faussent les plus petites, n'est pas retenue. Par impressions ou par abonnés, ce sont d'autres KPI.",
  },
  source: 'https://blog.hootsuite.com/calculate-engagement-rate/',
  formula: per(engagements, reach),
  examples: [
    { given: { engagements: '1800', reach: '45000' }, gives: '0.04' },
    { given: { engagements: '5', reach: '70' }, gives: '0.0714285714286' },
    { given: { engagements: '0', reach: '0' }, gives: null, because: 'zero_denominator' },
    { given: { engagements: '1800', reach: null }, gives: null, because: 'missing_kind' },
  ],
});
