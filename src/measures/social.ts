import { beside, defineMeasure, field, filled } from './measure.ts';

const social = { over: 'social', at: 'date', aggregate: 'sum', unit: 'count' } as const;

export const followers = defineMeasure({
  ...social,
  id: 'followers',
  aggregate: 'last',
  value: field('followers'),
  where: filled('followers'),
  doc: {
    en: 'The newest number of followers of each network, added up over networks (people who follow on two count twice).',
    fr: "Dernier nombre d'abonnés connu de chaque réseau, tous réseaux additionnés (qui est abonné sur deux réseaux compte deux fois).",
  },
});

export const newFollowers = defineMeasure({
  ...social,
  id: 'new_followers',
  aggregate: 'gained',
  value: field('gained'),
  needs: ['new_followers'],
  doc: {
    en: 'New followers less lost ones, as networks report them of which no file has the number of followers.',
    fr: "Abonnés gagnés moins abonnés perdus, selon les réseaux dont aucun fichier ne donne le nombre d'abonnés.",
  },
});

export const engagements = defineMeasure({
  ...social,
  id: 'engagements',
  value: field('engagements'),
  doc: { en: 'Likes, comments, shares and saves.', fr: "Mentions J'aime, commentaires, partages et enregistrements." },
});
export const socialImpressions = defineMeasure({
  ...social,
  id: 'social_impressions',
  value: field('impressions'),
  doc: { en: 'Times a post was shown.', fr: "Nombre d'affichages des publications." },
});
export const reach = defineMeasure({
  ...social,
  id: 'reach',
  value: field('reach'),
  doc: { en: 'People reached, post by post.', fr: 'Personnes touchées, publication par publication.' },
});
export const socialLinkClicks = defineMeasure({
  ...social,
  id: 'social_link_clicks',
  value: field('link_clicks'),
  doc: { en: 'Clicks on links in posts.', fr: 'Clics sur les liens des publications.' },
});
export const posts = defineMeasure({
  ...social,
  id: 'posts',
  value: field('posts'),
  doc: { en: 'Posts published.', fr: 'Publications mises en ligne.' },
});
export const socialAccounts = defineMeasure({
  ...social,
  id: 'social_accounts',
  aggregate: 'distinct',
  value: field('account_number'),
  doc: { en: 'Distinct networks, or accounts of one.', fr: "Réseaux distincts, ou comptes d'un même réseau." },
});

/* If a post has only one side of a rate, neither counts in it. */
export const reachedEngagements = defineMeasure({
  ...social,
  ...beside(engagements, 'engagements', 'reach'),
  id: 'engagements_with_reach',
  doc: { en: 'Engagements, where the reach is also reported.', fr: 'Interactions, si la portée est indiquée aussi.' },
});
export const engagedReach = defineMeasure({
  ...social,
  ...beside(reach, 'reach', 'engagements'),
  id: 'reach_with_engagements',
  doc: {
    en: 'People reached, where the engagements are also reported.',
    fr: 'Personnes touchées, si les interactions sont indiquées aussi.',
  },
});
export const shownEngagements = defineMeasure({
  ...social,
  ...beside(engagements, 'engagements', 'impressions'),
  id: 'engagements_with_impressions',
  doc: {
    en: 'Engagements, where the impressions are also reported.',
    fr: "Interactions, si le nombre d'affichages est indiqué aussi.",
  },
});
export const engagedImpressions = defineMeasure({
  ...social,
  ...beside(socialImpressions, 'impressions', 'engagements'),
  id: 'social_impressions_with_engagements',
  doc: {
    en: 'Times a post was shown, where the engagements are also reported.',
    fr: "Nombre d'affichages des publications, si les interactions sont indiquées aussi.",
  },
});
export const shownLinkClicks = defineMeasure({
  ...social,
  ...beside(socialLinkClicks, 'link_clicks', 'impressions'),
  id: 'social_link_clicks_with_impressions',
  doc: {
    en: 'Clicks on links in posts, where the impressions are also reported.',
    fr: "Clics sur les liens des publications, si le nombre d'affichages est indiqué aussi.",
  },
});
export const linkedImpressions = defineMeasure({
  ...social,
  ...beside(socialImpressions, 'impressions', 'link_clicks'),
  id: 'social_impressions_with_link_clicks',
  doc: {
    en: 'Times a post was shown, where the clicks on its links are also reported.',
    fr: "Nombre d'affichages des publications, si les clics sur leurs liens sont indiqués aussi.",
  },
});

const lead = { over: 'lead', at: 'created_at', aggregate: 'distinct', unit: 'count', value: field('person') } as const;

export const leads = defineMeasure({
  ...lead,
  id: 'leads',
  doc: { en: 'Distinct people who left their data.', fr: 'Personnes distinctes qui ont laissé leurs coordonnées.' },
});

export const convertedLeads = defineMeasure({
  ...lead,
  id: 'converted_leads',
  where: { op: 'within_days', name: 'first_order_gap', days: 'lead_window_days' },
  needs: ['first_order_gap'],
  matures: 'lead_window_days',
  doc: {
    en: 'Leads whose first order came after they were created, within `lead_window_days`.',
    fr: 'Leads dont la première commande a suivi leur création dans les `lead_window_days` jours.',
  },
});
