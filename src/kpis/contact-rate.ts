import { orders } from '../measures/order.ts';
import { ticketsCreated } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'contact_rate',
  label: { en: 'Contact rate (tickets per order)', fr: 'Taux de contact' },
  group: 'service',
  rank: 120,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Tickets created, per valid order of the period, whatever order they are about. Messages per ticket are contact_frequency.',
    fr: 'Tickets créés par commande valide de la période, quelle que soit la commande dont ils parlent. Le nombre de messages par ticket est contact_frequency.',
  },
  source: 'https://tryopendesk.com/blog/tickets-per-order',
  formula: per(ticketsCreated, orders),
  examples: [
    { given: { tickets_created: '320', orders: '8000' }, gives: '0.04' },
    { given: { tickets_created: '5', orders: '90' }, gives: '0.0555555555556' },
    { given: { tickets_created: '5', orders: '0' }, because: 'zero_denominator' },
  ],
});
