import { linkedImpressions, shownLinkClicks } from '../measures/social.ts';
import { per } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'social_ctr',
  label: { en: 'Social click-through rate', fr: 'CTR social' },
  group: 'social',
  rank: 80,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: 'Clicks on links in posts, per impression of posts. Posts that report only one of the two are left out, and mark it `incomplete`. That of ads is ctr.',
    fr: "Clics sur les liens des publications, par impression de celles-ci. Les publications qui n'indiquent que l'une des deux valeurs n'y entrent pas et le font marquer `incomplete`. Celui des publicités est ctr.",
  },
  formula: per(shownLinkClicks, linkedImpressions),
  examples: [
    {
      given: { social_link_clicks_with_impressions: '540', social_impressions_with_link_clicks: '60000' },
      gives: '0.009',
    },
    {
      given: { social_link_clicks_with_impressions: '0', social_impressions_with_link_clicks: '0' },
      because: 'zero_denominator',
    },
    {
      given: { social_link_clicks_with_impressions: null, social_impressions_with_link_clicks: null },
      because: 'missing_kind',
    },
  ],
});
