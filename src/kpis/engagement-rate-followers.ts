import { engagements, followers, posts, socialAccounts } from '../measures/social.ts';
import { alike, over, per, times, toDate } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'engagement_rate_followers',
  label: { en: 'Engagement rate by followers', fr: "Taux d'engagement (abonnés)" },
  group: 'social',
  rank: 70,
  unit: 'ratio',
  direction: 'up',
  doc: {
    en: "Engagements of an average post as a share of the followers at the period's end. Several networks have no common rate, because the posts of one are not for the followers of the other: see it by source. Variants by day instead of by post are not taken.",
    fr: "Interactions d'une publication moyenne, rapportées au nombre d'abonnés à la fin de la période. Plusieurs réseaux n'ont pas de taux commun, car les publications de l'un ne s'adressent pas aux abonnés de l'autre\u00a0: voyez-le par source. Les variantes par jour plutôt que par publication ne sont pas retenues.",
  },
  source: 'https://brain.napoleoncat.com/en/articles/1096078-what-is-engagement-rate-or-er',
  formula: alike(per(engagements, times(posts, over(followers, toDate))), over(socialAccounts, toDate)),
  examples: [
    {
      given: { engagements: '1800', posts: '12', 'followers@to_date': '12500', 'social_accounts@to_date': '1' },
      gives: '0.012',
    },
    {
      given: { engagements: '5', posts: '2', 'followers@to_date': '35', 'social_accounts@to_date': '1' },
      gives: '0.0714285714286',
    },
    {
      given: { engagements: '0', posts: '0', 'followers@to_date': '12500', 'social_accounts@to_date': '1' },
      because: 'zero_denominator',
    },
    {
      given: { engagements: '1800', posts: '12', 'followers@to_date': null, 'social_accounts@to_date': '1' },
      because: 'missing_kind',
    },
    {
      given: { engagements: '180', posts: '5', 'followers@to_date': '6010', 'social_accounts@to_date': '2' },
      because: 'not_identified',
    },
  ],
});
