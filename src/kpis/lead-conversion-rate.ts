import { convertedLeads, leads } from '../measures/social.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'lead_conversion_rate',
  label: { en: 'Lead conversion rate', fr: 'Taux de conversion des leads' },
  group: 'social',
  rank: 110,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the leads of the period whose first order came after they were created, within `lead_window_days` (90). They are matched by customer, not by the status in a contact list.',
    fr: "Part des leads de la période dont la première commande a suivi leur création dans les `lead_window_days` (90) jours. Le rapprochement se fait par client, non d'après le statut d'un fichier de contacts.",
  },
  nulls: {
    en: 'Not known until `lead_window_days` have passed for the whole period.',
    fr: 'Non calculable tant que `lead_window_days` jours ne se sont pas écoulés pour toute la période.',
  },
  formula: per(convertedLeads, leads),
  examples: [
    { given: { converted_leads: '12', leads: '80' }, gives: '0.15' },
    { given: { converted_leads: '1', leads: '7' }, gives: '0.142857142857' },
    { given: { converted_leads: '0', leads: '0' }, because: 'zero_denominator' },
    { given: { converted_leads: 'insufficient_history', leads: '80' }, because: 'insufficient_history' },
  ],
});
