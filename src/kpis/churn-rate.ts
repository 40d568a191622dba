import customerRetentionRate from './customer-retention-rate.ts';
import { activeBefore } from './example-operands.ts';
import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'churn_rate',
  label: { en: 'Churn rate', fr: "Taux d'attrition" },
  aliases: ['churn', 'attrition'],
  group: 'customers',
  rank: 90,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the customers active before the period who are not any more at its end: 1 less customer_retention_rate, on the same customers.',
    fr: 'Part des clients actifs avant la période qui ne le sont plus à sa fin\u00a0: 1 moins customer_retention_rate, sur les mêmes clients.',
  },
  nulls: customerRetentionRate.nulls,
  source: customerRetentionRate.source,
  formula: minus('1', customerRetentionRate),
  examples: [
    { given: activeBefore('240', '180'), gives: '0.25' },
    { given: activeBefore('3', '2'), gives: '0.333333333333' },
    { given: activeBefore('0', '0'), because: 'zero_denominator' },
    { given: activeBefore('insufficient_history', 'insufficient_history'), because: 'insufficient_history' },
  ],
});
