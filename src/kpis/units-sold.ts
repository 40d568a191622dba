import { units } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'units_sold',
  label: { en: 'Units sold', fr: 'Articles vendus' },
  aliases: ['units', 'items_sold', 'quantity_sold'],
  group: 'sales',
  rank: 100,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Pieces ordered, before returns. The net quantity that some reports show is not taken.',
    fr: "Nombre d'articles commandés, avant retours. La quantité nette qu'affichent certains rapports n'est pas retenue.",
  },
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: formula(units),
  examples: [
    { given: { units: '97' }, gives: '97' },
    { given: { units: null }, because: 'missing_kind' },
  ],
});
