import { orders, units } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'items_per_order',
  label: { en: 'Items per order (UPT)', fr: 'Articles par commande' },
  aliases: ['upt', 'ipo', 'units_per_transaction', 'units_per_order', 'items_per_transaction'],
  group: 'sales',
  rank: 130,
  unit: 'decimal',
  direction: 'up',
  doc: {
    en: 'Pieces ordered, per valid order. Returned pieces stay in, as they do in the average order value; the net quantity of other reports is not taken.',
    fr: "Nombre d'articles commandés par commande valide. Les articles retournés restent comptés, comme dans le panier moyen\u00a0; la quantité nette d'autres rapports n'est pas retenue.",
  },
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: per(units, orders),
  examples: [
    { given: { units: '97', orders: '42' }, gives: '2.30952380952' },
    { given: { units: '0', orders: '0' }, because: 'zero_denominator' },
    { given: { units: null, orders: '42' }, because: 'missing_kind' },
  ],
});
