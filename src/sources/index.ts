// Written by `npm run gen`.
import freshdeskTickets from './freshdesk-tickets.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import gorgiasTickets from './gorgias-tickets.ts';
import helpScoutConversations from './help-scout-conversations.ts';
import hubspotTickets from './hubspot-tickets.ts';
import intercomConversations from './intercom-conversations.ts';
import intercomConversationsJson from './intercom-conversations-json.ts';
import metaAds from './meta-ads.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import type { Source } from './source.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTicketMetrics from './zendesk-ticket-metrics.ts';
import zendeskTickets from './zendesk-tickets.ts';
import zendeskTicketsJson from './zendesk-tickets-json.ts';
import zohoDeskTickets from './zoho-desk-tickets.ts';

const all: Source[] = [
  freshdeskTickets,
  ga4Exploration,
  ga4Report,
  googleAds,
  gorgiasTickets,
  helpScoutConversations,
  hubspotTickets,
  intercomConversations,
  intercomConversationsJson,
  metaAds,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  woocommerceOrders,
  zendeskTicketMetrics,
  zendeskTickets,
  zendeskTicketsJson,
  zohoDeskTickets,
];

export const sources: readonly Source[] = all;
