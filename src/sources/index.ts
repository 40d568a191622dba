// Written by `npm run gen`.
import amazonAds from './amazon-ads.ts';
import amazonAdsSearchTerms from './amazon-ads-search-terms.ts';
import awinPerformance from './awin-performance.ts';
import awinTransactions from './awin-transactions.ts';
import criteo from './criteo.ts';
import fathom from './fathom.ts';
import ga4Bigquery from './ga4-bigquery.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import ga4Users from './ga4-users.ts';
import googleAds from './google-ads.ts';
import googleAdsCards from './google-ads-cards.ts';
import googleSearch from './google-search.ts';
import googleSearchQueries from './google-search-queries.ts';
import klaviyoCampaigns from './klaviyo-campaigns.ts';
import linkedinAds from './linkedin-ads.ts';
import mailchimpCampaigns from './mailchimp-campaigns.ts';
import matomoReports from './matomo-reports.ts';
import matomoVisits from './matomo-visits.ts';
import metaAds from './meta-ads.ts';
import microsoftAds from './microsoft-ads.ts';
import pinterestAds from './pinterest-ads.ts';
import plausibleDashboard from './plausible-dashboard.ts';
import plausibleExport from './plausible-export.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyFunnel from './shopify-funnel.ts';
import shopifyOrders from './shopify-orders.ts';
import shopifySessions from './shopify-sessions.ts';
import simpleAnalytics from './simple-analytics.ts';
import snapchatAds from './snapchat-ads.ts';
import type { Source } from './source.ts';
import tiktokAds from './tiktok-ads.ts';
import umami from './umami.ts';
import universalAnalytics from './universal-analytics.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  amazonAds,
  amazonAdsSearchTerms,
  awinPerformance,
  awinTransactions,
  criteo,
  fathom,
  ga4Bigquery,
  ga4Exploration,
  ga4Report,
  ga4Users,
  googleAds,
  googleAdsCards,
  googleSearch,
  googleSearchQueries,
  klaviyoCampaigns,
  linkedinAds,
  mailchimpCampaigns,
  matomoReports,
  matomoVisits,
  metaAds,
  microsoftAds,
  pinterestAds,
  plausibleDashboard,
  plausibleExport,
  shopifyAbandonedCheckouts,
  shopifyFunnel,
  shopifyOrders,
  shopifySessions,
  simpleAnalytics,
  snapchatAds,
  tiktokAds,
  umami,
  universalAnalytics,
  woocommerceOrders,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
