import { defineMeasure, field, filled } from './measure.ts';

const social = { over: 'social', at: 'date', aggregate: 'sum', unit: 'count' } as const;

export const followers = defineMeasure({
  ...social,
  id: 'followers',
  aggregate: 'last',
  value: field('followers'),
  where: filled('followers'),
  doc: 'The newest number of followers of each network, added up over networks (people who follow on two count twice).',
});

export const engagements = defineMeasure({
  ...social,
  id: 'engagements',
  value: field('engagements'),
  doc: 'Likes, comments, shares and saves.',
});
export const socialImpressions = defineMeasure({
  ...social,
  id: 'social_impressions',
  value: field('impressions'),
  doc: 'Times a post was shown.',
});
export const reach = defineMeasure({
  ...social,
  id: 'reach',
  value: field('reach'),
  doc: 'People reached, post by post.',
});
export const socialLinkClicks = defineMeasure({
  ...social,
  id: 'social_link_clicks',
  value: field('link_clicks'),
  doc: 'Clicks on links in posts.',
});
export const posts = defineMeasure({ ...social, id: 'posts', value: field('posts'), doc: 'Posts published.' });

const lead = { over: 'lead', at: 'created_at', aggregate: 'distinct', unit: 'count', value: field('person') } as const;

export const leads = defineMeasure({ ...lead, id: 'leads', doc: 'Different people who left their data.' });

export const convertedLeads = defineMeasure({
  ...lead,
  id: 'converted_leads',
  where: { op: 'within_days', name: 'first_order_gap', days: 'lead_window_days' },
  needs: ['first_order_gap'],
  matures: 'lead_window_days',
  doc: 'Leads whose first order came after they were created, within `lead_window_days`.',
});
