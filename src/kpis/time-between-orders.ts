import { orderGap } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'time_between_orders',
  label: { en: 'Time between orders', fr: 'Délai entre commandes' },
  group: 'customers',
  rank: 110,
  unit: 'duration',
  direction: 'down',
  doc: {
    en: 'Median time since the same customer’s order before, over the orders of the period that have one. A median, so that a few long gaps do not carry it.',
    fr: "Délai médian depuis la commande précédente du même client, pour les commandes de la période qui en ont une. C'est une médiane, afin que quelques délais très longs ne faussent pas le résultat.",
  },
  nulls: {
    en: 'Not known where no customer of the period has an order before.',
    fr: "Non calculable si aucun client de la période n'a de commande précédente.",
  },
  formula: formula(orderGap),
  examples: [
    { given: { order_gap: '2592000' }, gives: '2592000' },
    { given: { order_gap: '43200.5' }, gives: '43200.5' },
    { given: { order_gap: 'no_observations' }, because: 'no_observations' },
  ],
});
