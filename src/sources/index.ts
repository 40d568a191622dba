// Written by `npm run gen`.
import asknicelyResponses from './asknicely-responses.ts';
import delightedResponses from './delighted-responses.ts';
import delightedResponsesJson from './delighted-responses-json.ts';
import freshdeskTickets from './freshdesk-tickets.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import googleAds from './google-ads.ts';
import gorgiasTickets from './gorgias-tickets.ts';
import helpScoutConversations from './help-scout-conversations.ts';
import hubspotContacts from './hubspot-contacts.ts';
import hubspotFeedback from './hubspot-feedback.ts';
import hubspotTickets from './hubspot-tickets.ts';
import intercomConversations from './intercom-conversations.ts';
import intercomConversationsJson from './intercom-conversations-json.ts';
import metaAds from './meta-ads.ts';
import pipedriveLeads from './pipedrive-leads.ts';
import pipedrivePersons from './pipedrive-persons.ts';
import salesforceLeads from './salesforce-leads.ts';
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import type { Source } from './source.ts';
import surveymonkeyResponses from './surveymonkey-responses.ts';
import trustpilotReviews from './trustpilot-reviews.ts';
import typeformResponses from './typeform-responses.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import zendeskTicketMetrics from './zendesk-ticket-metrics.ts';
import zendeskTickets from './zendesk-tickets.ts';
import zendeskTicketsJson from './zendesk-tickets-json.ts';
import zohoDeskTickets from './zoho-desk-tickets.ts';

const all: Source[] = [
  asknicelyResponses,
  delightedResponses,
  delightedResponsesJson,
  freshdeskTickets,
  ga4Exploration,
  ga4Report,
  googleAds,
  gorgiasTickets,
  helpScoutConversations,
  hubspotContacts,
  hubspotFeedback,
  hubspotTickets,
  intercomConversations,
  intercomConversationsJson,
  metaAds,
  pipedriveLeads,
  pipedrivePersons,
  salesforceLeads,
  shopifyAbandonedCheckouts,
  shopifyOrders,
  surveymonkeyResponses,
  trustpilotReviews,
  typeformResponses,
  woocommerceOrders,
  zendeskTicketMetrics,
  zendeskTickets,
  zendeskTicketsJson,
  zohoDeskTickets,
];

export const sources: readonly Source[] = all;
