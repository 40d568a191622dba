import { orders } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { marketingCost } from './shared-formulas.ts';

export default defineKpi({
  id: 'cost_per_order',
  label: { en: 'Cost per order', fr: 'Coût par commande' },
  group: 'acquisition',
  rank: 80,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Marketing cost per valid order, of new and existing customers alike. Some tools call this CAC or CPA; here the CAC counts new customers only.',
    fr: "Coûts marketing par commande valide, nouveaux clients et clients existants confondus. Certains outils l'appellent CAC ou CPA\u00a0; ici, le CAC ne compte que les nouveaux clients.",
  },
  source: 'https://docs.chartcastr.com/integrations/sources/triple-whale/available-charts',
  formula: per(marketingCost, orders),
  examples: [
    { given: { ad_spend: '1200', other_marketing_cost: '300', orders: '120' }, gives: '12.5' },
    { given: { ad_spend: '1200', other_marketing_cost: null, orders: '90' }, gives: '13.3333333333' },
    { given: { ad_spend: '1200', other_marketing_cost: '300', orders: '0' }, because: 'zero_denominator' },
    { given: { ad_spend: null, other_marketing_cost: '300', orders: '120' }, because: 'missing_kind' },
  ],
});
