import { deliveredOpens, openedDelivered } from '../measures/email.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'email_open_rate',
  label: { en: 'Email open rate', fr: "Taux d'ouverture" },
  aliases: ['open_rate', 'opening_rate', 'taux_ouverture'],
  group: 'acquisition',
  rank: 210,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Distinct people who opened a campaign, per message delivered. It is marked `approx`: mail programs that protect privacy open messages by themselves. Text messages, which nobody opens, are left out. So are campaigns that report only one of the two, which mark it `incomplete`.',
    fr: "Personnes distinctes qui ont ouvert une campagne, par message délivré. Il porte la marque `approx`\u00a0: les messageries qui protègent la vie privée ouvrent elles-mêmes les messages. Les SMS, que personne n'ouvre, n'y entrent pas. Les campagnes qui n'indiquent que l'une des deux valeurs non plus, et le font marquer `incomplete`.",
  },
  formula: per(deliveredOpens, openedDelivered),
  examples: [
    { given: { email_opens_with_delivered: '4100', emails_delivered_with_opens: '11815' }, gives: '0.347016504444' },
    { given: { email_opens_with_delivered: '0', emails_delivered_with_opens: '0' }, because: 'zero_denominator' },
    { given: { email_opens_with_delivered: null, emails_delivered_with_opens: null }, because: 'missing_kind' },
  ],
});
