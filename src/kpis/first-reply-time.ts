import { firstReply } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'first_reply_time',
  label: { en: 'First reply time', fr: 'Temps de première réponse' },
  group: 'service',
  rank: 40,
  unit: 'duration',
  direction: 'down',
  doc: 'Median time from creation to the first public reply of an agent, by the clock, of the tickets created in the period that have one. The mean, which a few forgotten tickets carry, is first_reply_time_mean; business hours are first_reply_time_business.',
  nulls: 'Not known where no ticket of the period has a reply yet.',
  source:
    'https://support.zendesk.com/hc/en-us/articles/4408821871642-Calculating-first-reply-time-Professional-and-Enterprise-',
  formula: formula(firstReply),
  examples: [
    { given: { first_reply: '5400' }, gives: '5400' },
    { given: { first_reply: 'no_observations' }, gives: null, because: 'no_observations' },
    { given: { first_reply: null }, gives: null, because: 'missing_kind' },
  ],
});
