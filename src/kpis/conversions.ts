import { conversions } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'conversions',
  label: { en: 'Conversions claimed by ads', fr: 'Conversions (régies)' },
  aliases: ['ad_conversions'],
  group: 'acquisition',
  rank: 64,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Conversions that the ad platforms claim, the divisor of cpa. Several platforms may claim one order: their sum may be above orders.',
    fr: "Conversions que les régies s'attribuent, diviseur de cpa. Plusieurs régies peuvent revendiquer une même commande\u00a0: leur somme peut dépasser orders.",
  },
  formula: formula(conversions),
  examples: [
    { given: { conversions: '62.5' }, gives: '62.5' },
    { given: { conversions: '0' }, gives: '0' },
    { given: { conversions: null }, because: 'missing_kind' },
  ],
});
