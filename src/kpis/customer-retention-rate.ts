import { customers } from '../measures/order.ts';
import { activeBefore } from './example-operands.ts';
import { activeBeforeEnd, activeBeforeStart, inBoth, over, per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'customer_retention_rate',
  label: { en: 'Customer retention rate', fr: 'Taux de rétention' },
  aliases: ['retention', 'retention_rate', 'crr'],
  group: 'customers',
  rank: 80,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: "Of the customers with an order in the `active_days` before the period's start, the share with one in the `active_days` before its end. The textbook (E − N) / S also counts customers won back and may exceed 1: it is not taken.",
    fr: "Parmi les clients qui ont commandé dans les `active_days` jours précédant le début de la période, part de ceux qui ont commandé dans les `active_days` jours précédant sa fin. La formule des manuels, (E − N) / S, compte aussi les clients reconquis et peut dépasser 1\u00a0: elle n'est pas retenue.",
  },
  nulls: {
    en: 'Not known where the orders do not go back `active_days` before the period.',
    fr: 'Non calculable si les commandes ne remontent pas à `active_days` jours avant la période.',
  },
  source: 'https://blog2.attribuly.com/retention-rate-calculator-definition-formula-ecommerce',
  formula: per(inBoth(customers, activeBeforeStart, activeBeforeEnd), over(customers, activeBeforeStart)),
  examples: [
    { given: activeBefore('240', '180'), gives: '0.75' },
    { given: activeBefore('3', '2'), gives: '0.666666666667' },
    { given: activeBefore('0', '0'), because: 'zero_denominator' },
    { given: activeBefore('insufficient_history', 'insufficient_history'), because: 'insufficient_history' },
  ],
});
