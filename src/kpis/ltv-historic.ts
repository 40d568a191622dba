import { customers, identifiedValue } from '../measures/order.ts';
import { identifiedReturns } from '../measures/refund.ts';
import { ifKnown, minus, per, toDate, within } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutRefunds } from './nulls.ts';

export default defineKpi({
  id: 'ltv_historic',
  label: { en: 'Historic LTV', fr: 'LTV historique' },
  group: 'customers',
  rank: 140,
  unit: 'money',
  direction: 'up',
  doc: {
    en: "Net sales of all known customers from the beginning of the data to the period's end, per customer. It says what customers have spent so far and projects nothing.",
    fr: "Ventes nettes de tous les clients connus, du début des données à la fin de la période, par client. Ce chiffre dit ce que les clients ont dépensé jusqu'ici et ne projette rien.",
  },
  nulls: withoutRefunds,
  source: 'https://help.metorik.com/article/75-metorik-woocommerce-terminology',
  formula: within(per(minus(identifiedValue, ifKnown(identifiedReturns, 'no_refunds')), customers), toDate),
  examples: [
    {
      given: { 'identified_value@to_date': '50000', 'identified_returns@to_date': '2000', 'customers@to_date': '600' },
      gives: '80',
    },
    {
      given: { 'identified_value@to_date': '50000', 'identified_returns@to_date': null, 'customers@to_date': '600' },
      gives: '83.3333333333',
    },
    {
      given: { 'identified_value@to_date': '0', 'identified_returns@to_date': '0', 'customers@to_date': '0' },
      because: 'zero_denominator',
    },
    {
      given: { 'identified_value@to_date': null, 'identified_returns@to_date': '2000', 'customers@to_date': null },
      because: 'missing_kind',
    },
  ],
});
