import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';
import netSales from './net-sales.ts';
import { withoutCosts } from './nulls.ts';
import { cogs } from './shared-formulas.ts';

const usual = {
  gross_sales: '1000',
  discounts: '100',
  returns: '50',
  cost_of_orders: '400',
  cost_returned: '20',
  costed_line_value: '760',
  line_value: '950',
};

export default defineKpi({
  id: 'gross_margin',
  label: { en: 'Gross margin', fr: 'Marge brute' },
  aliases: ['gross_profit', 'cm1'],
  near: ['profit', 'margin', 'benefice', 'marge', 'earnings', 'net_profit', 'gain'],
  group: 'sales',
  rank: 170,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Net sales less the cost of the goods sold; goods that came back give their cost back on the day of the refund. It is the first contribution margin (CM1): shipping, fees and marketing are not in it.',
    fr: "Ventes nettes moins le coût des marchandises vendues\u00a0; celui des articles retournés est réintégré au jour du remboursement. C'est le premier niveau de marge de contribution (CM1)\u00a0: frais de port, frais de paiement et marketing n'y entrent pas.",
  },
  nulls: withoutCosts,
  source: 'https://www.dema.ai/blog/contribution-margin-1-2-and-3-the-key-components-of-e-commerce-profitability',
  formula: minus(netSales, cogs),
  examples: [
    { given: { ...usual, costed_line_value: '950' }, gives: '470' },
    { given: usual, options: { min_cost_coverage: '0.8' }, gives: '375' },
    { given: usual, because: 'missing_kind' },
    {
      given: { ...usual, cost_of_orders: null, cost_returned: null, costed_line_value: null },
      because: 'missing_kind',
    },
  ],
});
