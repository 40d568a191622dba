import { grossSales } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'gross_sales',
  label: { en: 'Gross sales', fr: 'Ventes brutes' },
  near: ['sales', 'gmv', 'ventes'],
  group: 'sales',
  rank: 10,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Price of the items of valid orders, before discounts and returns, without tax and shipping. Some tools call the order total after discounts gross sales: that is not meant here.',
    fr: "Prix des articles des commandes valides, avant remises et retours, hors taxes et hors frais de port. Certains outils appellent «\u00a0ventes brutes\u00a0» le total de la commande après remises\u00a0: ce n'est pas le cas ici.",
  },
  source: 'https://intercom.help/polar-app/en/articles/6665698-shopify-terms-definitions',
  formula: formula(grossSales),
  examples: [
    { given: { gross_sales: '1250.50' }, gives: '1250.5' },
    { given: { gross_sales: '1234567890.123456' }, gives: '1234567890.123456' },
    { given: { gross_sales: '0' }, gives: '0' },
    { given: { gross_sales: null }, because: 'missing_kind' },
  ],
});
