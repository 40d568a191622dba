import { conversionValue, valuedCost } from '../measures/spend.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'roas',
  label: { en: 'Return on ad spend', fr: 'ROAS' },
  group: 'acquisition',
  rank: 100,
  unit: 'multiple',
  direction: 'up',
  doc: {
    en: 'Value of the conversions that the ad platform claims, per unit of ad spend. Against the sales of the shop itself it is mer. Ads of a platform that reports no value are left out, and mark it `incomplete`.',
    fr: "Valeur des conversions que la régie s'attribue, rapportée aux dépenses publicitaires. Avec les ventes de la boutique elle-même, c'est mer. Les publicités d'une régie qui n'indique pas de valeur n'y entrent pas et le font marquer `incomplete`.",
  },
  formula: per(conversionValue, valuedCost),
  examples: [
    { given: { conversion_value: '5250', ad_spend_with_conversion_value: '1250' }, gives: '4.2' },
    { given: { conversion_value: '100', ad_spend_with_conversion_value: '30' }, gives: '3.33333333333' },
    { given: { conversion_value: '0', ad_spend_with_conversion_value: '0' }, because: 'zero_denominator' },
  ],
});
