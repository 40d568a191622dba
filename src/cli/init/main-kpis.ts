import type { Group } from '../../kpis/kpi.ts';

/** KPIs that most shops want watched, the first of each group that the files can bound. */
interface Choice {
  readonly take: number;
  /** In the order in which they are tried. */
  readonly ids: readonly string[];
}

/** At most 12 together: nobody reads more alarms. No two of them say the same. */
export const mainKpis: Readonly<Record<Group, Choice>> = {
  // Orders fall first if the shop, the checkout or an export is broken; sales, baskets and margins if prices or
  // discounts are wrong; refunds rise if goods are.
  sales: { take: 4, ids: ['net_sales', 'orders', 'average_order_value', 'gross_margin_rate', 'refund_rate'] },
  // Less traffic and worse traffic have different causes. Abandoned carts show the second if there are too few
  // purchases.
  traffic: { take: 2, ids: ['sessions', 'conversion_rate', 'cart_abandonment_rate'] },
  // What a customer costs, and what all advertising brings. The price of a click replaces it if orders are few.
  acquisition: { take: 2, ids: ['cac', 'mer', 'cpc'] },
  // Whether the shop grows, else whether those who bought come back.
  customers: { take: 1, ids: ['new_customers', 'returning_customer_rate'] },
  // How long customers wait and whether they are content with the answer.
  service: { take: 2, ids: ['first_reply_time', 'csat', 'resolution_time', 'nps'] },
  // Whether people care for the posts, else whether they leave an address.
  social: { take: 1, ids: ['engagement_rate', 'leads'] },
};
