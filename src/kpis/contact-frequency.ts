import { customerMessages, ticketsWithMessageCount } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'contact_frequency',
  label: { en: 'Contacts per solved ticket', fr: 'Fréquence de contact' },
  group: 'service',
  rank: 130,
  unit: 'decimal',
  direction: 'down',
  doc: {
    en: 'How often a customer wrote until the ticket was solved: 1 is at once. Tickets per order are contact_rate, per customer contacts_per_customer.',
    fr: 'Nombre de fois que le client a dû écrire avant la résolution de son ticket\u00a0: 1 signifie une résolution du premier coup. Les tickets par commande sont mesurés par contact_rate, les tickets par client par contacts_per_customer.',
  },
  nulls: {
    en: 'Where only reopens are known, each counts as one more message and the figure is marked `approx`. Tickets of which neither is known are left out of both sides.',
    fr: 'Si seules les réouvertures sont connues, chacune compte pour un message de plus et le chiffre est marqué `approx`. Les tickets dont ni les messages ni les réouvertures ne sont connus sont exclus du numérateur comme du dénominateur.',
  },
  formula: per(customerMessages, ticketsWithMessageCount),
  examples: [
    { given: { customer_messages: '465', tickets_with_message_count: '310' }, gives: '1.5' },
    { given: { customer_messages: '10', tickets_with_message_count: '6' }, gives: '1.66666666667' },
    { given: { customer_messages: '0', tickets_with_message_count: '0' }, because: 'zero_denominator' },
    { given: { customer_messages: null, tickets_with_message_count: '310' }, because: 'missing_kind' },
  ],
});
