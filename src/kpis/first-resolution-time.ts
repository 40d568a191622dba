import { firstResolution } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'first_resolution_time',
  label: { en: 'First resolution time', fr: 'Temps de première résolution' },
  group: 'service',
  rank: 80,
  unit: 'duration',
  direction: 'down',
  doc: {
    en: 'Median time from creation to the first solve, of the tickets solved in the period, even if they were reopened after it. Up to the last solve it is resolution_time.',
    fr: "Délai médian entre la création et la première résolution, pour les tickets résolus pendant la période, même s'ils ont été rouverts ensuite. Jusqu'à la dernière résolution, c'est resolution_time.",
  },
  nulls: { en: 'Not known where no ticket was solved.', fr: "Non calculable si aucun ticket n'a été résolu." },
  source: 'https://support.zendesk.com/hc/en-us/articles/4408834848154-About-native-Support-time-duration-metrics',
  formula: formula(firstResolution),
  examples: [
    { given: { first_resolution: '64800' }, gives: '64800' },
    { given: { first_resolution: 'no_observations' }, because: 'no_observations' },
    { given: { first_resolution: null }, because: 'missing_kind' },
  ],
});
