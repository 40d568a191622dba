import { describe, expect, it } from 'vitest';
import { lastWeek, table, told } from './kit.ts';

/*
 * Some tools say that an order was cancelled in a column beside the one of its payment: what was paid for it is given back or
 * not, but it is no order.
 */
const asked = `report orders.csv ${lastWeek} --compare none --kpi orders,gross_sales,net_sales,customers`;

describe('an order of Wix', () => {
  const header = 'Order number,Date created,Time,Total order quantity,Contact email,Item,Qty,Price';
  const more = 'Payment status,Shipping rate,Total tax,Total,Currency,Refunded amount,Fulfillment status';
  const order = (id: number, day: string, payment: string, fulfilment: string) =>
    `${id},"Nov ${day}, 2026",9:15:51 AM,1,c${id}@x.de,Cap,1,15.00,${payment},0.00,0.00,15.00,EUR,0.00,${fulfilment}`;

  it('that is paid and cancelled does not count', async () => {
    const { row } = await told(asked, {
      'orders.csv': table(
        `${header},${more}`,
        order(1, '2', 'Paid', 'Fulfilled'),
        order(2, '3', 'Paid', 'Canceled'),
        order(3, '4', 'Paid', 'Not Fulfilled'),
        order(4, '8', 'Unpaid', 'Canceled'),
      ),
    });
    // Orders 1 and 3.
    expect(row().values).toEqual({ orders: 2, gross_sales: 30, net_sales: 30, customers: 2 });
  });

  it('counts in a file without that column', async () => {
    const { row } = await told(asked, {
      'orders.csv': table(
        `${header},${more}`.replace(',Fulfillment status', ''),
        order(1, '2', 'Paid', '').slice(0, -1),
        order(2, '8', 'Paid', '').slice(0, -1),
      ),
    });
    expect(row().values).toEqual({ orders: 2, gross_sales: 30, net_sales: 30, customers: 2 });
  });
});

it('an order of Squarespace whose fulfilment is cancelled does not count, with and without the time of it', async () => {
  const header =
    'Order ID,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total';
  const more =
    'Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant';
  const order = (id: number, day: number, fulfilment: string, at = '') =>
    `0${id},c${id}@x.fr,PAID,${fulfilment},EUR,20.00,0.00,0.00,0.00,20.00,0.00,2026-11-0${day} 10:00:04 +0100,1,Tee,20.00,S,M,${at}`;
  const { row } = await told(asked, {
    'orders.csv': table(
      `${header},${more},Cancelled at`,
      order(1, 2, 'FULFILLED'),
      order(2, 3, 'CANCELED'),
      order(3, 4, 'PENDING', '2026-11-05 10:00:04 +0100'),
      order(4, 8, 'PENDING'),
    ),
  });
  // Orders 1 and 4.
  expect(row().values).toEqual({ orders: 2, gross_sales: 40, net_sales: 40, customers: 2 });
});

describe('an order of Etsy', () => {
  const header =
    'Sale Date,Order ID,Buyer User ID,Number of Items,Currency,Order Value,Discount Amount,Shipping,Sales Tax';
  const more = 'Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,SKU';
  const order = (id: number, day: number, status: string, adjusted = 0) =>
    `11/0${day}/2026,${id},b${id},1,EUR,20,0,5,0,25,${status},1,24,${adjusted},T`;

  it('whose status is blank counts, one that is cancelled does not', async () => {
    const { row } = await told(asked, {
      'orders.csv': table(
        `${header},${more}`,
        order(1, 2, ''),
        order(2, 3, 'Canceled'),
        order(3, 4, 'Completed'),
        order(4, 8, ''),
      ),
    });
    // Orders 1, 3 and 4.
    expect(row().values).toEqual({ orders: 3, gross_sales: 60, net_sales: 60, customers: 3 });
  });

  it('that is fully refunded is given back whole', async () => {
    const { row, codes } = await told(asked.replace('net_sales', 'returns,shipping_charged,net_sales'), {
      'orders.csv': table(
        `${header},${more}`,
        order(1, 2, ''),
        order(2, 3, 'Fully Refunded'),
        // 10 of 25 given back: of 20 and 5, the items first.
        order(3, 8, 'Partially Refunded', 15),
      ),
    });
    // 20 + 10 given back of items, 5 of shipping.
    expect(row().values).toMatchObject({
      orders: 3,
      gross_sales: 60,
      returns: 30,
      shipping_charged: 10,
      net_sales: 30,
    });
    expect(codes).not.toContain('unknown_status');
  });
});
