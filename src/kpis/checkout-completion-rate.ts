import { checkoutSessions, purchaseSessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'checkout_completion_rate',
  label: { en: 'Checkout completion rate', fr: 'Taux de finalisation' },
  group: 'traffic',
  rank: 160,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Sessions that completed the checkout against those that reached it: the last step of the funnel.',
    fr: "Visites qui ont finalisé le paiement, rapportées à celles qui y sont parvenues\u00a0: c'est la dernière étape de l'entonnoir.",
  },
  source: 'https://shopify.dev/docs/api/shopifyql/latest/schemas/sessions_and_behavior/sessions',
  formula: per(purchaseSessions, checkoutSessions),
  examples: [
    { given: { purchase_sessions: '70', checkout_sessions: '140' }, gives: '0.5' },
    { given: { purchase_sessions: '2', checkout_sessions: '7' }, gives: '0.285714285714' },
    { given: { purchase_sessions: '0', checkout_sessions: '0' }, because: 'zero_denominator' },
  ],
});
