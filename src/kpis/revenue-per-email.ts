import { deliveredRevenue, earningDelivered } from '../measures/email.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'revenue_per_email',
  label: { en: 'Revenue per email', fr: 'CA par e-mail délivré' },
  aliases: ['revenue_per_recipient', 'email_rpe'],
  group: 'acquisition',
  rank: 260,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'Revenue that the e-mail tool claims, per message delivered. Campaigns that report only one of the two are left out, and mark it `incomplete`.',
    fr: "Chiffre d'affaires que l'outil d'e-mailing s'attribue, par message délivré. Les campagnes qui n'indiquent que l'une des deux valeurs n'y entrent pas et le font marquer `incomplete`.",
  },
  formula: per(deliveredRevenue, earningDelivered),
  examples: [
    {
      given: { email_revenue_with_delivered: '1440', emails_delivered_with_revenue: '11815' },
      gives: '0.121878967414',
    },
    { given: { email_revenue_with_delivered: '0', emails_delivered_with_revenue: '0' }, because: 'zero_denominator' },
    { given: { email_revenue_with_delivered: null, emails_delivered_with_revenue: null }, because: 'missing_kind' },
  ],
});
