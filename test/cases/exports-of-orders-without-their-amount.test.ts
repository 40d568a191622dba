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

it.each([
  {
    name: 'PrestaShop without its total',
    lines: [
      'ID;Reference;New client;Delivery;Customer;Payment;Status;Date',
      '12;XKBKNABJK;1;France;A. Doe;Carte;Paiement accepté;2026-11-02 10:00:04',
    ],
  },
  {
    name: 'a query of PrestaShop without any amount',
    lines: ['id_order;reference;total_shipping;current_state;date_add', '1;AAA;6.000000;5;2026-11-02 10:00:00'],
  },
  {
    name: 'SkyVerge without the total of an order',
    lines: [
      'order_id,order_number_formatted,order_number,date,status,order_shipping,cart_discount,order_item_1',
      '1,#1,1,2026-11-02 10:00:00,completed,5.00,2.00,Tee x 2',
    ],
  },
  {
    name: 'WebToffee without subtotal and total',
    lines: [
      'order_id,order_number,order_date,status,shipping_total,cart_discount,order_currency,line_item_1',
      '1,1,2026-11-02 10:00:00,completed,5.00,2.00,EUR,name:Tee|quantity:2',
    ],
  },
  {
    name: 'Etsy items without their price',
    lines: [
      'Sale Date,Item Name,Quantity,Discount Amount,Order Shipping,Currency,Transaction ID,Listing ID,Order ID',
      '11/02/26,Tee,2,2.00,5.00,EUR,4001,1501,3000000001',
    ],
  },
  {
    name: 'PayPal without the amount',
    lines: [
      'Date,Time,TimeZone,Name,Type,Status,Currency,Transaction ID,Balance',
      '20/10/2026,10:00:00,CET,Leo Roe,Website Payment,Completed,EUR,T0,20.00',
      '02/11/2026,10:00:00,CET,Ana Doe,Website Payment,Completed,EUR,T1,48.25',
    ],
  },
])('$name is refused', async ({ lines }) => {
  const { code, out } = await kpi(asked, { 'orders.csv': table(...lines) });
  expect({ code, out }).toEqual({ code: 2, out: '' });
});
