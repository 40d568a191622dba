import { cartSessions, checkoutSessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'checkout_reach_rate',
  label: { en: 'Reached-checkout rate', fr: "Taux d'accès au paiement" },
  group: 'traffic',
  rank: 150,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Sessions that reached the checkout against those that filled a cart: the step between the two. Sessions that reached it without a cart count too.',
    fr: "Visites parvenues au paiement, rapportées à celles qui ont rempli un panier\u00a0: c'est le passage d'une étape à l'autre. Les visites parvenues au paiement sans panier comptent aussi.",
  },
  source: 'https://shopify.dev/docs/api/shopifyql/latest/schemas/sessions_and_behavior/sessions',
  formula: per(checkoutSessions, cartSessions),
  examples: [
    { given: { checkout_sessions: '140', cart_sessions: '280' }, gives: '0.5' },
    { given: { checkout_sessions: '5', cart_sessions: '4' }, gives: '1.25' },
    { given: { checkout_sessions: '0', cart_sessions: '0' }, because: 'zero_denominator' },
  ],
});
