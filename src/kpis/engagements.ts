import { engagements } from '../measures/social.ts';
import { formula } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'engagements',
  label: { en: 'Engagements', fr: 'Interactions' },
  group: 'social',
  rank: 40,
  unit: 'count',
  direction: 'up',
  doc: {
    en: 'Likes, comments, shares and saves. Clicks are not among them, unless the network counts them in.',
    fr: "Mentions J'aime, commentaires, partages et enregistrements. Les clics n'y figurent pas, sauf si le réseau les y inclut.",
  },
  formula: formula(engagements),
  examples: [
    { given: { engagements: '1800' }, gives: '1800' },
    { given: { engagements: null }, because: 'missing_kind' },
  ],
});
