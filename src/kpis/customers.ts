import { customers } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'customers',
  label: { en: 'Active customers', fr: 'Clients actifs' },
  aliases: ['buyers', 'clients'],
  group: 'customers',
  rank: 10,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Distinct customers with a valid order in the period, guests included, distinguished by e-mail, else customer id, else phone. Orders without any of these do not count here.',
    fr: "Clients distincts ayant passé une commande valide pendant la période, achats sans compte compris, identifiés par l'e-mail, à défaut par l'identifiant client, à défaut par le téléphone. Les commandes sans aucun des trois ne comptent pas ici.",
  },
  source: 'https://help.metorik.com/article/37-why-dont-the-totals-in-woocommerce-reports-match-metorik-reports',
  formula: formula(customers),
  examples: [
    { given: { customers: '160' }, gives: '160' },
    { given: { customers: '0' }, gives: '0' },
    { given: { customers: null }, because: 'missing_kind' },
  ],
});
