import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/*
 * What is taken off, given back or spent is positive by meaning. Some tools write it below 0, as a column or as rows of their own: it is
 * never added to what it is taken from.
 */
const orders = table('order_id,ordered_at,gross_sales,discounts', '1,2026-11-02,60,0', '2,2026-11-08,40,0');

describe('a column that is written below 0', () => {
  it('counts with its magnitude: refunds', async () => {
    const refunds = table(
      'refund_id,order_id,refunded_at,item_amount,tax_amount',
      'a,1,2026-11-04,-15,-3',
      'b,2,2026-11-08,-5,0',
    );
    // 60 + 40 = 100; 15 + 5 = 20 went back.
    const asked = `report . ${lastWeek} --kpi gross_sales,returns,net_sales`;
    expect(await values(asked, { 'orders.csv': orders, 'refunds.csv': refunds })).toEqual({
      gross_sales: 100,
      returns: 20,
      net_sales: 80,
    });
    const json = JSON.stringify([{ refund_id: 'a', order_id: '1', refunded_at: '2026-11-04', item_amount: -15 }]);
    expect(await values(asked, { 'orders.csv': orders, 'refunds.json': json })).toEqual({
      gross_sales: 100,
      returns: 15,
      net_sales: 85,
    });
  });

  it('counts with its magnitude: discounts, also beside a net amount', async () => {
    const asked = `report orders.csv ${lastWeek} --kpi gross_sales,discounts,net_sales,discount_rate`;
    const gross = table('order_id,ordered_at,montant,remise', '1,2026-11-02,60,-6', '2,2026-11-08,40,-4');
    const expected = { gross_sales: 100, discounts: 10, net_sales: 90, discount_rate: 0.1 };
    expect(await values(asked, { 'orders.csv': gross })).toEqual(expected);
    const net = table(
      'order_id,ordered_at,net_sales,discounts',
      '1,2026-11-02,54,-6',
      '2,2026-11-08,36,-4',
      '3,2026-11-08,0,',
    );
    expect(await values(asked, { 'orders.csv': net })).toEqual(expected);
  });

  it('counts with its magnitude: spend, costs and what a piece cost', async () => {
    const spend = table('date,cost,platform', '2026-11-02,-10,X', '2026-11-08,-4,X');
    expect(await values(`report spend.csv ${lastWeek} --kpi ad_spend`, { 'spend.csv': spend })).toEqual({
      ad_spend: 14,
    });
    const lines = table(
      'order_id,ordered_at,quantity,unit_price,unit_cost',
      '1,2026-11-02,1,10,-4',
      '2,2026-11-08,1,10,-3',
    );
    // 20 - 7
    expect(await values(`report lines.csv ${lastWeek} --kpi gross_margin`, { 'lines.csv': lines })).toEqual({
      gross_margin: 13,
    });
  });

  it('is refused, by its name, where a cell has the other sign', async () => {
    const refunds = table(
      'refund_id,order_id,refunded_at,item_amount',
      ...['a,1,2026-11-04,-15', 'b,2,2026-11-05,-5', 'c,2,2026-11-08,4'],
    );
    const files = { 'orders.csv': orders, 'refunds.csv': refunds };
    const { row, files: accounts } = await told(`report . ${lastWeek} --kpi returns --max-rejects 1`, files);
    expect(row().values).toEqual({ returns: 20 });
    expect(accounts[1]).toMatchObject({ accepted: 2, rejected: 1 });
    const { err } = await kpi(`report . ${lastWeek} --kpi returns`, files);
    expect(err).toContain('unexpected sign');
    const discounts = table(
      'order_id,ordered_at,gross_sales,discounts',
      ...['1,2026-11-02,60,6', '2,2026-11-03,40,-4', '3,2026-11-08,20,2'],
    );
    const some = await told(`report o.csv ${lastWeek} --kpi orders,discounts --max-rejects 1`, { 'o.csv': discounts });
    expect(some.row().values).toEqual({ orders: 2, discounts: 8 });
  });
});

