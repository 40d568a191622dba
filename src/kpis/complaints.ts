import { complaints } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutTags } from './nulls.ts';

export default defineKpi({
  id: 'complaints',
  label: { en: 'Complaints', fr: 'Réclamations' },
  group: 'service',
  rank: 150,
  unit: 'count',
  direction: 'down',
  doc: {
    en: 'Tickets created in the period with one of the tags or types of `complaint_tags`.',
    fr: "Tickets créés pendant la période qui portent l'une des étiquettes ou l'un des types de `complaint_tags`.",
  },
  nulls: withoutTags,
  formula: formula(complaints),
  examples: [
    { given: { complaints: '16' }, gives: '16' },
    { given: { complaints: null }, because: 'missing_kind' },
  ],
});
