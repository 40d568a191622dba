import { conversions, convertedCost } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cpa',
  label: { en: 'Cost per action', fr: 'Coût par acquisition (CPA)' },
  aliases: ['cost_per_acquisition', 'cost_per_conversion'],
  group: 'acquisition',
  rank: 70,
  unit: 'money',
  direction: 'down',
  doc: {
    en: 'Ad spend per conversion that the ad platform claims. Platforms may claim the same order twice, and a conversion need not be a new customer: this is not the CAC. Ads of a platform that reports no conversions are left out, and mark it `incomplete`.',
    fr: "Dépenses publicitaires par conversion que la régie s'attribue. Plusieurs régies peuvent revendiquer la même commande, et une conversion n'est pas forcément un nouveau client\u00a0: ce n'est pas le CAC. Les publicités d'une régie qui n'indique pas de conversions n'y entrent pas et le font marquer `incomplete`.",
  },
  formula: per(convertedCost, conversions),
  examples: [
    { given: { ad_spend_with_conversions: '1250', conversions: '62.5' }, gives: '20' },
    { given: { ad_spend_with_conversions: '100', conversions: '0' }, because: 'zero_denominator' },
    { given: { ad_spend_with_conversions: '100', conversions: null }, because: 'missing_kind' },
  ],
});
