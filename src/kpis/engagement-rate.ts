import { engagedReach, reachedEngagements } from '../measures/social.ts';
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
    en: 'Engagements per person reached, post by post. A ratio of sums: the mean of the rates of single posts, which small posts carry, is not taken. Posts that report only one of the two are left out, and mark it `incomplete`. By impressions and by followers it has ids of its own.',
    fr: "Interactions par personne touchée, publication par publication. C'est un rapport de sommes\u00a0: la moyenne des taux des publications, que faussent les plus petites, n'est pas retenue. Les publications qui n'indiquent que l'une des deux n'y entrent pas et la font marquer `incomplete`. Par impressions ou par abonnés, ce sont d'autres KPI.",
  },
  source: 'https://blog.hootsuite.com/calculate-engagement-rate/',
  formula: per(reachedEngagements, engagedReach),
  examples: [
    { given: { engagements_with_reach: '1800', reach_with_engagements: '45000' }, gives: '0.04' },
    { given: { engagements_with_reach: '5', reach_with_engagements: '70' }, gives: '0.0714285714286' },
    { given: { engagements_with_reach: '0', reach_with_engagements: '0' }, because: 'zero_denominator' },
    { given: { engagements_with_reach: null, reach_with_engagements: null }, because: 'missing_kind' },
  ],
});
