import { openTickets } from '../measures/ticket.ts';
import { over, toDate } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'backlog',
  label: { en: 'Backlog', fr: 'Tickets en attente' },
  group: 'service',
  rank: 30,
  unit: 'count',
  direction: 'down',
  doc: "Tickets created before the period's end and not solved at that moment. A snapshot: it is never added up over periods.",
  nulls: "Not known where the files tell only today's status and the period ends at another time.",
  formula: over(openTickets, toDate),
  examples: [
    { given: { 'open_tickets@to_date': '45' }, gives: '45' },
    { given: { 'open_tickets@to_date': '0' }, gives: '0' },
    { given: { 'open_tickets@to_date': null }, gives: null, because: 'missing_kind' },
  ],
});
