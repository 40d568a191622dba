import { newVisitors, visitors } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'new_visitor_share',
  label: { en: 'New visitor share', fr: 'Part de nouveaux visiteurs' },
  group: 'traffic',
  rank: 30,
  unit: 'ratio',
  direction: 'flat',
  doc: {
    en: 'Share of the visitors who came for the first time, as far as the analytics tool can recognise them.',
    fr: "Part des visiteurs venus pour la première fois, pour autant que l'outil de mesure d'audience sache les reconnaître.",
  },
  formula: per(newVisitors, visitors),
  examples: [
    { given: { new_visitors: '1960', visitors: '2800' }, gives: '0.7' },
    { given: { new_visitors: '2', visitors: '3' }, gives: '0.666666666667' },
    { given: { new_visitors: '0', visitors: '0' }, because: 'zero_denominator' },
  ],
});
