// Written by `npm run gen`.
import amazonOrders from './amazon-orders.ts';
import amazonSettlement from './amazon-settlement.ts';
import ebayOrders from './ebay-orders.ts';
import etsyItems from './etsy-items.ts';
import etsyOrders from './etsy-orders.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import metaAds from './meta-ads.ts';
import paypalActivity from './paypal-activity.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import type { Source } from './source.ts';
import squareItems from './square-items.ts';
import squareTransactions from './square-transactions.ts';
import stripeCharges from './stripe-charges.ts';
import stripePayments from './stripe-payments.ts';
import tiktokShopOrders from './tiktok-shop-orders.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  amazonOrders,
  amazonSettlement,
  ebayOrders,
  etsyItems,
  etsyOrders,
  ga4Exploration,
  ga4Report,
  googleAds,
  metaAds,
  paypalActivity,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  squareItems,
  squareTransactions,
  stripeCharges,
  stripePayments,
  tiktokShopOrders,
  woocommerceOrders,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
