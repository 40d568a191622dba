import { sessions } from '../measures/visit.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'sessions',
  label: { en: 'Sessions', fr: 'Visites (sessions)' },
  group: 'traffic',
  rank: 10,
  unit: 'count',
  direction: 'up',
  doc: 'Sessions as the analytics tool counts them. Its rules stand: GA4 ends a session after 30 minutes without activity, others also at midnight or on a new campaign.',
  source: 'https://turquoiseseo.com/pillar-7-ga4-engagement-metrics-user-behavior-session-modeling/',
  formula: formula(sessions),
  examples: [
    { given: { sessions: '3500' }, gives: '3500' },
    { given: { sessions: '0' }, gives: '0' },
    { given: { sessions: null }, gives: null, because: 'missing_kind' },
  ],
});
