// Written by `npm run gen`.
import awinPerformance from './awin-performance.ts';
import awinTransactions from './awin-transactions.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import googleSearch from './google-search.ts';
import googleSearchQueries from './google-search-queries.ts';
import klaviyoCampaigns from './klaviyo-campaigns.ts';
import mailchimpCampaigns from './mailchimp-campaigns.ts';
import metaAds from './meta-ads.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import type { Source } from './source.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  awinPerformance,
  awinTransactions,
  ga4Exploration,
  ga4Report,
  googleAds,
  googleSearch,
  googleSearchQueries,
  klaviyoCampaigns,
  mailchimpCampaigns,
  metaAds,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  woocommerceOrders,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
