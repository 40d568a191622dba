import { followers } from '../measures/social.ts';
import { over, toDate } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'followers',
  label: { en: 'Followers', fr: 'Abonnés' },
  group: 'social',
  rank: 10,
  unit: 'count',
  direction: 'up',
  doc: {
    en: "Followers at the period's end: the newest number of each network up to then, added up. Anyone who follows on two networks counts twice, so it is an audience, not a number of people. Marked `incomplete` before the first number of a network.",
    fr: "Abonnés à la fin de la période\u00a0: le dernier nombre connu de chaque réseau à cette date, tous réseaux additionnés. Qui est abonné sur deux réseaux compte deux fois\u00a0: c'est une audience cumulée, non un nombre de personnes. Marqué `incomplete` avant le premier nombre d'un réseau.",
  },
  formula: over(followers, toDate),
  examples: [
    { given: { 'followers@to_date': '12500' }, gives: '12500' },
    { given: { 'followers@to_date': null }, because: 'missing_kind' },
  ],
});
