import { sessionDuration, sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'average_session_duration',
  label: { en: 'Average session duration', fr: 'Durée moyenne des visites' },
  aliases: ['session_duration'],
  group: 'traffic',
  rank: 100,
  unit: 'duration',
  direction: 'up',
  doc: {
    en: 'Mean length of a session, those of no length included. Time in the foreground only is average_engagement_time.',
    fr: "Durée moyenne d'une visite, visites de durée nulle comprises. Le temps passé au premier plan seulement est average_engagement_time.",
  },
  formula: per(sessionDuration, sessions),
  examples: [
    { given: { session_duration: '420000', sessions: '3500' }, gives: '120' },
    { given: { session_duration: '100', sessions: '3' }, gives: '33.3333333333' },
    { given: { session_duration: '0', sessions: '0' }, because: 'zero_denominator' },
  ],
});
