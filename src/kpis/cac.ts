import { newCustomers } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';
import { marketingCost } from './shared-formulas.ts';

export default defineKpi({
  id: 'cac',
  label: { en: 'Customer acquisition cost, blended', fr: "Coût d'acquisition client (CAC)" },
  aliases: ['blended_cac', 'cout_acquisition', 'cout_d_acquisition', 'cout_acquisition_client'],
  group: 'acquisition',
  rank: 160,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Marketing cost per new customer, whichever channel brought them. Ads alone make it a media CAC, costs of agencies, tools and sales a fully loaded one: the basis is printed. Dividing by all customers is cac_all_customers, by orders cost_per_order.',
    fr: "Coûts marketing par nouveau client, tous canaux confondus. Avec la seule publicité, c'est un CAC média\u00a0; avec les coûts d'agence, d'outils et de vente, un CAC complet\u00a0: la base est indiquée. Rapportés à tous les clients, ces coûts donnent cac_all_customers\u00a0; aux commandes, cost_per_order.",
  },
  nulls: withoutHistory,
  source: 'https://webmasterid.com/analytics-metrics/blended-cac-metric',
  formula: per(marketingCost, newCustomers),
  basis: 'cac',
  examples: [
    { given: { ad_spend: '2000', other_marketing_cost: null, new_customers: '50' }, gives: '40' },
    { given: { ad_spend: '2000', other_marketing_cost: '500', new_customers: '60' }, gives: '41.6666666667' },
    { given: { ad_spend: '2000', other_marketing_cost: null, new_customers: '0' }, because: 'zero_denominator' },
    {
      given: { ad_spend: '2000', other_marketing_cost: null, new_customers: 'insufficient_history' },
      because: 'insufficient_history',
    },
  ],
});
