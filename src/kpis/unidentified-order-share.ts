import { identifiedOrders, orders } from '../measures/order.ts';
import { minus, per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'unidentified_order_share',
  label: { en: 'Unidentified order share', fr: 'Part des commandes sans client identifié' },
  group: 'customers',
  rank: 190,
  unit: 'ratio',
  direction: 'flat',
  doc: {
    en: 'Share of the valid orders without e-mail, customer id and phone. They count in sales and orders, but in no figure about customers.',
    fr: 'Part des commandes valides sans e-mail, ni identifiant client, ni téléphone. Elles comptent dans les ventes et les commandes, mais dans aucun chiffre sur les clients.',
  },
  formula: minus('1', per(identifiedOrders, orders)),
  examples: [
    { given: { identified_orders: '380', orders: '400' }, gives: '0.05' },
    { given: { identified_orders: '1', orders: '3' }, gives: '0.666666666667' },
    { given: { identified_orders: '0', orders: '0' }, because: 'zero_denominator' },
    { given: { identified_orders: null, orders: '400' }, because: 'missing_kind' },
  ],
});
