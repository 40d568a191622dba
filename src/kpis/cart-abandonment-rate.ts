import { cartSessions, purchaseSessions } from '../measures/visit.ts';
import { minus, part, per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'cart_abandonment_rate',
  label: { en: 'Cart abandonment rate', fr: "Taux d'abandon de panier" },
  aliases: ['cart_abandonment', 'abandon_panier'],
  group: 'traffic',
  rank: 170,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: "Share of the sessions with a cart that did not end in a purchase. Shopify's list of abandoned checkouts does not measure it: see checkout_abandonment_rate.",
    fr: "Part des visites avec panier qui n'ont pas abouti à un achat. La liste des paiements abandonnés de Shopify mesure autre chose\u00a0: voir checkout_abandonment_rate.",
  },
  nulls: {
    en: 'Null with `inconsistent_counts` where there are more purchases than carts.',
    fr: "Sans valeur (`inconsistent_counts`) s'il y a plus d'achats que de paniers.",
  },
  source: 'https://www2.2checkout.com/ecommerce-glossary/cart-abandonment-rate',
  formula: minus('1', per(part(purchaseSessions, cartSessions), cartSessions)),
  examples: [
    { given: { purchase_sessions: '70', cart_sessions: '280' }, gives: '0.75' },
    { given: { purchase_sessions: '1', cart_sessions: '3' }, gives: '0.666666666667' },
    { given: { purchase_sessions: '0', cart_sessions: '0' }, because: 'zero_denominator' },
    { given: { purchase_sessions: '5', cart_sessions: '4' }, because: 'inconsistent_counts' },
  ],
});
