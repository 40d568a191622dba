import { engagements, socialImpressions } from '../measures/social.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'engagement_rate_impressions',
  label: { en: 'Engagement rate by impressions', fr: "Taux d'engagement (impressions)" },
  group: 'social',
  rank: 60,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Engagements per impression of posts. It lies below the rate by reach, for a person sees a post more than once; usual for paid posts.',
    fr: "Interactions par impression des publications. Ce taux est inférieur au taux par portée, car une même personne voit une publication plusieurs fois\u00a0; il est d'usage pour les publications sponsorisées.",
  },
  source: 'https://blog.hootsuite.com/calculate-engagement-rate/',
  formula: per(engagements, socialImpressions),
  examples: [
    { given: { engagements: '1800', social_impressions: '60000' }, gives: '0.03' },
    { given: { engagements: '0', social_impressions: '0' }, gives: null, because: 'zero_denominator' },
    { given: { engagements: '1800', social_impressions: null }, gives: null, because: 'missing_kind' },
  ],
});
