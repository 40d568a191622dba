import { followers } from '../measures/social.ts';
import { inBoth, minus, over, toDate, untilStart } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'follower_growth',
  label: { en: 'Net new followers', fr: "Gain d'abonnés" },
  group: 'social',
  rank: 20,
  unit: 'count',
  direction: 'up',
  doc: {
    en: "Followers at the period's end less those at its start: gains after losses. A network's own count of new followers leaves the losses out.",
    fr: "Abonnés à la fin de la période moins abonnés au début\u00a0: les gains, pertes déduites. Le nombre de nouveaux abonnés qu'affiche un réseau ne tient pas compte des pertes.",
  },
  nulls: {
    en: "Not known without a number from before the period's start, nor of a period that no file reaches; a network whose first number comes later is left out, and the sum of the others marked `incomplete`.",
    fr: "Non calculable sans un nombre d'abonnés antérieur au début de la période, ni pour une période qu'aucun fichier n'atteint\u00a0; un réseau dont le premier nombre vient plus tard est laissé de côté, et la somme des autres marquée `incomplete`.",
  },
  formula: minus(inBoth(followers, untilStart, toDate), over(followers, untilStart)),
  examples: [
    { given: { 'followers@until_start&to_date': '12500', 'followers@until_start': '12000' }, gives: '500' },
    { given: { 'followers@until_start&to_date': '11900', 'followers@until_start': '12000' }, gives: '-100' },
    {
      given: { 'followers@until_start&to_date': '12500', 'followers@until_start': 'insufficient_history' },
      gives: null,
      because: 'insufficient_history',
    },
    {
      given: { 'followers@until_start&to_date': null, 'followers@until_start': null },
      gives: null,
      because: 'missing_kind',
    },
  ],
});
