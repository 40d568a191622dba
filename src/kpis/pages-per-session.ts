import { pageviews, sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'pages_per_session',
  label: { en: 'Pages per session', fr: 'Pages par visite' },
  aliases: ['pages_per_visit'],
  group: 'traffic',
  rank: 60,
  unit: 'decimal',
  direction: 'up',
  doc: { en: 'Pages viewed, per session.', fr: 'Nombre de pages vues par visite.' },
  formula: per(pageviews, sessions),
  examples: [
    { given: { pageviews: '9800', sessions: '3500' }, gives: '2.8' },
    { given: { pageviews: '10', sessions: '3' }, gives: '3.33333333333' },
    { given: { pageviews: '0', sessions: '0' }, because: 'zero_denominator' },
  ],
});
