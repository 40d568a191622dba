import { clickedDelivered, deliveredClicks } from '../measures/email.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'email_click_rate',
  label: { en: 'Email click rate', fr: 'Taux de clics e-mail' },
  aliases: ['email_ctr', 'newsletter_click_rate'],
  group: 'acquisition',
  rank: 220,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Distinct people who clicked in a campaign, per message delivered. Rates of the tool are not read: they are rounded, and some are per recipient.',
    fr: "Personnes distinctes qui ont cliqué dans une campagne, par message délivré. Les taux de l'outil ne sont pas lus\u00a0: ils sont arrondis, et certains se rapportent aux destinataires.",
  },
  formula: per(deliveredClicks, clickedDelivered),
  examples: [
    { given: { email_clicks_with_delivered: '310', emails_delivered_with_clicks: '11815' }, gives: '0.0262378332628' },
    { given: { email_clicks_with_delivered: '0', emails_delivered_with_clicks: '0' }, because: 'zero_denominator' },
    { given: { email_clicks_with_delivered: null, emails_delivered_with_clicks: null }, because: 'missing_kind' },
  ],
});
