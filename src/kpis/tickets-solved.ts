import { ticketsSolved } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'tickets_solved',
  label: { en: 'Tickets solved', fr: 'Tickets résolus' },
  group: 'service',
  rank: 20,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Tickets whose last solve falls in the period, whenever they were created.',
    fr: 'Tickets dont la dernière résolution tombe dans la période, quelle que soit leur date de création.',
  },
  formula: formula(ticketsSolved),
  examples: [
    { given: { tickets_solved: '310' }, gives: '310' },
    { given: { tickets_solved: null }, because: 'missing_kind' },
  ],
});
