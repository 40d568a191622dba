import { emailRevenue } from '../measures/email.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'email_revenue',
  label: { en: 'Revenue claimed by email', fr: 'CA attribué aux e-mails' },
  group: 'acquisition',
  rank: 250,
  unit: 'money',
  direction: 'up',
  doc: {
    en: 'What the e-mail tool attributes to its campaigns, within its own window after an open or a click. It is a claim: never added to sales, and not comparable with the claim of another tool. It still grows for days after a campaign.',
    fr: "Ce que l'outil d'e-mailing attribue à ses campagnes, dans sa propre fenêtre après une ouverture ou un clic. C'est une revendication\u00a0: jamais ajoutée aux ventes, ni comparable à celle d'un autre outil. Elle augmente encore pendant des jours après l'envoi.",
  },
  formula: formula(emailRevenue),
  examples: [
    { given: { email_revenue: '1440' }, gives: '1440' },
    { given: { email_revenue: '0' }, gives: '0' },
    { given: { email_revenue: null }, because: 'missing_kind' },
  ],
});
