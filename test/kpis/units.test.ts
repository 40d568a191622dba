import { expect, it } from 'vitest';
import { shortLabel } from '../../src/kpis/headline.ts';
import { kpis } from '../../src/kpis/index.ts';

/*
 * What a number of each KPI is: it decides whether it is printed with a currency, as per cent, as a time or as a multiple, and
 * what programs that read JSON or CSV take it for.
 */
const expected = `
money: gross_sales discounts returns net_sales shipping_charged taxes total_sales revenue average_order_value aov_total gross_margin cm2 contribution_margin revenue_new_customers revenue_returning_customers revenue_per_session revenue_per_visitor revenue_per_customer analytics_revenue ad_spend affiliate_commission cpc cpm cpa cost_per_order cpl conversion_value cac cac_paid cac_all_customers email_revenue revenue_per_email ltv ltv_revenue ltv_historic ltv_n_days
count: orders units_sold sessions visitors search_clicks search_impressions impressions clicks conversions emails_delivered customers new_customers returning_customers tickets_created tickets_solved backlog complaints followers follower_growth engagements leads
decimal: items_per_order pages_per_session search_position purchase_frequency contact_frequency contacts_per_customer csat_average
ratio: discount_rate refund_rate order_refund_rate gross_margin_rate markup_rate contribution_margin_rate new_visitor_share channel_share social_traffic_share bounce_rate bounce_rate_single_page engagement_rate_sessions conversion_rate visitor_conversion_rate add_to_cart_rate checkout_reach_rate checkout_completion_rate cart_abandonment_rate checkout_abandonment_rate search_ctr ctr ad_cost_ratio marketing_roi marketing_roi_revenue email_open_rate email_click_rate email_click_to_open_rate email_unsubscribe_rate new_customer_share returning_customer_rate repeat_purchase_rate cohort_repeat_rate customer_retention_rate churn_rate unidentified_order_share first_contact_resolution one_touch_rate reopen_rate contact_rate complaint_rate complaint_share csat csat_response_rate recommendation_rate follower_growth_rate engagement_rate engagement_rate_impressions engagement_rate_followers social_ctr lead_rate lead_conversion_rate
duration: average_session_duration average_engagement_time time_between_orders first_reply_time first_reply_time_mean first_reply_time_business resolution_time first_resolution_time
multiple: roas mer new_customer_roas aov_cac_ratio ltv_cac_ratio
text: ltv_cac_rating
months: cac_payback
score: nps
`;

it('each KPI says what its number is', () => {
  const lines = expected
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [unit = '', ids = ''] = line.split(': ');
      return ids.split(' ').map((id) => `${id}: ${unit}`);
    });
  expect(kpis.map(({ id, unit }) => `${id}: ${unit}`).sort()).toEqual(lines.sort());
});

it('no name of a KPI is empty, in either language, nor where there is little room', () => {
  for (const kpi of kpis) {
    const texts = [kpi.label, shortLabel(kpi), kpi.doc, ...(kpi.nulls ? [kpi.nulls] : [])];
    for (const text of texts) expect([text.en.trim(), text.fr.trim()], kpi.id).not.toContain('');
    for (const name of [...(kpi.aliases ?? []), ...(kpi.near ?? [])]) expect(name, kpi.id).toMatch(/^[a-z][a-z0-9_]+$/);
    expect(kpi.source ?? 'https://', kpi.id).toMatch(/^https?:\/\//);
  }
});
