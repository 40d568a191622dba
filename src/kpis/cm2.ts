import { fulfilmentCost, paymentFees } from '../measures/spend.ts';
import { minus, plus } from './formula.ts';
import grossMargin from './gross-margin.ts';
import { defineKpi } from './kpi.ts';
import shippingCharged from './shipping-charged.ts';

const usual = {
  gross_sales: '1000',
  discounts: '100',
  returns: '50',
  cost_of_orders: '400',
  cost_returned: '20',
  costed_line_value: '950',
  line_value: '950',
  shipping_of_orders: '60',
  shipping_refunded: '5',
  payment_fees: '15',
};

export default defineKpi({
  id: 'cm2',
  label: { en: 'Contribution margin 2', fr: 'Marge sur coûts variables (CM2)' },
  group: 'sales',
  rank: 200,
  unit: 'money',
  direction: 'up',
  doc: 'Gross margin plus the shipping charged, less fulfilment costs and payment fees. Shipping charged is added because the shipping paid is among the fulfilment costs; definitions that leave both out, or draw the layers elsewhere, are not taken.',
  nulls:
    'Not known without cost rows. Not known where a sold line lacks a unit cost, unless the lines that have one reach `min_cost_coverage` of the value: then the cost is raised to all lines and the figure marked `approx`.',
  source: 'https://www.dema.ai/blog/contribution-margin-1-2-and-3-the-key-components-of-e-commerce-profitability',
  formula: minus(minus(plus(grossMargin, shippingCharged), fulfilmentCost), paymentFees),
  examples: [
    { given: { ...usual, fulfilment_cost: '90' }, gives: '420' },
    { given: { ...usual, fulfilment_cost: '600' }, gives: '-90' },
    { given: { ...usual, fulfilment_cost: null, payment_fees: null }, gives: null, because: 'missing_kind' },
  ],
});
