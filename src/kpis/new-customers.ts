import { newCustomers } from '../measures/order.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { withoutHistory } from './nulls.ts';

export default defineKpi({
  id: 'new_customers',
  label: { en: 'New customers', fr: 'Nouveaux clients' },
  aliases: ['first_time_customers'],
  group: 'customers',
  rank: 20,
  unit: 'count',
  direction: 'up',
  doc: {
    en: "Customers whose first valid order in all the files falls in the period, in the row of that order. A customer who orders for the first time in the period but had ordered before it is not new. Where no file has customer keys, orders that the shop marks as a new customer's count.",
    fr: "Clients dont la première commande valide, tous fichiers confondus, tombe dans la période\u00a0; ils comptent dans la ligne de cette commande. Qui commande pendant la période mais avait déjà commandé auparavant n'est pas nouveau. Si aucun fichier n'identifie les clients, ce sont les commandes que la boutique signale comme celles d'un nouveau client.",
  },
  nulls: withoutHistory,
  source: 'https://community.shopify.com/t/how-is-the-returning-customer-rate-calculated-in-analytics/217973',
  formula: formula(newCustomers),
  examples: [
    { given: { new_customers: '50' }, gives: '50' },
    { given: { new_customers: 'insufficient_history' }, because: 'insufficient_history' },
    { given: { new_customers: null }, because: 'missing_kind' },
  ],
});
