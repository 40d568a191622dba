import { socialImpressions, socialLinkClicks } from '../measures/social.ts';
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
    en: 'Clicks on links in posts, per impression of posts. That of ads is ctr.',
    fr: 'Clics sur les liens des publications, par impression de celles-ci. Celui des publicités est ctr.',
  },
  formula: per(socialLinkClicks, socialImpressions),
  examples: [
    { given: { social_link_clicks: '540', social_impressions: '60000' }, gives: '0.009' },
    { given: { social_link_clicks: '0', social_impressions: '0' }, gives: null, because: 'zero_denominator' },
    { given: { social_link_clicks: null, social_impressions: '60000' }, gives: null, because: 'missing_kind' },
  ],
});
