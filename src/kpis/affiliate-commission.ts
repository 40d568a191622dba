import { affiliateCommission } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'affiliate_commission',
  label: { en: 'Affiliate commission', fr: "Commissions d'affiliation" },
  aliases: ['commission', 'commissions', 'affiliate_cost'],
  group: 'acquisition',
  rank: 14,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Commissions of affiliates that were not declined, without the fee of the network. They are a cost of acquisition, and part of ad_spend.',
    fr: "Commissions des affiliés qui n'ont pas été refusées, sans les frais du réseau. C'est un coût d'acquisition, compris dans ad_spend.",
  },
  formula: formula(affiliateCommission),
  examples: [
    { given: { affiliate_commission: '12' }, gives: '12' },
    { given: { affiliate_commission: '0' }, gives: '0' },
    { given: { affiliate_commission: null }, because: 'missing_kind' },
  ],
});
