import { newCustomers } from '../measures/order.ts';
import { minus, orElse, per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { cohortCogs, cohortNetSales } from './shared-formulas.ts';

const usual = {
  cohort_value: '9000',
  cohort_returns: '600',
  cohort_cost: '4000',
  cohort_cost_returned: '200',
  cohort_costed_line_value: '9500',
  cohort_line_value: '9500',
  new_customers: '50',
};

export default defineKpi({
  id: 'ltv_n_days',
  label: { en: 'n-day cohort LTV', fr: 'LTV à n jours' },
  group: 'customers',
  rank: 150,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'What a customer new in the period has brought within `ltv_days` (365) of the first order, on average over all of them: gross margin where unit costs are known, else net sales. It is observed, not projected.',
    fr: "Ce qu'un nouveau client de la période a rapporté dans les `ltv_days` (365) jours suivant sa première commande, en moyenne sur l'ensemble de ces clients\u00a0: en marge brute si les coûts unitaires sont connus, sinon en ventes nettes. C'est un chiffre observé, non projeté.",
  },
  nulls: {
    en: 'Not known until `ltv_days` have passed for the whole period, nor where no order is older than it.',
    fr: "Non calculable tant que `ltv_days` jours ne se sont pas écoulés pour toute la période, ou si aucune commande n'est antérieure à celle-ci.",
  },
  source: 'https://help.useamp.com/article/1124-ltv-cohort-report-overview',
  formula: orElse(per(minus(cohortNetSales, cohortCogs), newCustomers), per(cohortNetSales, newCustomers)),
  examples: [
    { given: usual, gives: '92' },
    {
      given: { ...usual, cohort_cost: null, cohort_cost_returned: null, cohort_costed_line_value: null },
      gives: '168',
    },
    { given: { ...usual, cohort_costed_line_value: '9000' }, gives: '168' },
    {
      given: { ...usual, cohort_returns: '0', cohort_cost: '0', cohort_cost_returned: '0', new_customers: '0' },
      because: 'zero_denominator',
    },
    {
      given: {
        ...usual,
        cohort_value: 'insufficient_history',
        cohort_returns: 'insufficient_history',
        cohort_cost: 'insufficient_history',
        cohort_cost_returned: 'insufficient_history',
        cohort_costed_line_value: 'insufficient_history',
        cohort_line_value: 'insufficient_history',
      },
      because: 'insufficient_history',
    },
  ],
});
