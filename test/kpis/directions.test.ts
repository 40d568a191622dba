import { expect, it } from 'vitest';
import { kpis } from '../../src/kpis/index.ts';

/*
 * Which way of each KPI is good news decides the colour of a change and the sign of a suggested check. What counts or costs
 * something without being good or bad by itself (ad spend, taxes, a share of channels) is flat.
 */
const expected = `
sales up: gross_sales net_sales total_sales revenue orders units_sold average_order_value aov_total items_per_order gross_margin gross_margin_rate markup_rate cm2 contribution_margin contribution_margin_rate revenue_new_customers revenue_returning_customers revenue_per_session revenue_per_visitor revenue_per_customer
sales flat: discounts shipping_charged taxes discount_rate
sales down: returns refund_rate order_refund_rate
traffic up: sessions visitors social_traffic_share pages_per_session engagement_rate_sessions average_session_duration average_engagement_time conversion_rate visitor_conversion_rate add_to_cart_rate checkout_reach_rate checkout_completion_rate analytics_revenue search_clicks search_impressions search_ctr
traffic flat: new_visitor_share channel_share
traffic down: bounce_rate bounce_rate_single_page cart_abandonment_rate checkout_abandonment_rate search_position
acquisition flat: ad_spend impressions emails_delivered
acquisition down: affiliate_commission cpc cpm cpa cost_per_order cpl ad_cost_ratio cac cac_paid cac_all_customers email_unsubscribe_rate
acquisition up: clicks ctr conversions conversion_value roas mer new_customer_roas marketing_roi marketing_roi_revenue aov_cac_ratio email_open_rate email_click_rate email_click_to_open_rate email_revenue revenue_per_email
customers up: customers new_customers returning_customers returning_customer_rate repeat_purchase_rate cohort_repeat_rate customer_retention_rate purchase_frequency ltv ltv_revenue ltv_historic ltv_n_days ltv_cac_ratio ltv_cac_rating
customers flat: new_customer_share unidentified_order_share
customers down: churn_rate time_between_orders cac_payback
service down: tickets_created backlog first_reply_time first_reply_time_mean first_reply_time_business resolution_time first_resolution_time reopen_rate contact_rate contact_frequency contacts_per_customer complaints complaint_rate complaint_share
service up: tickets_solved first_contact_resolution one_touch_rate csat csat_average csat_response_rate nps recommendation_rate
social up: followers follower_growth follower_growth_rate engagements engagement_rate engagement_rate_impressions engagement_rate_followers social_ctr leads lead_rate lead_conversion_rate
`;

it('each KPI says in which group it is, and which way is good', () => {
  const lines = expected
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [of = '', ids = ''] = line.split(': ');
      return ids.split(' ').map((id) => `${id}: ${of}`);
    });
  expect(kpis.map(({ id, group, direction }) => `${id}: ${group} ${direction}`).sort()).toEqual(lines.sort());
});
