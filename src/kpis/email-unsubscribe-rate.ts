import { deliveredUnsubscribes, unsubscribedDelivered } from '../measures/email.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'email_unsubscribe_rate',
  label: { en: 'Unsubscribe rate', fr: 'Taux de désabonnement' },
  aliases: ['unsubscribe_rate', 'unsubscription_rate'],
  group: 'acquisition',
  rank: 240,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'People who unsubscribed after a campaign, per message delivered.',
    fr: 'Personnes qui se sont désinscrites après une campagne, par message délivré.',
  },
  formula: per(deliveredUnsubscribes, unsubscribedDelivered),
  examples: [
    {
      given: { unsubscribes_with_delivered: '18', emails_delivered_with_unsubscribes: '11815' },
      gives: '0.00152348709268',
    },
    {
      given: { unsubscribes_with_delivered: '0', emails_delivered_with_unsubscribes: '0' },
      because: 'zero_denominator',
    },
    { given: { unsubscribes_with_delivered: null, emails_delivered_with_unsubscribes: null }, because: 'missing_kind' },
  ],
});
