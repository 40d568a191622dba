import { leads } from '../measures/social.ts';
import { sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'lead_rate',
  label: { en: 'Visit-to-lead rate', fr: 'Taux de génération de leads' },
  group: 'social',
  rank: 100,
  unit: 'ratio',
  direction: 'up',
  doc: { en: 'Leads per session of the period.', fr: 'Nombre de leads par visite de la période.' },
  formula: per(leads, sessions),
  examples: [
    { given: { leads: '80', sessions: '3200' }, gives: '0.025' },
    { given: { leads: '1', sessions: '70' }, gives: '0.0142857142857' },
    { given: { leads: '0', sessions: '0' }, because: 'zero_denominator' },
    { given: { leads: '80', sessions: null }, because: 'missing_kind' },
  ],
});
