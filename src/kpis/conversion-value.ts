import { conversionValue } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'conversion_value',
  label: { en: 'Conversion value claimed by ads', fr: 'Valeur de conversion (régies)' },
  aliases: ['ad_revenue', 'conversions_value'],
  group: 'acquisition',
  rank: 94,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Value of the conversions that the ad platforms claim, the dividend of roas. Never added to sales.',
    fr: "Valeur des conversions que les régies s'attribuent, dividende de roas. Jamais ajoutée aux ventes.",
  },
  formula: formula(conversionValue),
  examples: [
    { given: { conversion_value: '5250' }, gives: '5250' },
    { given: { conversion_value: '0' }, gives: '0' },
    { given: { conversion_value: null }, because: 'missing_kind' },
  ],
});
