import contributionMargin from './contribution-margin.ts';
import { goodsDelivered, goodsSoldFor100 } from './example-operands.ts';
import { aboveZero, per } from './formula.ts';
import { defineKpi } from './kpi.ts';
import netSales from './net-sales.ts';
import { sentences, withoutCosts } from './nulls.ts';

const usual = {
  ...goodsSoldFor100,
  shipping_of_orders: '0',
  shipping_refunded: '0',
  fulfilment_cost: '5',
  payment_fees: '1',
  ad_spend: '20',
  other_marketing_cost: null,
};

export default defineKpi({
  id: 'contribution_margin_rate',
  label: { en: 'Contribution margin rate', fr: 'Taux de marge de contribution' },
  near: ['profit_margin'],
  group: 'sales',
  rank: 220,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Contribution margin (CM3) as a share of net sales.',
    fr: 'Marge de contribution (CM3) rapportée aux ventes nettes.',
  },
  nulls: sentences(
    {
      en: 'Not known where net sales are 0 or below, nor without cost rows and ad spend.',
      fr: "Non calculable si les ventes nettes sont égales ou inférieures à 0, ou s'il manque les lignes de coûts ou les dépenses publicitaires.",
    },
    withoutCosts,
  ),
  source: 'https://omegapoint.systems/omega/benchmarks/contribution-margin-cm1-2-3',
  formula: per(contributionMargin, aboveZero(netSales)),
  examples: [
    { given: goodsDelivered, gives: '0.258823529412' },
    { given: { ...usual, returns: '20' }, gives: '0.175' },
    { given: { ...usual, returns: '100' }, because: 'zero_denominator' },
    { given: { ...usual, returns: '130' }, because: 'negative_base' },
  ],
});
