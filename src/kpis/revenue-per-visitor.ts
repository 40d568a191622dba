import { orderValueSum } from '../measures/order.ts';
import { visitors } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'revenue_per_visitor',
  label: { en: 'Revenue per visitor', fr: 'CA par visiteur' },
  aliases: ['rpv'],
  group: 'sales',
  rank: 260,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Value of the orders, after discounts and before refunds, per unique visitor. Visitors of single days are not added up for a longer period; revenue_per_session is the form that always exists.',
    fr: "Valeur des commandes, après remises et avant remboursements, par visiteur unique. Les visiteurs uniques de chaque jour ne s'additionnent pas sur une période plus longue\u00a0; revenue_per_session, lui, existe toujours.",
  },
  nulls: {
    en: 'Not known where the unique visitors of just this period are not.',
    fr: 'Non calculable si les visiteurs uniques de cette période précise ne sont pas connus.',
  },
  formula: per(orderValueSum, visitors),
  examples: [
    { given: { order_value_sum: '4200', visitors: '2800' }, gives: '1.5' },
    { given: { order_value_sum: '4200', visitors: '0' }, because: 'zero_denominator' },
    { given: { order_value_sum: '4200', visitors: null }, because: 'missing_kind' },
  ],
});
