// Written by `npm run gen`.
import amazonAds from './amazon-ads.ts';
import amazonAdsSearchTerms from './amazon-ads-search-terms.ts';
import amazonOrders from './amazon-orders.ts';
import amazonSettlement from './amazon-settlement.ts';
import asknicelyResponses from './asknicely-responses.ts';
import awinPerformance from './awin-performance.ts';
import awinTransactions from './awin-transactions.ts';
import bigcommerceOrders from './bigcommerce-orders.ts';
import criteo from './criteo.ts';
import delightedResponses from './delighted-responses.ts';
import delightedResponsesJson from './delighted-responses-json.ts';
import ebayOrders from './ebay-orders.ts';
import etsyItems from './etsy-items.ts';
import etsyOrders from './etsy-orders.ts';
import facebookPosts from './facebook-posts.ts';
import fathom from './fathom.ts';
import freshdeskTickets from './freshdesk-tickets.ts';
import ga4Bigquery from './ga4-bigquery.ts';
import ga4Exploration from './ga4-exploration.ts';
import ga4Report from './ga4-report.ts';
import ga4Users from './ga4-users.ts';
import googleAds from './google-ads.ts';
import googleAdsCards from './google-ads-cards.ts';
import googleSearch from './google-search.ts';
import googleSearchQueries from './google-search-queries.ts';
import gorgiasTickets from './gorgias-tickets.ts';
import helpScoutConversations from './help-scout-conversations.ts';
import hubspotContacts from './hubspot-contacts.ts';
import hubspotFeedback from './hubspot-feedback.ts';
import hubspotTickets from './hubspot-tickets.ts';
import instagramPosts from './instagram-posts.ts';
import intercomConversations from './intercom-conversations.ts';
import intercomConversationsJson from './intercom-conversations-json.ts';
import klaviyoCampaigns from './klaviyo-campaigns.ts';
import linkedinAds from './linkedin-ads.ts';
import linkedinFollowerTotals from './linkedin-follower-totals.ts';
import linkedinFollowers from './linkedin-followers.ts';
import linkedinMetrics from './linkedin-metrics.ts';
import linkedinPosts from './linkedin-posts.ts';
import magentoOrders from './magento-orders.ts';
import mailchimpCampaigns from './mailchimp-campaigns.ts';
import matomoReports from './matomo-reports.ts';
import matomoVisits from './matomo-visits.ts';
import metaAds from './meta-ads.ts';
import metaPageFollowers from './meta-page-followers.ts';
import metaPageFollows from './meta-page-follows.ts';
import metaPageInteractions from './meta-page-interactions.ts';
import metaPageLinkClicks from './meta-page-link-clicks.ts';
import metaPageReach from './meta-page-reach.ts';
import metaPageViews from './meta-page-views.ts';
import microsoftAds from './microsoft-ads.ts';
import odooOrders from './odoo-orders.ts';
import paypalActivity from './paypal-activity.ts';
import pinterestAds from './pinterest-ads.ts';
import pipedriveLeads from './pipedrive-leads.ts';
import pipedrivePersons from './pipedrive-persons.ts';
import plausibleDashboard from './plausible-dashboard.ts';
import plausibleExport from './plausible-export.ts';
import prestashopOrders from './prestashop-orders.ts';
import prestashopSql from './prestashop-sql.ts';
import salesforceLeads from './salesforce-leads.ts';
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
import squareItems from './square-items.ts';
import squareTransactions from './square-transactions.ts';
import squarespaceOrders from './squarespace-orders.ts';
import stripeCharges from './stripe-charges.ts';
import stripePayments from './stripe-payments.ts';
import surveymonkeyResponses from './surveymonkey-responses.ts';
import tiktokAds from './tiktok-ads.ts';
import tiktokContent from './tiktok-content.ts';
import tiktokFollowers from './tiktok-followers.ts';
import tiktokOverview from './tiktok-overview.ts';
import tiktokShopOrders from './tiktok-shop-orders.ts';
import trustpilotReviews from './trustpilot-reviews.ts';
import typeformResponses from './typeform-responses.ts';
import umami from './umami.ts';
import universalAnalytics from './universal-analytics.ts';
import wixOrders from './wix-orders.ts';
import woocommerceAdvancedExport from './woocommerce-advanced-export.ts';
import woocommerceAnalytics from './woocommerce-analytics.ts';
import woocommerceOrders from './woocommerce-orders.ts';
import woocommerceSkyverge from './woocommerce-skyverge.ts';
import woocommerceWebtoffee from './woocommerce-webtoffee.ts';
import xContent from './x-content.ts';
import xOverview from './x-overview.ts';
import xTweetActivity from './x-tweet-activity.ts';
import youtubeTable from './youtube-table.ts';
import zendeskTicketMetrics from './zendesk-ticket-metrics.ts';
import zendeskTickets from './zendesk-tickets.ts';
import zendeskTicketsJson from './zendesk-tickets-json.ts';
import zohoDeskTickets from './zoho-desk-tickets.ts';

const all: Source[] = [
  amazonAds,
  amazonAdsSearchTerms,
  amazonOrders,
  amazonSettlement,
  asknicelyResponses,
  awinPerformance,
  awinTransactions,
  bigcommerceOrders,
  criteo,
  delightedResponses,
  delightedResponsesJson,
  ebayOrders,
  etsyItems,
  etsyOrders,
  facebookPosts,
  fathom,
  freshdeskTickets,
  ga4Bigquery,
  ga4Exploration,
  ga4Report,
  ga4Users,
  googleAds,
  googleAdsCards,
  googleSearch,
  googleSearchQueries,
  gorgiasTickets,
  helpScoutConversations,
  hubspotContacts,
  hubspotFeedback,
  hubspotTickets,
  instagramPosts,
  intercomConversations,
  intercomConversationsJson,
  klaviyoCampaigns,
  linkedinAds,
  linkedinFollowerTotals,
  linkedinFollowers,
  linkedinMetrics,
  linkedinPosts,
  magentoOrders,
  mailchimpCampaigns,
  matomoReports,
  matomoVisits,
  metaAds,
  metaPageFollowers,
  metaPageFollows,
  metaPageInteractions,
  metaPageLinkClicks,
  metaPageReach,
  metaPageViews,
  microsoftAds,
  odooOrders,
  paypalActivity,
  pinterestAds,
  pipedriveLeads,
  pipedrivePersons,
  plausibleDashboard,
  plausibleExport,
  prestashopOrders,
  prestashopSql,
  salesforceLeads,
  shopifyAbandonedCheckouts,
  shopifyFunnel,
  shopifyOrders,
  shopifyOrdersGraphql,
  shopifyOrdersRest,
  shopifySessions,
  shopwareOrders,
  simpleAnalytics,
  snapchatAds,
  squareItems,
  squareTransactions,
  squarespaceOrders,
  stripeCharges,
  stripePayments,
  surveymonkeyResponses,
  tiktokAds,
  tiktokContent,
  tiktokFollowers,
  tiktokOverview,
  tiktokShopOrders,
  trustpilotReviews,
  typeformResponses,
  umami,
  universalAnalytics,
  wixOrders,
  woocommerceAdvancedExport,
  woocommerceAnalytics,
  woocommerceOrders,
  woocommerceSkyverge,
  woocommerceWebtoffee,
  xContent,
  xOverview,
  xTweetActivity,
  youtubeTable,
  zendeskTicketMetrics,
  zendeskTickets,
  zendeskTicketsJson,
  zohoDeskTickets,
];

export const sources: readonly Source[] = all;
