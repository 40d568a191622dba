import { orders } from '../measures/order.ts';
import { purchaseSessions, sessions } from '../measures/visit.ts';
import { either, per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'conversion_rate',
  label: { en: 'Conversion rate', fr: 'Taux de conversion' },
  aliases: ['cr', 'cvr', 'conversion', 'taux_conversion'],
  group: 'traffic',
  rank: 120,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Share of the sessions that completed a checkout. If no file has them it is orders per session, marked `approx`, which may exceed 1; the rate per visitor is visitor_conversion_rate.',
    fr: "Part des visites qui ont abouti à un paiement finalisé. Si aucun fichier ne les indique, c'est le nombre de commandes par visite, marqué `approx`, qui peut dépasser 1\u00a0; le taux par visiteur est visitor_conversion_rate.",
  },
  source: 'https://shopify.dev/docs/api/shopifyql/latest/schemas/sessions_and_behavior/sessions',
  formula: either(per(purchaseSessions, sessions), per(orders, sessions)),
  examples: [
    { given: { purchase_sessions: '70', sessions: '3500' }, gives: '0.02' },
    { given: { purchase_sessions: null, sessions: '3500', orders: '84' }, gives: '0.024' },
    { given: { purchase_sessions: '0', sessions: '0' }, because: 'zero_denominator' },
    { given: { purchase_sessions: '70', sessions: null, orders: '84' }, because: 'missing_kind' },
  ],
});
