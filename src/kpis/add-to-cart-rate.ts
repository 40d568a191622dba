import { cartSessions, sessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'add_to_cart_rate',
  label: { en: 'Add-to-cart rate', fr: "Taux d'ajout au panier" },
  aliases: ['atc_rate'],
  group: 'traffic',
  rank: 140,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the sessions that put something in the cart.',
    fr: 'Part des visites avec au moins un ajout au panier.',
  },
  source: 'https://shopify.dev/docs/api/shopifyql/latest/schemas/sessions_and_behavior/sessions',
  formula: per(cartSessions, sessions),
  examples: [
    { given: { cart_sessions: '280', sessions: '3500' }, gives: '0.08' },
    { given: { cart_sessions: '1', sessions: '6' }, gives: '0.166666666667' },
    { given: { cart_sessions: '0', sessions: '0' }, because: 'zero_denominator' },
  ],
});
