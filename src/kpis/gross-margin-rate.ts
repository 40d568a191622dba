import { goodsSold, goodsSoldFor100 } from './example-operands.ts';
import { aboveZero, per } from './formula.ts';
import grossMargin from './gross-margin.ts';
import { defineKpi } from './kpi.ts';
import netSales from './net-sales.ts';
import { sentences, withoutCosts } from './nulls.ts';

export default defineKpi({
  id: 'gross_margin_rate',
  label: { en: 'Gross margin rate', fr: 'Taux de marge brute' },
  near: ['profit_margin', 'margin_rate', 'taux_de_marge'],
  group: 'sales',
  rank: 180,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Gross margin as a share of net sales. The rate on cost, which French accounting calls taux de marge, is markup_rate.',
    fr: "Marge brute rapportée aux ventes nettes, soit le taux de marque de la comptabilité française. Le taux rapporté au coût, qu'elle appelle taux de marge, est markup_rate.",
  },
  nulls: sentences(
    {
      en: 'Not known where net sales are 0 or below.',
      fr: 'Non calculable si les ventes nettes sont égales ou inférieures à 0.',
    },
    withoutCosts,
  ),
  formula: per(grossMargin, aboveZero(netSales)),
  examples: [
    { given: { ...goodsSoldFor100, ...goodsSold }, gives: '0.552941176471' },
    { given: { ...goodsSoldFor100, returns: '60' }, gives: '0' },
    { given: { ...goodsSoldFor100, returns: '100' }, because: 'zero_denominator' },
    { given: { ...goodsSoldFor100, returns: '130' }, because: 'negative_base' },
  ],
});
