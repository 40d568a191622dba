import cm2 from './cm2.ts';
import { goodsDelivered } from './example-operands.ts';
import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { sentences, withoutCosts } from './nulls.ts';
import { marketingCost } from './shared-formulas.ts';

export default defineKpi({
  id: 'contribution_margin',
  label: { en: 'Contribution margin (CM3)', fr: 'Marge de contribution' },
  aliases: ['cm3'],
  near: ['profit', 'net_profit'],
  group: 'sales',
  rank: 210,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'What is left of sales after goods, fulfilment, payment fees and marketing: the third layer (CM3). Companies draw these layers differently, so compare it only with figures calculated this way.',
    fr: "Ce qui reste des ventes une fois payés les marchandises, la logistique, les frais de paiement et le marketing\u00a0: le troisième niveau de marge (CM3). Chaque entreprise découpe ces niveaux à sa façon\u00a0: ne comparez ce chiffre qu'à d'autres calculés de la même manière.",
  },
  nulls: sentences(
    {
      en: 'Not known without cost rows and ad spend.',
      fr: "Non calculable s'il manque les lignes de coûts ou les dépenses publicitaires.",
    },
    withoutCosts,
  ),
  source: 'https://www.dema.ai/blog/contribution-margin-1-2-and-3-the-key-components-of-e-commerce-profitability',
  formula: minus(cm2, marketingCost),
  examples: [
    { given: goodsDelivered, gives: '220' },
    { given: { ...goodsDelivered, other_marketing_cost: null }, gives: '270' },
    { given: { ...goodsDelivered, ad_spend: null }, because: 'missing_kind' },
  ],
});
