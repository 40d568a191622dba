// Written by `npm run gen`.
import facebookPosts from './facebook-posts.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import instagramPosts from './instagram-posts.ts';
import linkedinFollowerTotals from './linkedin-follower-totals.ts';
import linkedinFollowers from './linkedin-followers.ts';
import linkedinMetrics from './linkedin-metrics.ts';
import linkedinPosts from './linkedin-posts.ts';
import metaAds from './meta-ads.ts';
import metaPageFollowers from './meta-page-followers.ts';
import metaPageFollows from './meta-page-follows.ts';
import metaPageInteractions from './meta-page-interactions.ts';
import metaPageLinkClicks from './meta-page-link-clicks.ts';
import metaPageReach from './meta-page-reach.ts';
import metaPageViews from './meta-page-views.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import type { Source } from './source.ts';
import tiktokContent from './tiktok-content.ts';
import tiktokFollowers from './tiktok-followers.ts';
import tiktokOverview from './tiktok-overview.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import xContent from './x-content.ts';
import xOverview from './x-overview.ts';
import xTweetActivity from './x-tweet-activity.ts';
import youtubeTable from './youtube-table.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  facebookPosts,
  ga4Exploration,
  ga4Report,
  googleAds,
  instagramPosts,
  linkedinFollowerTotals,
  linkedinFollowers,
  linkedinMetrics,
  linkedinPosts,
  metaAds,
  metaPageFollowers,
  metaPageFollows,
  metaPageInteractions,
  metaPageLinkClicks,
  metaPageReach,
  metaPageViews,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  tiktokContent,
  tiktokFollowers,
  tiktokOverview,
  woocommerceOrders,
  xContent,
  xOverview,
  xTweetActivity,
  youtubeTable,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
