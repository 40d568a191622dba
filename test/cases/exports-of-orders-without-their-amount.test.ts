import { expect, it } from 'vitest';
import { kpi, lastWeek, table } from './kit.ts';

/*
 * An export of orders whose column of amounts was left out: sales would be 0, and refunds would fall on shipping.
 */

const asked = `report orders.csv ${lastWeek} --kpi orders,gross_sales --compare none`;

it('Shopify without its subtotal is refused, and the column is named', async () => {
  const { code, err } = await kpi(asked, {
    'orders.csv': table(
      'Name,Email,Financial Status,Currency,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount',
      '#1001,a@x.fr,paid,EUR,5.00,0.00,105.00,0.00,2026-11-02 10:00:00 +0100,1,Tee,100.00,0.00',
      '#1002,b@x.fr,partially_refunded,EUR,5.00,0.00,55.00,10.00,2026-11-08 10:00:00 +0100,1,Cap,60.00,20.00',
    ),
  });
  expect(code).toBe(2);
  expect(err).toContain('looks like "Shopify: Orders, Export, Plain CSV" without "Subtotal"');
});

it('Wix without its total is not read, and the column is named', async () => {
  const { code, err } = await kpi(asked, {
    'orders.csv': table(
      'Order number,Date created,Time,Total order quantity,Contact email,Item,SKU,Qty,Price,Payment status,Shipping rate,Total tax,Currency,Refunded amount',
      '10001,"Nov 2, 2026",9:15:51 AM,2,ana@x.fr,Tee,T,2,60.00,Paid,5.00,0.00,EUR,0.00',
      '10002,"Nov 8, 2026",9:15:51 AM,1,leo@x.fr,Cap,C,1,30.00,Paid,5.00,0.00,EUR,10.00',
    ),
  });
  expect(code).toBe(2);
  expect(err).toContain('without the column "Total" it does not say what was paid');
});
