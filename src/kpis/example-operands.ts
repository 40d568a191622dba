/** Operands of worked examples, if several KPIs share them. */

/** Goods sold for 850 after discounts and returns, which cost 380. */
export const goodsSold = {
  gross_sales: '1000',
  discounts: '100',
  returns: '50',
  cost_of_orders: '400',
  cost_returned: '20',
  costed_line_value: '950',
  line_value: '950',
};

/** The same goods with what was paid for their delivery and payment, and for marketing. */
export const goodsDelivered = {
  ...goodsSold,
  shipping_of_orders: '60',
  shipping_refunded: '5',
  fulfilment_cost: '90',
  payment_fees: '15',
  ad_spend: '150',
  other_marketing_cost: '50',
};

/** Goods sold for 100 unless some come back, which cost 40. */
export const goodsSoldFor100 = {
  gross_sales: '100',
  discounts: '0',
  cost_of_orders: '40',
  cost_returned: '0',
  costed_line_value: '100',
  line_value: '100',
};

/** A year of 1500 orders of 60 each, 1.4 per customer. */
export const ordersOfLastYear = {
  'order_value_sum@last_year': '90000',
  'orders@last_year': '1500',
  'identified_orders@last_year': '1400',
  'customers@last_year': '1000',
};

/** A year with half of net sales as gross margin. */
export const goodsOfLastYear = {
  'gross_sales@last_year': '100000',
  'discounts@last_year': '10000',
  'returns@last_year': '6000',
  'cost_of_orders@last_year': '45000',
  'cost_returned@last_year': '3000',
  'costed_line_value@last_year': '90000',
  'line_value@last_year': '90000',
};

/** Customers of the year before last year, and those of them who bought again in it. */
export const yearBefore = (customers: string, again: string) => ({
  'customers@year_before': customers,
  'customers@year_before&last_year': again,
});
export const noYearBefore = yearBefore('insufficient_history', 'insufficient_history');

/** Customers with an order in the days before the period's start, and those of them with one in the days before its end. */
export const activeBefore = (customers: string, again: string) => ({
  'customers@active_before_start': customers,
  'customers@active_before_start&active_before_end': again,
});
