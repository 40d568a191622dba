import { engagementTime, sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'average_engagement_time',
  label: { en: 'Average engagement time', fr: "Temps d'engagement moyen" },
  group: 'traffic',
  rank: 110,
  unit: 'duration',
  direction: 'up',
  doc: {
    en: "Mean time that a session had the site in the foreground, so less than its duration. GA4's own card divides by active users instead.",
    fr: "Temps moyen pendant lequel le site est resté au premier plan au cours d'une visite, donc inférieur à la durée de celle-ci. La carte de GA4 divise, elle, par le nombre d'utilisateurs actifs.",
  },
  source: 'https://tacticlab.com.au/knowledge-base/engagement-bounces',
  formula: per(engagementTime, sessions),
  examples: [
    { given: { engagement_time: '192500', sessions: '3500' }, gives: '55' },
    { given: { engagement_time: '0', sessions: '0' }, because: 'zero_denominator' },
    { given: { engagement_time: null, sessions: '3500' }, because: 'missing_kind' },
  ],
});
