import { fulfilmentCost, paymentFees } from '../measures/spend.ts';
import { goodsSold } from './example-operands.ts';
import { minus, plus } from './formula.ts';
import grossMargin from './gross-margin.ts';
import { defineKpi } from './kpi.ts';
import { sentences, withoutCosts } from './nulls.ts';
import shippingCharged from './shipping-charged.ts';

const usual = { ...goodsSold, shipping_of_orders: '60', shipping_refunded: '5', payment_fees: '15' };

export default defineKpi({
  id: 'cm2',
  label: { en: 'Contribution margin 2', fr: 'Marge sur coûts variables (CM2)' },
  group: 'sales',
  rank: 200,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Gross margin plus the shipping charged, less fulfilment costs and payment fees. Shipping charged is added because the shipping paid is among the fulfilment costs; definitions that leave both out, or draw the layers elsewhere, are not taken.',
    fr: "Marge brute plus frais de port facturés, moins frais logistiques et frais de paiement. Les frais de port facturés sont ajoutés parce que les frais d'expédition payés font partie des frais logistiques\u00a0; les définitions qui écartent les deux, ou qui découpent les niveaux autrement, ne sont pas retenues.",
  },
  nulls: sentences({ en: 'Not known without cost rows.', fr: 'Non calculable sans lignes de coûts.' }, withoutCosts),
  source: 'https://www.dema.ai/blog/contribution-margin-1-2-and-3-the-key-components-of-e-commerce-profitability',
  formula: minus(minus(plus(grossMargin, shippingCharged), fulfilmentCost), paymentFees),
  examples: [
    { given: { ...usual, fulfilment_cost: '90' }, gives: '420' },
    { given: { ...usual, fulfilment_cost: '600' }, gives: '-90' },
    { given: { ...usual, fulfilment_cost: null, payment_fees: null }, because: 'missing_kind' },
  ],
});
