import customerRetentionRate from './customer-retention-rate.ts';
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
  nulls: {
    en: 'Not known where the orders do not go back `active_days` before the period.',
    fr: 'Non calculable si les commandes ne remontent pas à `active_days` jours avant la période.',
  },
  source: 'https://blog2.attribuly.com/retention-rate-calculator-definition-formula-ecommerce',
  formula: minus('1', customerRetentionRate),
  examples: [
    {
      given: { 'customers@active_before_start&active_before_end': '180', 'customers@active_before_start': '240' },
      gives: '0.25',
    },
    {
      given: { 'customers@active_before_start&active_before_end': '2', 'customers@active_before_start': '3' },
      gives: '0.333333333333',
    },
    {
      given: { 'customers@active_before_start&active_before_end': '0', 'customers@active_before_start': '0' },
      because: 'zero_denominator',
    },
    {
      given: {
        'customers@active_before_start&active_before_end': 'insufficient_history',
        'customers@active_before_start': 'insufficient_history',
      },
      because: 'insufficient_history',
    },
  ],
});
