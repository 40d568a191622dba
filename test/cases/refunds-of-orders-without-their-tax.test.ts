import { expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * The grid of Magento has items, shipping and the total, but no tax. What is given back beyond items and shipping is tax, not more
 * shipping than was ever charged.
 */
const asked = `report orders.csv ${lastWeek} --compare none --kpi net_sales,returns,shipping_charged,taxes,total_sales`;

it('take no more shipping back than was charged', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      'ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Subtotal,Shipping and Handling,Total Refunded',
      '000000123,Main,"Nov 2, 2026 10:00:04 AM",A,A,125.0000,125.0000,Complete,a@x.fr,100.0000,5.0000,0.0000',
      '000000124,Main,"Nov 8, 2026 10:00:04 AM",B,B,125.0000,125.0000,Closed,b@x.fr,100.0000,5.0000,125.0000',
    ),
  });
  // Items 200 − 100, shipping 10 − 5; the tax of 20 is not told for either order.
  expect(row().values).toEqual({ net_sales: 100, returns: 100, shipping_charged: 5, taxes: null, total_sales: 105 });
});

it('with tax that is told as 0, the rest is shipping as before', async () => {
  const { row } = await told(asked, {
    'orders.csv': table(
      'order_id,date,email,subtotal,shipping,tax,refunded',
      '1,2026-11-02,a@x.fr,100.00,5.00,0.00,105.00',
      '2,2026-11-08,b@x.fr,100.00,5.00,0.00,',
    ),
  });
  expect(row().values).toEqual({ net_sales: 100, returns: 100, shipping_charged: 5, taxes: 0, total_sales: 105 });
});
