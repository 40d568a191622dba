import { returns } from '../measures/refund.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'returns',
  label: { en: 'Returns', fr: 'Retours et remboursements' },
  aliases: ['refunds', 'retours', 'remboursements'],
  group: 'sales',
  rank: 30,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Refunded item amounts, without tax and shipping, shown as a positive number. Booked on the day of the refund, not on that of its order, unless `refund_date: order` says so.',
    fr: 'Montants remboursés sur les articles, hors taxes et hors frais de port, en valeur positive. Ils sont comptés au jour du remboursement et non à celui de la commande, sauf avec `refund_date: order`.',
  },
  source: 'https://support.geckoboard.com/en/articles/6055572-how-geckoboard-calculates-your-shopify-metrics',
  formula: formula(returns),
  examples: [
    { given: { returns: '48.90' }, gives: '48.9' },
    { given: { returns: '0' }, gives: '0' },
    { given: { returns: null }, because: 'missing_kind' },
  ],
});
