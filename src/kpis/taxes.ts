import { taxesOfOrders } from '../measures/order.ts';
import { taxesRefunded } from '../measures/refund.ts';
import { ifKnown, minus } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'taxes',
  label: { en: 'Taxes', fr: 'Taxes' },
  aliases: ['tax', 'vat', 'tva'],
  group: 'sales',
  rank: 60,
  unit: 'money',
  direction: 'flat',
  doc: {
    en: 'Tax on items and shipping, less refunded tax, as the orders record it: it is never calculated from a rate.',
    fr: "Taxes sur les articles et la livraison, moins les taxes remboursées, telles que les commandes les enregistrent\u00a0: elles ne sont jamais recalculées à partir d'un taux.",
  },
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: minus(taxesOfOrders, ifKnown(taxesRefunded, 'no_refunds')),
  examples: [
    { given: { taxes_of_orders: '200.10', taxes_refunded: '20' }, gives: '180.1' },
    { given: { taxes_of_orders: '200.10', taxes_refunded: null }, gives: '200.1' },
    { given: { taxes_of_orders: null, taxes_refunded: '20' }, because: 'missing_kind' },
  ],
});
