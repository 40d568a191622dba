// Written by `npm run gen`.
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import metaAds from './meta-ads.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import shopifyOrdersGraphql from './shopify-orders-graphql.ts';
import shopifyOrdersRest from './shopify-orders-rest.ts';
import type { Source } from './source.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  ga4Exploration,
  ga4Report,
  googleAds,
  metaAds,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  shopifyOrdersGraphql,
  shopifyOrdersRest,
  woocommerceOrders,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
