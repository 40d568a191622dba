import { customers } from '../measures/order.ts';
import { ticketsCreated } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'contacts_per_customer',
  label: { en: 'Tickets per ordering customer', fr: 'Contacts par client' },
  group: 'service',
  rank: 140,
  unit: 'decimal',
  direction: 'down',
  doc: {
    en: 'Tickets created, per customer who ordered in the period, whether they wrote or not. Dividing by the people who wrote, which is never below 1, is not taken.',
    fr: "Tickets créés par client ayant commandé pendant la période, qu'il ait écrit ou non. La division par le nombre de personnes qui ont écrit, dont le résultat n'est jamais inférieur à 1, n'est pas retenue.",
  },
  formula: per(ticketsCreated, customers),
  examples: [
    { given: { tickets_created: '320', customers: '6400' }, gives: '0.05' },
    { given: { tickets_created: '5', customers: '9' }, gives: '0.555555555556' },
    { given: { tickets_created: '5', customers: '0' }, because: 'zero_denominator' },
  ],
});
