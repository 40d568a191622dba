import { ifKnown, plus } from './formula.ts';
import { defineKpi } from './kpi.ts';
import netSales from './net-sales.ts';
import { withoutRefunds } from './nulls.ts';
import shippingCharged from './shipping-charged.ts';
import taxes from './taxes.ts';

const usual = {
  gross_sales: '1000',
  discounts: '100',
  returns: '50',
  shipping_of_orders: '60',
  shipping_refunded: '5',
  taxes_of_orders: '200',
  taxes_refunded: '10',
};

export default defineKpi({
  id: 'total_sales',
  label: { en: 'Total sales', fr: 'Ventes totales (TTC)' },
  near: ['sales', 'gmv', 'ventes'],
  group: 'sales',
  rank: 70,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Net sales plus shipping charged and taxes: what customers paid and did not get back. Figures called total sales without shipping or before refunds are other ones.',
    fr: 'Ventes nettes plus frais de port facturés et taxes\u00a0: ce que les clients ont payé et qui ne leur a pas été rendu. Des «\u00a0ventes totales\u00a0» hors frais de port ou avant remboursements sont un autre chiffre.',
  },
  nulls: withoutRefunds,
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: plus(netSales, ifKnown(shippingCharged, 'no_discounts'), ifKnown(taxes, 'no_discounts')),
  examples: [
    { given: usual, gives: '1095' },
    { given: { ...usual, returns: null, shipping_refunded: null, taxes_refunded: null }, gives: '1160' },
    { given: { ...usual, shipping_of_orders: null }, gives: '1040' },
    { given: { ...usual, discounts: null, taxes_of_orders: null }, gives: '1005' },
    { given: { ...usual, gross_sales: null }, because: 'missing_kind' },
  ],
});
