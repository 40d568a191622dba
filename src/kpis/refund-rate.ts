import { orderValueSum } from '../measures/order.ts';
import { returns } from '../measures/refund.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'refund_rate',
  label: { en: 'Refund rate (value)', fr: 'Taux de remboursement (valeur)' },
  near: ['return_rate', 'taux_de_retour'],
  group: 'sales',
  rank: 150,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Refunded item amounts of the period against the value of the orders made in it. The refunds are often those of earlier orders, so that a short period may exceed 1; it is never capped. The share of orders refunded is order_refund_rate.',
    fr: "Montants remboursés sur les articles pendant la période, rapportés à la valeur des commandes de cette même période. Les remboursements portent souvent sur des commandes antérieures\u00a0: sur une courte période, le taux peut dépasser 1, et il n'est jamais plafonné. La part des commandes remboursées est order_refund_rate.",
  },
  formula: per(returns, orderValueSum),
  examples: [
    { given: { returns: '48', order_value_sum: '960' }, gives: '0.05' },
    { given: { returns: '300', order_value_sum: '200' }, gives: '1.5' },
    { given: { returns: '5', order_value_sum: '0' }, because: 'zero_denominator' },
    { given: { returns: null, order_value_sum: '960' }, because: 'missing_kind' },
  ],
});
