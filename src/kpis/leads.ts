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
  doc: {
    en: 'Distinct people who left their data in the period: two forms of one person are one lead. What ad platforms claim is not counted here.',
    fr: "Personnes distinctes qui ont laissé leurs coordonnées pendant la période\u00a0: deux formulaires d'une même personne font un seul lead. Ceux que les régies s'attribuent ne sont pas comptés ici.",
  },
  formula: formula(leads),
  examples: [
    { given: { leads: '80' }, gives: '80' },
    { given: { leads: '0' }, gives: '0' },
    { given: { leads: null }, because: 'missing_kind' },
  ],
});
