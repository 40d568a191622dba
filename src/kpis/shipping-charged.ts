import { shippingOfOrders } from '../measures/order.ts';
import { shippingRefunded } from '../measures/refund.ts';
import { ifKnown, minus } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'shipping_charged',
  label: { en: 'Shipping charged', fr: 'Frais de port facturés' },
  aliases: ['shipping', 'frais_de_port'],
  group: 'sales',
  rank: 50,
  unit: 'money',
  direction: 'flat',
  doc: {
    en: 'Shipping that customers paid, less shipping that was refunded, without tax. What the parcels cost the shop is not in it.',
    fr: "Frais de port payés par les clients, moins ceux qui leur ont été remboursés, hors taxes. Ce que l'expédition coûte à la boutique n'y figure pas.",
  },
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: minus(shippingOfOrders, ifKnown(shippingRefunded, 'no_refunds')),
  examples: [
    { given: { shipping_of_orders: '59.40', shipping_refunded: '4.90' }, gives: '54.5' },
    { given: { shipping_of_orders: '59.40', shipping_refunded: null }, gives: '59.4' },
    { given: { shipping_of_orders: null, shipping_refunded: '4.90' }, because: 'missing_kind' },
  ],
});
