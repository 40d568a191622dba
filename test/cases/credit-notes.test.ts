import { describe, expect, it } from 'vitest';
import { lastWeek, table, values } from './kit.ts';

/*
 * Tills and bookkeeping number a return as a document of its own. It is a refund on its own day, never an order or a purchase, and gives
 * back what the returned pieces cost.
 */
const sales = '--kpi orders,average_order_value,repeat_purchase_rate,gross_sales,returns,net_sales,order_refund_rate';

describe('documents of returned lines alone', () => {
  it('are no orders, customers or purchases', async () => {
    const lines = table(
      'order_id,ordered_at,customer_key,quantity,unit_price',
      ...['1,2026-11-02,a,3,10', '2,2026-11-03,b,1,20', 'N7,2026-11-04,a,-1,10', 'N7,2026-11-04,a,-1,10'],
      ...['N8,2026-11-05,z,-1,4', 'N9,2026-11-08,b,0,20', 'N9,2026-11-08,b,-1,20'],
    );
    // 30 + 20 = 50 of two orders; 10 + 10 + 4 + 20 = 44 went back: of a's and b's orders, and of none.
    expect(await values(`report l.csv ${lastWeek} ${sales}`, { 'l.csv': lines })).toEqual({
      orders: 2,
      average_order_value: 25,
      repeat_purchase_rate: 0,
      gross_sales: 50,
      returns: 44,
      net_sales: 6,
      order_refund_rate: 1,
    });
  });

  it('belong to the order that they name', async () => {
    const rows = table(
      'order_id,parent_id,ordered_at,country,gross_sales',
      ...['1,0,2026-11-02,FR,50', '2,0,2026-11-03,DE,20', '3,1,2026-11-08,,-5'],
    );
    const asked = `report o.csv ${lastWeek} --kpi orders,returns,order_refund_rate`;
    expect(await values(asked, { 'o.csv': rows })).toEqual({ orders: 2, returns: 5, order_refund_rate: 0.5 });
  });

  it('are returns of the order of their id in an earlier part of the export', async () => {
    const october = table('order_id,ordered_at,quantity,unit_price', '1,2026-10-30,2,10', '2,2026-11-02,1,8');
    const november = table('order_id,ordered_at,quantity,unit_price', '1,2026-11-04,-1,10', '3,2026-11-08,1,6');
    const asked = `report . ${lastWeek} --kpi orders,gross_sales,returns`;
    expect(await values(asked, { 'l1.csv': october, 'l2.csv': november })).toEqual({
      orders: 2,
      gross_sales: 14,
      returns: 10,
    });
  });
});

describe('what a returned piece cost', () => {
  const head = 'order_id,ordered_at,sku,quantity,unit_price,unit_cost';
  const asked = `report l.csv ${lastWeek} --kpi net_sales,gross_margin`;

  it('is what its own row says', async () => {
    const lines = table(
      head,
      ...['1,2026-11-02,A,1,50,30', '1,2026-11-02,B,1,10,1', '1,2026-11-05,A,-1,50,30', '2,2026-11-08,B,1,10,1'],
    );
    // 70 - 50 = 20 sold, 32 - 30 = 2 spent.
    expect(await values(asked, { 'l.csv': lines })).toEqual({ net_sales: 20, gross_margin: 18 });
  });

  it('is else what its sku cost in the order, whatever stands first', async () => {
    const lines = table(
      head,
      ...['1,2026-11-05,A,-1,50,', '1,2026-11-02,A,1,50,30', '1,2026-11-02,B,1,10,1', '2,2026-11-08,B,1,10,1'],
    );
    expect(await values(asked, { 'l.csv': lines })).toEqual({ net_sales: 20, gross_margin: 18 });
  });

  it('is else the share of the order', async () => {
    const lines = table(
      'order_id,ordered_at,quantity,unit_price,unit_cost',
      ...['1,2026-11-02,1,50,30', '1,2026-11-02,1,10,2', '1,2026-11-05,-1,50,', '2,2026-11-08,1,10,1'],
    );
    // One of two pieces that cost 32: 33 - 16 = 17.
    expect(await values(asked, { 'l.csv': lines })).toEqual({ net_sales: 20, gross_margin: 3 });
  });

  it('lowers the order where a line has a price below 0: a discount, nothing returned', async () => {
    const lines = table(head, '1,2026-11-02,A,1,50,30', '1,2026-11-02,CODE,1,-5,', '2,2026-11-08,B,1,10,1');
    expect(await values(`${asked},returns,orders`, { 'l.csv': lines })).toEqual({
      net_sales: 55,
      gross_margin: 24,
      returns: 0,
      orders: 2,
    });
  });
});

describe('a credit note with a number of its own and no customer', () => {
  const orders = (...rows: string[]): string => table('order_id,ordered_at,subtotal,status', ...rows);
  const asked = `report o.csv ${lastWeek} --kpi orders,net_sales,returns --compare none`;

  it('is the refund of an order that its status says is refunded, of that value', async () => {
    const file = orders(
      '1001,2026-11-02,50.00,refunded',
      'R1,2026-11-04,-50.00,refunded',
      '1005,2026-11-08,100.00,paid',
    );
    // 50 + 100, less 50 once.
    expect(await values(asked, { 'o.csv': file })).toEqual({ orders: 2, net_sales: 100, returns: 50 });
  });

  it('is one of its own beside refunded orders of other values, later ones, or one that another note has taken', async () => {
    const file = orders(
      '1001,2026-11-02,50.00,refunded',
      'R1,2026-11-03,-50.00,refunded',
      'R2,2026-11-03,-50.00,refunded',
      'R3,2026-11-03,-70.00,refunded',
      '1002,2026-11-04,70.00,refunded',
      '1005,2026-11-08,400.00,paid',
    );
    // Of 50 + 70 + 400: 50 of 1001, 50, 70, and 70 of 1002.
    expect(await values(asked, { 'o.csv': file })).toEqual({ orders: 3, net_sales: 280, returns: 240 });
  });
});
