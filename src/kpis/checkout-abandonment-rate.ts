import { orders } from '../measures/order.ts';
import {
  abandonedCheckouts,
  begunCheckouts,
  checkoutSessions,
  lostCheckouts,
  purchaseSessions,
} from '../measures/visit.ts';
import { either, minus, orElse, part, per, plus } from './formula.ts';
import { defineKpi } from './kpi.ts';

const noSessions = { purchase_sessions: null, checkout_sessions: null };
const noCheckouts = { lost_checkouts: null, begun_checkouts: null };

export default defineKpi({
  id: 'checkout_abandonment_rate',
  label: { en: 'Checkout abandonment rate', fr: "Taux d'abandon au paiement" },
  aliases: ['checkout_abandonment'],
  group: 'traffic',
  rank: 180,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the checkouts begun that were not completed: by sessions, else by a list of checkouts that says which were completed, on the day they began, else by a list of abandoned checkouts against that list and all orders together, marked `approx`. Carts that never reached the checkout are in cart_abandonment_rate.',
    fr: "Part des paiements commencés qui n'ont pas été finalisés\u00a0: d'après les visites, sinon d'après une liste de paiements qui indique lesquels ont été finalisés, au jour où ils ont commencé, sinon d'après une liste de paiements abandonnés, rapportée à la somme de cette liste et de toutes les commandes, et marquée `approx`. Les paniers qui n'ont jamais atteint le paiement relèvent de cart_abandonment_rate.",
  },
  nulls: {
    en: 'Null with `inconsistent_counts` where there are more purchases than checkouts.',
    fr: "Sans valeur (`inconsistent_counts`) s'il y a plus d'achats que de passages au paiement.",
  },
  source: 'http://goodcontent.org/digital-marketing/abandonment-rate/',
  formula: either(
    orElse(
      minus('1', per(part(purchaseSessions, checkoutSessions), checkoutSessions)),
      per(lostCheckouts, begunCheckouts),
    ),
    per(abandonedCheckouts, plus(abandonedCheckouts, orders)),
  ),
  examples: [
    { given: { purchase_sessions: '70', checkout_sessions: '140' }, gives: '0.5' },
    { given: { ...noSessions, lost_checkouts: '3', begun_checkouts: '5' }, gives: '0.6' },
    { given: { ...noSessions, ...noCheckouts, abandoned_checkouts: '30', orders: '90' }, gives: '0.25' },
    { given: { purchase_sessions: '5', checkout_sessions: '4' }, because: 'inconsistent_counts' },
    { given: { ...noSessions, ...noCheckouts, abandoned_checkouts: null, orders: '90' }, because: 'missing_kind' },
  ],
});
