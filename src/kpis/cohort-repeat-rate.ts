import { cohortRepeaters, newCustomers } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cohort_repeat_rate',
  label: { en: 'n-day cohort repeat rate', fr: 'Taux de réachat à n jours' },
  group: 'customers',
  rank: 70,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: "Share of the customers new in the period who ordered again within `cohort_days` (90) of their first order, even if that is after the period's end.",
    fr: 'Part des nouveaux clients de la période qui ont commandé de nouveau dans les `cohort_days` (90) jours suivant leur première commande, fût-ce après la fin de la période.',
  },
  nulls: {
    en: 'Not known until `cohort_days` have passed for the whole period, nor where no order is older than it.',
    fr: "Non calculable tant que `cohort_days` jours ne se sont pas écoulés pour toute la période, ou si aucune commande n'est antérieure à celle-ci.",
  },
  source: 'https://www.tresl.co/segments-faq/what-is-repeat-on-the-customer-cohort-page-how-is-it-defined',
  formula: per(cohortRepeaters, newCustomers),
  examples: [
    { given: { cohort_repeaters: '12', new_customers: '50' }, gives: '0.24' },
    { given: { cohort_repeaters: '1', new_customers: '6' }, gives: '0.166666666667' },
    { given: { cohort_repeaters: '0', new_customers: '0' }, because: 'zero_denominator' },
    { given: { cohort_repeaters: 'insufficient_history', new_customers: '50' }, because: 'insufficient_history' },
  ],
});
