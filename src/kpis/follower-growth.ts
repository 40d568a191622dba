import { newFollowers } from '../measures/social.ts';
import { together } from './formula.ts';
import { defineKpi } from './kpi.ts';
import { followersGrown } from './shared-formulas.ts';

export default defineKpi({
  id: 'follower_growth',
  label: { en: 'Net new followers', fr: "Gain d'abonnés" },
  group: 'social',
  rank: 20,
  unit: 'count',
  direction: 'up',
  doc: {
    en: "Followers at the period's end less those at its start: gains after losses. Of a network without a number of followers, its own count of new followers; `approx` where that leaves the losses out.",
    fr: "Abonnés à la fin de la période moins abonnés au début\u00a0: les gains, pertes déduites. Pour un réseau dont le nombre d'abonnés est inconnu, son propre décompte de nouveaux abonnés\u00a0; `approx` s'il ne tient pas compte des pertes.",
  },
  nulls: {
    en: "Not known without a number from before the period's start, nor of a period that no file reaches; a network whose first number comes later is left out, and the sum of the others marked `incomplete`.",
    fr: "Non calculable sans un nombre d'abonnés antérieur au début de la période, ni pour une période qu'aucun fichier n'atteint\u00a0; un réseau dont le premier nombre vient plus tard est laissé de côté, et la somme des autres marquée `incomplete`.",
  },
  formula: together(followersGrown, newFollowers),
  examples: [
    {
      given: {
        'followers@until_start&to_date': '12500',
        'followers@until_start': '12000',
        new_followers: 'missing_kind',
      },
      gives: '500',
    },
    {
      given: { 'followers@until_start&to_date': '11900', 'followers@until_start': '12000', new_followers: '30' },
      gives: '-70',
    },
    {
      given: {
        'followers@until_start&to_date': 'missing_kind',
        'followers@until_start': 'missing_kind',
        new_followers: '-4',
      },
      gives: '-4',
    },
    {
      given: {
        'followers@until_start&to_date': '12500',
        'followers@until_start': 'insufficient_history',
        new_followers: 'missing_kind',
      },
      because: 'insufficient_history',
    },
    {
      given: { 'followers@until_start&to_date': null, 'followers@until_start': null, new_followers: null },
      because: 'missing_kind',
    },
  ],
});
