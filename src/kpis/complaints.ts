import { complaints } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'complaints',
  label: { en: 'Complaints', fr: 'Réclamations' },
  group: 'service',
  rank: 150,
  unit: 'count',
  direction: 'down',
  doc: 'Tickets created in the period with one of the tags or types of `complaint_tags`.',
  nulls: 'Not known without tags in the files or without `complaint_tags`.',
  formula: formula(complaints),
  examples: [
    { given: { complaints: '16' }, gives: '16' },
    { given: { complaints: null }, gives: null, because: 'missing_kind' },
  ],
});
