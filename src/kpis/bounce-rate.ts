import engagementRateSessions from './engagement-rate-sessions.ts';
import { minus } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'bounce_rate',
  label: { en: 'Bounce rate', fr: 'Taux de rebond' },
  group: 'traffic',
  rank: 70,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the sessions without engagement, as GA4 has it: under ten seconds, no key event and a single view. Sessions of one page, however long, are bounce_rate_single_page; the two do not compare.',
    fr: "Part des visites sans engagement au sens de GA4\u00a0: moins de dix secondes, aucun événement clé et une seule page vue. Les visites d'une seule page, quelle qu'en soit la durée, sont mesurées par bounce_rate_single_page\u00a0; les deux taux ne se comparent pas.",
  },
  source: 'https://www.nicelookingdata.com/blog/ga4-engagement-rate-vs-bounce-rate',
  formula: minus('1', engagementRateSessions),
  examples: [
    { given: { engaged_sessions: '2100', sessions: '3500' }, gives: '0.4' },
    { given: { engaged_sessions: '2', sessions: '3' }, gives: '0.333333333333' },
    { given: { engaged_sessions: '0', sessions: '0' }, because: 'zero_denominator' },
    { given: { engaged_sessions: null, sessions: '3500' }, because: 'missing_kind' },
  ],
});
