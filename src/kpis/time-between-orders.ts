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
  doc: 'Median time since the same customer’s order before, over the orders of the period that have one. A median, so that a few long gaps do not carry it.',
  nulls: 'Not known where no customer of the period has an order before.',
  formula: formula(orderGap),
  examples: [
    { given: { order_gap: '2592000' }, gives: '2592000' },
    { given: { order_gap: '43200.5' }, gives: '43200.5' },
    { given: { order_gap: 'no_observations' }, gives: null, because: 'no_observations' },
  ],
});
