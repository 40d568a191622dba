import { orders } from '../measures/order.ts';
import { complaints } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutTags } from './nulls.ts';

export default defineKpi({
  id: 'complaint_rate',
  label: { en: 'Complaint rate', fr: 'Taux de réclamation' },
  group: 'service',
  rank: 160,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Complaints per valid order of the period. Per ticket it is complaint_share.',
    fr: "Réclamations par commande valide de la période. Par ticket, c'est complaint_share.",
  },
  nulls: withoutTags,
  formula: per(complaints, orders),
  examples: [
    { given: { complaints: '16', orders: '8000' }, gives: '0.002' },
    { given: { complaints: '1', orders: '70' }, gives: '0.0142857142857' },
    { given: { complaints: '1', orders: '0' }, because: 'zero_denominator' },
    { given: { complaints: null, orders: '8000' }, because: 'missing_kind' },
  ],
});
