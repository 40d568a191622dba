import { leads } from '../measures/social.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'leads',
  label: { en: 'Leads', fr: 'Leads' },
  group: 'social',
  rank: 90,
  unit: 'count',
  direction: 'up',
  doc: 'Different people who left their data in the period: two forms of one person are one lead. What ad platforms claim is not counted here.',
  formula: formula(leads),
  examples: [
    { given: { leads: '80' }, gives: '80' },
    { given: { leads: '0' }, gives: '0' },
    { given: { leads: null }, gives: null, because: 'missing_kind' },
  ],
});
