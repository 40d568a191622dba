import { orders, refundedOrders } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'order_refund_rate',
  label: { en: 'Refunded order rate', fr: 'Taux de commandes remboursées' },
  near: ['return_rate', 'taux_de_retour'],
  group: 'sales',
  rank: 160,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the orders of the period that have been refunded, in part or whole, whenever that was. It still rises until the return window has closed, and is marked `provisional` until then.',
    fr: "Part des commandes de la période qui ont été remboursées, en tout ou en partie, à quelque date que ce soit. Ce taux monte encore tant que le délai de retour n'est pas écoulé\u00a0; d'ici là, il est marqué `provisional`.",
  },
  formula: per(refundedOrders, orders),
  settles: 'return_window_days',
  examples: [
    { given: { refunded_orders: '3', orders: '40' }, gives: '0.075' },
    { given: { refunded_orders: '1', orders: '7' }, gives: '0.142857142857' },
    { given: { refunded_orders: '0', orders: '0' }, because: 'zero_denominator' },
  ],
});
