// Written by `npm run gen`.
import adCostRatio from './ad-cost-ratio.ts';
import adSpend from './ad-spend.ts';
import addToCartRate from './add-to-cart-rate.ts';
import affiliateCommission from './affiliate-commission.ts';
import analyticsRevenue from './analytics-revenue.ts';
import aovCacRatio from './aov-cac-ratio.ts';
import aovTotal from './aov-total.ts';
import averageEngagementTime from './average-engagement-time.ts';
import averageOrderValue from './average-order-value.ts';
import averageSessionDuration from './average-session-duration.ts';
import backlog from './backlog.ts';
import bounceRate from './bounce-rate.ts';
import bounceRateSinglePage from './bounce-rate-single-page.ts';
import cac from './cac.ts';
import cacAllCustomers from './cac-all-customers.ts';
import cacPaid from './cac-paid.ts';
import cacPayback from './cac-payback.ts';
import cartAbandonmentRate from './cart-abandonment-rate.ts';
import channelShare from './channel-share.ts';
import checkoutAbandonmentRate from './checkout-abandonment-rate.ts';
import checkoutCompletionRate from './checkout-completion-rate.ts';
import checkoutReachRate from './checkout-reach-rate.ts';
import churnRate from './churn-rate.ts';
import clicks from './clicks.ts';
import cm2 from './cm2.ts';
import cohortRepeatRate from './cohort-repeat-rate.ts';
import complaintRate from './complaint-rate.ts';
import complaintShare from './complaint-share.ts';
import complaints from './complaints.ts';
import contactFrequency from './contact-frequency.ts';
import contactRate from './contact-rate.ts';
import contactsPerCustomer from './contacts-per-customer.ts';
import contributionMargin from './contribution-margin.ts';
import contributionMarginRate from './contribution-margin-rate.ts';
import conversionRate from './conversion-rate.ts';
import conversionValue from './conversion-value.ts';
import conversions from './conversions.ts';
import costPerOrder from './cost-per-order.ts';
import cpa from './cpa.ts';
import cpc from './cpc.ts';
import cpl from './cpl.ts';
import cpm from './cpm.ts';
import csat from './csat.ts';
import csatAverage from './csat-average.ts';
import csatResponseRate from './csat-response-rate.ts';
import ctr from './ctr.ts';
import customerRetentionRate from './customer-retention-rate.ts';
import customers from './customers.ts';
import discountRate from './discount-rate.ts';
import discounts from './discounts.ts';
import emailClickRate from './email-click-rate.ts';
import emailClickToOpenRate from './email-click-to-open-rate.ts';
import emailOpenRate from './email-open-rate.ts';
import emailRevenue from './email-revenue.ts';
import emailUnsubscribeRate from './email-unsubscribe-rate.ts';
import emailsDelivered from './emails-delivered.ts';
import engagementRate from './engagement-rate.ts';
import engagementRateFollowers from './engagement-rate-followers.ts';
import engagementRateImpressions from './engagement-rate-impressions.ts';
import engagementRateSessions from './engagement-rate-sessions.ts';
import engagements from './engagements.ts';
import firstContactResolution from './first-contact-resolution.ts';
import firstReplyTime from './first-reply-time.ts';
import firstReplyTimeBusiness from './first-reply-time-business.ts';
import firstReplyTimeMean from './first-reply-time-mean.ts';
import firstResolutionTime from './first-resolution-time.ts';
import followerGrowth from './follower-growth.ts';
import followerGrowthRate from './follower-growth-rate.ts';
import followers from './followers.ts';
import grossMargin from './gross-margin.ts';
import grossMarginRate from './gross-margin-rate.ts';
import grossSales from './gross-sales.ts';
import impressions from './impressions.ts';
import itemsPerOrder from './items-per-order.ts';
import { byPlace, type Kpi } from './kpi.ts';
import leadConversionRate from './lead-conversion-rate.ts';
import leadRate from './lead-rate.ts';
import leads from './leads.ts';
import ltv from './ltv.ts';
import ltvCacRating from './ltv-cac-rating.ts';
import ltvCacRatio from './ltv-cac-ratio.ts';
import ltvHistoric from './ltv-historic.ts';
import ltvNDays from './ltv-n-days.ts';
import ltvRevenue from './ltv-revenue.ts';
import marketingRoi from './marketing-roi.ts';
import marketingRoiRevenue from './marketing-roi-revenue.ts';
import markupRate from './markup-rate.ts';
import mer from './mer.ts';
import netSales from './net-sales.ts';
import newCustomerRoas from './new-customer-roas.ts';
import newCustomerShare from './new-customer-share.ts';
import newCustomers from './new-customers.ts';
import newVisitorShare from './new-visitor-share.ts';
import nps from './nps.ts';
import oneTouchRate from './one-touch-rate.ts';
import orderRefundRate from './order-refund-rate.ts';
import orders from './orders.ts';
import pagesPerSession from './pages-per-session.ts';
import purchaseFrequency from './purchase-frequency.ts';
import recommendationRate from './recommendation-rate.ts';
import refundRate from './refund-rate.ts';
import reopenRate from './reopen-rate.ts';
import repeatPurchaseRate from './repeat-purchase-rate.ts';
import resolutionTime from './resolution-time.ts';
import returningCustomerRate from './returning-customer-rate.ts';
import returningCustomers from './returning-customers.ts';
import returns from './returns.ts';
import revenue from './revenue.ts';
import revenueNewCustomers from './revenue-new-customers.ts';
import revenuePerCustomer from './revenue-per-customer.ts';
import revenuePerEmail from './revenue-per-email.ts';
import revenuePerSession from './revenue-per-session.ts';
import revenuePerVisitor from './revenue-per-visitor.ts';
import revenueReturningCustomers from './revenue-returning-customers.ts';
import roas from './roas.ts';
import searchClicks from './search-clicks.ts';
import searchCtr from './search-ctr.ts';
import searchImpressions from './search-impressions.ts';
import searchPosition from './search-position.ts';
import sessions from './sessions.ts';
import shippingCharged from './shipping-charged.ts';
import socialCtr from './social-ctr.ts';
import socialTrafficShare from './social-traffic-share.ts';
import taxes from './taxes.ts';
import ticketsCreated from './tickets-created.ts';
import ticketsSolved from './tickets-solved.ts';
import timeBetweenOrders from './time-between-orders.ts';
import totalSales from './total-sales.ts';
import unidentifiedOrderShare from './unidentified-order-share.ts';
import unitsSold from './units-sold.ts';
import visitorConversionRate from './visitor-conversion-rate.ts';
import visitors from './visitors.ts';

