import { sessions, singlePageSessions } from '../measures/visit.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'bounce_rate_single_page',
  label: { en: 'Single-page bounce rate', fr: 'Taux de rebond (page unique)' },
  group: 'traffic',
  rank: 80,
  unit: 'ratio',
  direction: 'down',
  doc: {
    en: 'Share of the sessions that saw a single page, as Universal Analytics had it. The share without engagement, which GA4 calls bounce rate, is bounce_rate.',
    fr: "Part des visites d'une seule page, comme la calculait Universal Analytics. La part des visites sans engagement, que GA4 appelle taux de rebond, est bounce_rate.",
  },
  source: 'https://www.ga4audits.com/blog/ga4-engagement-rate-explained',
  formula: per(singlePageSessions, sessions),
  examples: [
    { given: { single_page_sessions: '1575', sessions: '3500' }, gives: '0.45' },
    { given: { single_page_sessions: '0', sessions: '0' }, because: 'zero_denominator' },
    { given: { single_page_sessions: null, sessions: '3500' }, because: 'missing_kind' },
  ],
});
