import { firstReplyBusiness } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'first_reply_time_business',
  label: { en: 'First reply time, business hours', fr: 'Première réponse (heures ouvrées)' },
  group: 'service',
  rank: 60,
  unit: 'duration',
  direction: 'down',
  doc: {
    en: 'Median time to the first public reply of an agent, counting only the hours of `business_hours`. One schedule serves the whole span; first_reply_time goes by the clock.',
    fr: "Délai médian jusqu'à la première réponse publique d'un agent, en ne comptant que les heures de `business_hours`. Les mêmes horaires valent pour toute la durée\u00a0; first_reply_time est en heures calendaires.",
  },
  nulls: {
    en: 'Not known without `business_hours`, nor where no ticket of the period has a reply yet.',
    fr: "Non calculable sans `business_hours`, ou tant qu'aucun ticket de la période n'a reçu de réponse.",
  },
  source:
    'https://support.zendesk.com/hc/en-us/articles/5654110765338-How-does-Zendesk-record-its-business-hour-metrics',
  formula: formula(firstReplyBusiness),
  examples: [
    { given: { first_reply_business: '2700' }, gives: '2700' },
    { given: { first_reply_business: 'no_observations' }, because: 'no_observations' },
    { given: { first_reply_business: null }, because: 'missing_kind' },
  ],
});
