import { followers } from '../measures/social.ts';
import { over, per, untilStart } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { followersGrown } from './shared-formulas.ts';

export default defineKpi({
  id: 'follower_growth_rate',
  label: { en: 'Follower growth rate', fr: 'Croissance des abonnés' },
  group: 'social',
  rank: 30,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Net new followers of the period as a share of the followers at its start, of the networks whose number of followers is known: new followers alone give no rate.',
    fr: "Gain net d'abonnés de la période, rapporté au nombre d'abonnés à son début, pour les réseaux dont ce nombre est connu\u00a0: des nouveaux abonnés seuls ne donnent pas de taux.",
  },
  nulls: {
    en: "Not known without a number from before the period's start, nor of a period that no file reaches; a network whose first number comes later is left out, and the rate of the others marked `incomplete`.",
    fr: "Non calculable sans un nombre d'abonnés antérieur au début de la période, ni pour une période qu'aucun fichier n'atteint\u00a0; un réseau dont le premier nombre vient plus tard est laissé de côté, et le taux des autres marqué `incomplete`.",
  },
  formula: per(followersGrown, over(followers, untilStart)),
  examples: [
    { given: { 'followers@until_start&to_date': '12500', 'followers@until_start': '12000' }, gives: '0.0416666666667' },
    { given: { 'followers@until_start&to_date': '11700', 'followers@until_start': '12000' }, gives: '-0.025' },
    { given: { 'followers@until_start&to_date': '20', 'followers@until_start': '0' }, because: 'zero_denominator' },
    {
      given: { 'followers@until_start&to_date': '12500', 'followers@until_start': 'insufficient_history' },
      because: 'insufficient_history',
    },
  ],
});
