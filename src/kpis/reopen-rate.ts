import { reopenedTickets, ticketsSolved } from '../measures/ticket.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'reopen_rate',
  label: { en: 'Reopen rate', fr: 'Taux de réouverture' },
  group: 'service',
  rank: 110,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the tickets solved in the period that had been reopened at least once.',
    fr: 'Part des tickets résolus pendant la période qui avaient été rouverts au moins une fois.',
  },
  formula: per(reopenedTickets, ticketsSolved),
  examples: [
    { given: { reopened_tickets: '31', tickets_solved: '310' }, gives: '0.1' },
    { given: { reopened_tickets: '0', tickets_solved: '0' }, because: 'zero_denominator' },
    { given: { reopened_tickets: null, tickets_solved: '310' }, because: 'missing_kind' },
  ],
});
