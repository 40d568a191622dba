import { resolution } from '../measures/ticket.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'resolution_time',
  label: { en: 'Full resolution time', fr: 'Temps de résolution' },
  aliases: ['time_to_resolution', 'ttr'],
  group: 'service',
  rank: 70,
  unit: 'duration',
  direction: 'down',
  doc: {
    en: 'Median time from creation to the last solve, of the tickets solved in the period. Once a ticket is reopened the first solve is another moment: that is first_resolution_time.',
    fr: "Délai médian entre la création et la dernière résolution, pour les tickets résolus pendant la période. Si un ticket est rouvert, sa première résolution est un autre moment\u00a0: c'est first_resolution_time.",
  },
  nulls: { en: 'Not known where no ticket was solved.', fr: "Non calculable si aucun ticket n'a été résolu." },
  source: 'https://support.zendesk.com/hc/en-us/articles/4408834848154-About-native-Support-time-duration-metrics',
  formula: formula(resolution),
  examples: [
    { given: { resolution: '86400' }, gives: '86400' },
    { given: { resolution: 'no_observations' }, because: 'no_observations' },
    { given: { resolution: null }, because: 'missing_kind' },
  ],
});
