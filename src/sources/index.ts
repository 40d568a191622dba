// Written by `npm run gen`.
import bigcommerceOrders from './bigcommerce-orders.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import magentoOrders from './magento-orders.ts';
import metaAds from './meta-ads.ts';
import odooOrders from './odoo-orders.ts';
import prestashopOrders from './prestashop-orders.ts';
import prestashopSql from './prestashop-sql.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import shopifyOrdersGraphql from './shopify-orders-graphql.ts';
import shopifyOrdersRest from './shopify-orders-rest.ts';
import shopwareOrders from './shopware-orders.ts';
import type { Source } from './source.ts';
import squarespaceOrders from './squarespace-orders.ts';
import wixOrders from './wix-orders.ts';
import woocommerceAdvancedExport from './woocommerce-advanced-export.ts';
import woocommerceAnalytics from './woocommerce-analytics.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import woocommerceSkyverge from './woocommerce-skyverge.ts';
import woocommerceWebtoffee from './woocommerce-webtoffee.ts';
import zendeskTickets from './zendesk-tickets.ts';

const all: Source[] = [
  bigcommerceOrders,
  ga4Exploration,
  ga4Report,
  googleAds,
  magentoOrders,
  metaAds,
  odooOrders,
  prestashopOrders,
  prestashopSql,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  shopifyOrdersGraphql,
  shopifyOrdersRest,
  shopwareOrders,
  squarespaceOrders,
  wixOrders,
  woocommerceAdvancedExport,
  woocommerceAnalytics,
  woocommerceOrders,
  woocommerceSkyverge,
  woocommerceWebtoffee,
  zendeskTickets,
];

export const sources: readonly Source[] = all;
