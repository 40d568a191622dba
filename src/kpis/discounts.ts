import { discounts } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'discounts',
  label: { en: 'Discounts', fr: 'Remises' },
  aliases: ['discount'],
  group: 'sales',
  rank: 20,
  unit: 'money',
  direction: 'flat',
  doc: {
    en: 'Discounts by code or automatic, on lines and on whole orders, shown as a positive number. A crossed-out compare-at price is not a discount.',
    fr: "Remises obtenues avec un code ou automatiquement, sur des lignes ou sur la commande entière, en valeur positive. Un prix de référence barré n'est pas une remise.",
  },
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: formula(discounts),
  examples: [
    { given: { discounts: '125.05' }, gives: '125.05' },
    { given: { discounts: null }, because: 'missing_kind' },
  ],
});
