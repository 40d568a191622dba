import { clicks } from '../measures/spend.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'clicks',
  label: { en: 'Clicks', fr: 'Clics' },
  group: 'acquisition',
  rank: 30,
  unit: 'count',
  direction: 'up',
  doc: 'Clicks on ads. Meta exports all clicks and link clicks: link clicks are taken where a file has them, to compare with search ads; `click_basis: all` takes the others.',
  source: 'https://www.jonloomer.com/glossary/cpc-cost-per-click/',
  formula: formula(clicks),
  basis: 'clicks',
  examples: [
    { given: { clicks: '5000' }, gives: '5000' },
    { given: { clicks: '0' }, gives: '0' },
    { given: { clicks: null }, gives: null, because: 'missing_kind' },
  ],
});
