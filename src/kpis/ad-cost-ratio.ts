import { orderValueSum } from '../measures/order.ts';
import { adSpend } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'ad_cost_ratio',
  label: { en: 'Ad cost ratio (ACOS-like)', fr: 'Part des dépenses publicitaires' },
  aliases: ['tacos'],
  near: ['acos'],
  group: 'acquisition',
  rank: 120,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Ad spend as a share of the value of all orders: the inverse of mer, and the form that Triple Whale calls MER. The ACOS of a marketplace divides by the sales that ads claim.',
    fr: "Dépenses publicitaires rapportées à la valeur de toutes les commandes\u00a0: c'est l'inverse de mer, et ce que Triple Whale appelle MER. L'ACOS d'une place de marché divise, lui, par les ventes attribuées aux publicités.",
  },
  source: 'https://kb.triplewhale.com/en/articles/6127778-summary-page-metrics-library',
  formula: per(adSpend, orderValueSum),
  examples: [
    { given: { ad_spend: '1200', order_value_sum: '6000' }, gives: '0.2' },
    { given: { ad_spend: '70', order_value_sum: '90' }, gives: '0.777777777778' },
    { given: { ad_spend: '1200', order_value_sum: '0' }, because: 'zero_denominator' },
  ],
});
