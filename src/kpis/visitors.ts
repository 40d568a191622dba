import { visitors } from '../measures/visit.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'visitors',
  label: { en: 'Unique visitors', fr: 'Visiteurs uniques' },
  group: 'traffic',
  rank: 20,
  unit: 'count',
  direction: 'up',
  doc: 'Different visitors of the period. Unique visitors of single days or channels are never added up: whoever comes twice would count twice.',
  nulls:
    'Not known where only the uniques of shorter periods are: it takes visitor ids, or a number exported for exactly this period.',
  source: 'https://github.com/matomo-org/matomo/issues/8089',
  formula: formula(visitors),
  examples: [
    { given: { visitors: '2800' }, gives: '2800' },
    { given: { visitors: null }, gives: null, because: 'missing_kind' },
  ],
});
