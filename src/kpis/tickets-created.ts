import { ticketsCreated } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'tickets_created',
  label: { en: 'Tickets created', fr: 'Tickets créés' },
  aliases: ['tickets'],
  group: 'service',
  rank: 10,
  unit: 'count',
  direction: 'down',
  doc: {
    en: 'Tickets created in the period. Spam, merged and deleted ones are left out.',
    fr: 'Tickets créés pendant la période. Les spams et les tickets fusionnés ou supprimés sont exclus.',
  },
  formula: formula(ticketsCreated),
  examples: [
    { given: { tickets_created: '320' }, gives: '320' },
    { given: { tickets_created: '0' }, gives: '0' },
    { given: { tickets_created: null }, because: 'missing_kind' },
  ],
});
