// Written by `npm run gen`.
import amazonAds from './amazon-ads.ts';
import amazonAdsSearchTerms from './amazon-ads-search-terms.ts';
import criteo from './criteo.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import googleAdsCards from './google-ads-cards.ts';
import linkedinAds from './linkedin-ads.ts';
import metaAds from './meta-ads.ts';
import microsoftAds from './microsoft-ads.ts';
import pinterestAds from './pinterest-ads.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import snapchatAds from './snapchat-ads.ts';
import type { Source } from './source.ts';
import tiktokAds from './tiktok-ads.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  amazonAds,
  amazonAdsSearchTerms,
  criteo,
  ga4Exploration,
  ga4Report,
  googleAds,
  googleAdsCards,
  linkedinAds,
  metaAds,
  microsoftAds,
  pinterestAds,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  snapchatAds,
  tiktokAds,
  woocommerceOrders,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
