import { complaints, ticketsCreated } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutTags } from './nulls.ts';

export default defineKpi({
  id: 'complaint_share',
  label: { en: 'Complaint share', fr: 'Part de réclamations' },
  group: 'service',
  rank: 170,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the tickets created that are complaints. Per order it is complaint_rate.',
    fr: "Part des tickets créés qui sont des réclamations. Par commande, c'est complaint_rate.",
  },
  nulls: withoutTags,
  formula: per(complaints, ticketsCreated),
  examples: [
    { given: { complaints: '16', tickets_created: '320' }, gives: '0.05' },
    { given: { complaints: '0', tickets_created: '0' }, because: 'zero_denominator' },
    { given: { complaints: null, tickets_created: '320' }, because: 'missing_kind' },
  ],
});