describe('money that came back', () => {
  it('is a credit where one row of ads or costs is below 0: it lowers the sum', async () => {
    const spend = table('date,cost,platform', '2026-11-02,10,X', '2026-11-03,-4,X', '2026-11-08,8,X');
    expect(await values(`report s.csv ${lastWeek} --kpi ad_spend`, { 's.csv': spend })).toEqual({ ad_spend: 14 });
    const below = table('date,cost,platform', '2026-11-02,-10,X', '2026-11-03,4,X', '2026-11-08,-8,X');
    expect(await values(`report s.csv ${lastWeek} --kpi ad_spend`, { 's.csv': below })).toEqual({ ad_spend: 14 });
  });

  it('is a credit as well where more rows are credits than costs, but come to less', async () => {
    // 50 - 1 - 2.
    const spend = table('date,cost,platform', '2026-11-02,50,X', '2026-11-03,-1,X', '2026-11-08,-2,X');
    expect(await values(`report s.csv ${lastWeek} --kpi ad_spend`, { 's.csv': spend })).toEqual({ ad_spend: 47 });
    // Written below 0, with one row the other way: 50 + 2 - 1.
    const below = table('date,cost,platform', '2026-11-02,-50,X', '2026-11-03,1,X', '2026-11-08,-2,X');
    expect(await values(`report s.csv ${lastWeek} --kpi ad_spend`, { 's.csv': below })).toEqual({ ad_spend: 51 });
  });

  it('is a refund on its own day where a row of orders is below 0', async () => {
    const rows = table(
      'order_id,ordered_at,customer_email,gross_sales,status,channel',
      '1,2026-11-02,a@example.com,50,completed,Email',
      '1,2026-11-04,a@example.com,-20,refunded,',
      '2,2026-11-05,b@example.com,0,completed,Email',
      '3,2026-11-08,c@example.com,30,completed,Direct',
      '3,2026-11-08,c@example.com,-10,cancelled,',
    );
    // A free order of 0 stays one; the cancelled refund does not count.
    const asked = `report o.csv ${lastWeek} --kpi orders,gross_sales,returns,net_sales,order_refund_rate`;
    const whole = await told(asked, { 'o.csv': rows });
    expect(whole.row().values).toEqual({
      orders: 3,
      gross_sales: 80,
      returns: 20,
      net_sales: 60,
      order_refund_rate: 0.333333333333,
    });
    const by = await told(`${asked} --by channel`, { 'o.csv': rows });
    expect(by.row('all', { channel: 'Email' }).values).toMatchObject({ orders: 2, returns: 20, net_sales: 30 });
  });

  it('is so in a tool of its own, with its tax, shipping and pieces', async () => {
    const head =
      'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price';
    const rows = table(
      head,
      '#1,a@example.com,paid,EUR,50.00,5.00,11.00,66.00,0.00,2026-11-02 10:00:00 +0100,2,Pen,20.00',
      '#1,a@example.com,,,,,,,,2026-11-02 10:00:00 +0100,1,Ink,10.00',
      '#R1,a@example.com,refunded,EUR,-30.00,-5.00,-7.00,-42.00,0.00,2026-11-04 10:00:00 +0100,-1,Pen,20.00',
      '#R1,a@example.com,,,,,,,,2026-11-04 10:00:00 +0100,-1,Ink,10.00',
      '#2,b@example.com,paid,EUR,10.00,0.00,2.00,12.00,0.00,2026-11-08 10:00:00 +0100,1,Ink,10.00',
    );
    const asked = `report o.csv ${lastWeek} --kpi orders,units_sold,net_sales,shipping_charged,taxes,total_sales`;
    // 60 - 30; 5 - 5; 13 - 7
    expect(await values(asked, { 'o.csv': rows })).toEqual({
      orders: 2,
      units_sold: 4,
      net_sales: 30,
      shipping_charged: 0,
      taxes: 6,
      total_sales: 36,
    });
  });

  it('is once what two exports tell, and belongs to the order of another file', async () => {
    const first = table('order_id,ordered_at,gross_sales', '1,2026-11-02,50', '1,2026-11-04,-20');
    const second = table('order_id,ordered_at,gross_sales', '1,2026-11-04,-20', '1,2026-11-05,-7', '2,2026-11-08,30');
    const asked = `report . ${lastWeek} --kpi orders,gross_sales,returns,order_refund_rate`;
    expect(await values(asked, { 'a.csv': first, 'b.csv': second })).toEqual({
      orders: 2,
      gross_sales: 80,
      returns: 27,
      order_refund_rate: 0.5,
    });
  });
});
