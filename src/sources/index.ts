// Written by `npm run gen`.
import amazonAds from './amazon-ads.ts';
import amazonAdsSearchTerms from './amazon-ads-search-terms.ts';
import bigcommerceOrders from './bigcommerce-orders.ts';
import criteo from './criteo.ts';
import fathom from './fathom.ts';
import ga4Bigquery from './ga4-bigquery.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import ga4Users from './ga4-users.ts';
import googleAds from './google-ads.ts';
import googleAdsCards from './google-ads-cards.ts';
import linkedinAds from './linkedin-ads.ts';
import magentoOrders from './magento-orders.ts';
import matomoReports from './matomo-reports.ts';
import matomoVisits from './matomo-visits.ts';
import metaAds from './meta-ads.ts';
import microsoftAds from './microsoft-ads.ts';
import odooOrders from './odoo-orders.ts';
import pinterestAds from './pinterest-ads.ts';
import plausibleDashboard from './plausible-dashboard.ts';
import plausibleExport from './plausible-export.ts';
import prestashopOrders from './prestashop-orders.ts';
import prestashopSql from './prestashop-sql.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyFunnel from './shopify-funnel.ts';
import shopifyOrders from './shopify-orders.ts';
import shopifyOrdersGraphql from './shopify-orders-graphql.ts';
import shopifyOrdersRest from './shopify-orders-rest.ts';
import shopifySessions from './shopify-sessions.ts';
import shopwareOrders from './shopware-orders.ts';
import simpleAnalytics from './simple-analytics.ts';
import snapchatAds from './snapchat-ads.ts';
import type { Source } from './source.ts';
import squarespaceOrders from './squarespace-orders.ts';
import tiktokAds from './tiktok-ads.ts';
import umami from './umami.ts';
import universalAnalytics from './universal-analytics.ts';
import wixOrders from './wix-orders.ts';
import woocommerceAdvancedExport from './woocommerce-advanced-export.ts';
import woocommerceAnalytics from './woocommerce-analytics.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import woocommerceSkyverge from './woocommerce-skyverge.ts';
import woocommerceWebtoffee from './woocommerce-webtoffee.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  amazonAds,
  amazonAdsSearchTerms,
  bigcommerceOrders,
  criteo,
  fathom,
  ga4Bigquery,
  ga4Exploration,
  ga4Report,
  ga4Users,
  googleAds,
  googleAdsCards,
  linkedinAds,
  magentoOrders,
  matomoReports,
  matomoVisits,
  metaAds,
  microsoftAds,
  odooOrders,
  pinterestAds,
  plausibleDashboard,
  plausibleExport,
  prestashopOrders,
  prestashopSql,
  shopifyAbandonedCheckouts,
  shopifyFunnel,
  shopifyOrders,
  shopifyOrdersGraphql,
  shopifyOrdersRest,
  shopifySessions,
  shopwareOrders,
  simpleAnalytics,
  snapchatAds,
  squarespaceOrders,
  tiktokAds,
  umami,
  universalAnalytics,
  wixOrders,
  woocommerceAdvancedExport,
  woocommerceAnalytics,
  woocommerceOrders,
  woocommerceSkyverge,
  woocommerceWebtoffee,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
