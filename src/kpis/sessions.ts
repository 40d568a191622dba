import { sessions } from '../measures/visit.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'sessions',
  label: { en: 'Sessions', fr: 'Visites (sessions)' },
  aliases: ['visits', 'visites', 'traffic', 'trafic'],
  group: 'traffic',
  rank: 10,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Sessions as the analytics tool counts them. Its rules apply: GA4 ends a session after 30 minutes without activity, others also at midnight or on a new campaign.',
    fr: "Visites (sessions) telles que les compte l'outil de mesure d'audience, selon ses propres règles\u00a0: GA4 clôt une session après 30 minutes d'inactivité, d'autres aussi à minuit ou à l'arrivée par une nouvelle campagne.",
  },
  source: 'https://turquoiseseo.com/pillar-7-ga4-engagement-metrics-user-behavior-session-modeling/',
  formula: formula(sessions),
  examples: [
    { given: { sessions: '3500' }, gives: '3500' },
    { given: { sessions: '0' }, gives: '0' },
    { given: { sessions: null }, because: 'missing_kind' },
  ],
});
