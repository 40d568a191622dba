import { customers, identifiedOrders } from '../measures/order.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'purchase_frequency',
  label: { en: 'Purchase frequency', fr: "Fréquence d'achat" },
  aliases: ['order_frequency'],
  group: 'customers',
  rank: 100,
  unit: 'decimal',
  direction: 'up',
  doc: {
    en: 'Orders per customer of the period; orders whose customer is not known are left out. It grows with the length of the period.',
    fr: 'Nombre de commandes par client de la période\u00a0; les commandes dont le client est inconnu sont exclues. Cette fréquence croît avec la longueur de la période.',
  },
  formula: per(identifiedOrders, customers),
  examples: [
    { given: { identified_orders: '200', customers: '160' }, gives: '1.25' },
    { given: { identified_orders: '10', customers: '7' }, gives: '1.42857142857' },
    { given: { identified_orders: '0', customers: '0' }, because: 'zero_denominator' },
  ],
});
