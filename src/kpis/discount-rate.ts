import { discounts, grossSales } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'discount_rate',
  label: { en: 'Discount rate', fr: 'Taux de remise' },
  aliases: ['discounting_rate'],
  group: 'sales',
  rank: 140,
  unit: 'ratio',
  direction: 'flat',
  doc: {
    en: 'Share of gross sales that was given away as discounts.',
    fr: 'Part des ventes brutes accordée en remises.',
  },
  formula: per(discounts, grossSales),
  examples: [
    { given: { discounts: '125', gross_sales: '1000' }, gives: '0.125' },
    { given: { discounts: '10', gross_sales: '90' }, gives: '0.111111111111' },
    { given: { discounts: '0', gross_sales: '0' }, because: 'zero_denominator' },
  ],
});
