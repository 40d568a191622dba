import { engagedImpressions, shownEngagements } from '../measures/social.ts';
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
    en: 'Engagements per impression of posts. It is below the rate by reach, because a person sees a post more than once; usual for paid posts. Posts that report only one of the two are left out, and mark it `incomplete`.',
    fr: "Interactions par impression des publications. Ce taux est inférieur au taux par portée, car une même personne voit une publication plusieurs fois\u00a0; il est d'usage pour les publications sponsorisées. Les publications qui n'indiquent que l'une des deux valeurs n'y entrent pas et le font marquer `incomplete`.",
  },
  source: 'https://blog.hootsuite.com/calculate-engagement-rate/',
  formula: per(shownEngagements, engagedImpressions),
  examples: [
    { given: { engagements_with_impressions: '1800', social_impressions_with_engagements: '60000' }, gives: '0.03' },
    {
      given: { engagements_with_impressions: '0', social_impressions_with_engagements: '0' },
      because: 'zero_denominator',
    },
    {
      given: { engagements_with_impressions: null, social_impressions_with_engagements: null },
      because: 'missing_kind',
    },
  ],
});