const all: Kpi[] = [
  adCostRatio,
  adSpend,
  addToCartRate,
  affiliateCommission,
  analyticsRevenue,
  aovCacRatio,
  aovTotal,
  averageEngagementTime,
  averageOrderValue,
  averageSessionDuration,
  backlog,
  bounceRate,
  bounceRateSinglePage,
  cac,
  cacAllCustomers,
  cacPaid,
  cacPayback,
  cartAbandonmentRate,
  channelShare,
  checkoutAbandonmentRate,
  checkoutCompletionRate,
  checkoutReachRate,
  churnRate,
  clicks,
  cm2,
  cohortRepeatRate,
  complaintRate,
  complaintShare,
  complaints,
  contactFrequency,
  contactRate,
  contactsPerCustomer,
  contributionMargin,
  contributionMarginRate,
  conversionRate,
  conversionValue,
  conversions,
  costPerOrder,
  cpa,
  cpc,
  cpl,
  cpm,
  csat,
  csatAverage,
  csatResponseRate,
  ctr,
  customerRetentionRate,
  customers,
  discountRate,
  discounts,
  emailClickRate,
  emailClickToOpenRate,
  emailOpenRate,
  emailRevenue,
  emailUnsubscribeRate,
  emailsDelivered,
  engagementRate,
  engagementRateFollowers,
  engagementRateImpressions,
  engagementRateSessions,
  engagements,
  firstContactResolution,
  firstReplyTime,
  firstReplyTimeBusiness,
  firstReplyTimeMean,
  firstResolutionTime,
  followerGrowth,
  followerGrowthRate,
  followers,
  grossMargin,
  grossMarginRate,
  grossSales,
  impressions,
  itemsPerOrder,
  leadConversionRate,
  leadRate,
  leads,
  ltv,
  ltvCacRating,
  ltvCacRatio,
  ltvHistoric,
  ltvNDays,
  ltvRevenue,
  marketingRoi,
  marketingRoiRevenue,
  markupRate,
  mer,
  netSales,
  newCustomerRoas,
  newCustomerShare,
  newCustomers,
  newVisitorShare,
  nps,
  oneTouchRate,
  orderRefundRate,
  orders,
  pagesPerSession,
  purchaseFrequency,
  recommendationRate,
  refundRate,
  reopenRate,
  repeatPurchaseRate,
  resolutionTime,
  returningCustomerRate,
  returningCustomers,
  returns,
  revenue,
  revenueNewCustomers,
  revenuePerCustomer,
  revenuePerEmail,
  revenuePerSession,
  revenuePerVisitor,
  revenueReturningCustomers,
  roas,
  searchClicks,
  searchCtr,
  searchImpressions,
  searchPosition,
  sessions,
  shippingCharged,
  socialCtr,
  socialTrafficShare,
  taxes,
  ticketsCreated,
  ticketsSolved,
  timeBetweenOrders,
  totalSales,
  unidentifiedOrderShare,
  unitsSold,
  visitorConversionRate,
  visitors,
];

export const kpis: readonly Kpi[] = all.sort(byPlace);
