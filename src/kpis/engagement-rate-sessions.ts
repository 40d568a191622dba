import { engagedSessions, sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'engagement_rate_sessions',
  label: { en: 'Session engagement rate', fr: "Taux d'engagement (visites)" },
  group: 'traffic',
  rank: 90,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the sessions with engagement, as GA4 has it: ten seconds or more, a key event, or two views. The rest is bounce_rate.',
    fr: 'Part des visites avec engagement au sens de GA4\u00a0: dix secondes ou plus, un événement clé, ou deux pages vues. Le reste est bounce_rate.',
  },
  source: 'https://www.ga4audits.com/blog/ga4-engagement-rate-explained',
  formula: per(engagedSessions, sessions),
  examples: [
    { given: { engaged_sessions: '2100', sessions: '3500' }, gives: '0.6' },
    { given: { engaged_sessions: '2', sessions: '3' }, gives: '0.666666666667' },
    { given: { engaged_sessions: '0', sessions: '0' }, because: 'zero_denominator' },
  ],
});
