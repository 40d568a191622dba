import { visitors } from '../measures/visit.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'visitors',
  label: { en: 'Unique visitors', fr: 'Visiteurs uniques' },
  aliases: ['users', 'visiteurs'],
  group: 'traffic',
  rank: 20,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Distinct visitors of the period. Unique visitors of single days or channels are never added up: a visitor who comes twice would count twice.',
    fr: "Visiteurs distincts de la période. Les visiteurs uniques par jour ou par canal ne s'additionnent jamais\u00a0: qui vient deux fois compterait deux fois.",
  },
  nulls: {
    en: 'Not known where only the uniques of shorter periods are: it takes visitor ids, or a number exported for exactly this period.',
    fr: 'Non calculable si seuls les visiteurs uniques de périodes plus courtes sont connus\u00a0: il faut des identifiants de visiteur, ou un nombre exporté pour cette période exacte.',
  },
  source: 'https://github.com/matomo-org/matomo/issues/8089',
  formula: formula(visitors),
  examples: [
    { given: { visitors: '2800' }, gives: '2800' },
    { given: { visitors: null }, because: 'missing_kind' },
  ],
});
