import averageOrderValue from './average-order-value.ts';
import cac from './cac.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

const usual = {
  order_value_sum: '6000',
  orders: '100',
  ad_spend: '2000',
  other_marketing_cost: null,
  new_customers: '50',
};

export default defineKpi({
  id: 'aov_cac_ratio',
  label: { en: 'First-order return on CAC', fr: 'Panier moyen / CAC' },
  aliases: ['aov_cac'],
  group: 'acquisition',
  rank: 190,
  unit: 'multiple',
  direction: 'up',
  doc: {
    en: 'Average order value against the CAC. Below 1 the revenue of a first order does not pay for the customer; the margin of it still less.',
    fr: "Panier moyen rapporté au CAC. En dessous de 1, le chiffre d'affaires d'une première commande ne rembourse pas l'acquisition du client\u00a0; sa marge, encore moins.",
  },
  nulls: { en: 'Null where the CAC is.', fr: "Sans valeur si le CAC n'en a pas." },
  formula: per(averageOrderValue, cac),
  basis: 'cac',
  examples: [
    { given: usual, gives: '1.5' },
    {
      given: {
        ...usual,
        order_value_sum: '100',
        orders: '3',
        ad_spend: '50',
        other_marketing_cost: '20',
        new_customers: '1',
      },
      gives: '0.47619047619',
    },
    { given: { ...usual, ad_spend: '0', other_marketing_cost: '0' }, because: 'zero_denominator' },
    { given: { ...usual, new_customers: 'insufficient_history' }, because: 'insufficient_history' },
  ],
});
