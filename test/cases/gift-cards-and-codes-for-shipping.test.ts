import { describe, expect, it } from 'vitest';
import { lastWeek, table, told, values } from './kit.ts';

/*
 * Who buys a gift card has bought nothing yet; when it is used it is a means of payment. A code for free shipping takes nothing off
 * the items: the lines of a Shopify order prove it.
 */
const head =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
const sales = `report . ${lastWeek} --kpi orders,gross_sales,net_sales,units_sold,average_order_value,taxes,total_sales`;

describe('gift cards sold', () => {
  const shop = table(
    head,
    '#1,a@example.com,paid,EUR,30.00,0.00,0.00,30.00,0.00,2026-11-02 10:00:00 +0100,1,Gift card – 30,30.00,',
    '#2,b@example.com,paid,EUR,45.00,0.00,5.00,50.00,0.00,2026-11-03 10:00:00 +0100,1,Carte-cadeau 20,20.00,',
    '#2,b@example.com,,,,,,,,2026-11-03 10:00:00 +0100,5,Pen,5.00,',
    '#3,c@example.com,paid,EUR,10.00,0.00,2.00,12.00,0.00,2026-11-08 10:00:00 +0100,1,Gift card holder,10.00,',
  );

  it('are no sales, no pieces and no orders, and are said in one line', async () => {
    const { row, warnings, files } = await told(sales, { 'orders.csv': shop });
    // Five pens of 5.00 and a holder of 10.00, in two orders.
    expect(row().values).toEqual({
      orders: 2,
      gross_sales: 35,
      net_sales: 35,
      units_sold: 6,
      average_order_value: 17.5,
      taxes: 7,
      total_sales: 42,
    });
    const said = warnings.filter(({ code }) => code === 'gift_cards').map(({ message }) => message);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('50.00 of 2 sold in 2 orders is left out, and 1 order of nothing else is not counted');
    expect(files[0]).toMatchObject({ accepted: 4, counts: { gift_cards: 1 } });
  });

  it('are told by the words of the option, or by none', async () => {
    const all = { orders: 3, gross_sales: 85, units_sold: 8 };
    const none = await told(sales, { 'orders.csv': shop, 'kpi.yaml': 'gift_cards: []\n' });
    expect(none.row().values).toMatchObject(all);
    expect(none.codes).not.toContain('gift_cards');
    const pens = { 'orders.csv': shop, 'kpi.yaml': 'gift_cards: [pen]\n' };
    expect(await values(sales, pens)).toMatchObject({ orders: 3, gross_sales: 60, units_sold: 3 });
  });

  it('are none of the sales of a file by line item, nor of one of lines beside orders', async () => {
    const lines = table(
      'order_id,ordered_at,product,quantity,unit_price',
      ...['1,2026-11-02,Geschenkgutschein,1,50', '2,2026-11-03,Stift,2,4', '2,2026-11-03,Geschenkkarte,1,10'],
      ...['2,2026-11-05,Geschenkkarte,-1,10', '3,2026-11-08,Stift,1,4'],
    );
    const asked = `report . ${lastWeek} --kpi orders,gross_sales,units_sold`;
    expect(await values(`${asked},returns`, { 'l.csv': lines })).toEqual({
      orders: 2,
      gross_sales: 12,
      units_sold: 3,
      returns: 0,
    });
    const orders = table('order_id,ordered_at,gross_sales', '1,2026-11-02,50', '2,2026-11-03,18', '3,2026-11-08,4');
    const beside = table(
      'order_id,product,quantity,unit_price',
      ...['1,Tarjeta regalo,1,50', '2,Boli,2,4', '2,Gift voucher,1,10', '3,Boli,1,4'],
    );
    expect(await values(asked, { 'o.csv': orders, 'l.csv': beside })).toEqual({
      orders: 2,
      gross_sales: 12,
      units_sold: 3,
    });
  });
});

describe('a discount on shipping', () => {
  const asked = `report o.csv ${lastWeek} --kpi gross_sales,discounts,net_sales,shipping_charged,total_sales`;
  const order = (...cells: string[]) =>
    table(
      head,
      `#1,a@example.com,paid,EUR,${cells.join(',')},`,
      '#2,a@example.com,paid,EUR,1.00,0.00,0.00,1.00,0.00,2026-11-08 10:00:00 +0100,1,Ink,1.00,',
    );
  const at = '2026-11-02 10:00:00 +0100';

  it.each([
    // Two pens of 20.00: nothing was taken off them.
    ['takes it off', order('40.00', '8.00', '0.00', '40.00', '8.00', at, '2', 'Pen', '20.00'), [41, 0, 41, 0, 41]],
    ['takes a part off', order('40.00', '8.00', '0.00', '45.00', '3.00', at, '2', 'Pen', '20.00'), [41, 0, 41, 5, 46]],
    // Of 10.00 four are of the items, six of shipping.
    [
      'stands beside one on items',
      order('36.00', '8.00', '0.00', '38.00', '10.00', at, '2', 'Pen', '20.00'),
      [41, 4, 37, 2, 39],
    ],
    ['has tax on top', order('40.00', '8.00', '9.60', '49.60', '8.00', at, '2', 'Pen', '20.00'), [41, 0, 41, 0, 50.6]],
    [
      'is none where all is off the items',
      order('32.00', '8.00', '0.00', '40.00', '8.00', at, '2', 'Pen', '20.00'),
      [41, 8, 33, 8, 41],
    ],
  ] as const)('%s', async (_, orders, [gross_sales, discounts, net_sales, shipping_charged, total_sales]) => {
    const { row, codes } = await told(asked, { 'o.csv': orders });
    expect(row().values).toEqual({ gross_sales, discounts, net_sales, shipping_charged, total_sales });
    expect(codes).not.toContain('unbalanced');
  });

  it('is told by lines on further rows', async () => {
    const rows = table(
      head,
      `#1,a@example.com,paid,EUR,30.00,8.00,0.00,30.00,8.00,${at},1,Pen,20.00,`,
      `#1,a@example.com,,,,,,,,${at},2,Ink,5.00,`,
      '#2,a@example.com,paid,EUR,1.00,0.00,0.00,1.00,0.00,2026-11-08 10:00:00 +0100,1,Ink,1.00,',
    );
    expect(await values(asked, { 'o.csv': rows })).toMatchObject({
      gross_sales: 31,
      discounts: 0,
      shipping_charged: 0,
    });
  });
});
