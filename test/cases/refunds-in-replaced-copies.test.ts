import { describe, expect, it } from 'vitest';
import { lastWeek, table, told, values } from './kit.ts';

/*
 * An order is exported again after more of it was refunded. Only the copy that counts brings its refunds, or each of them would
 * count once a copy.
 */

interface Back {
  readonly day: number;
  readonly amount: number;
}

const rest = (orders: readonly object[]): string => `${JSON.stringify({ orders })}\n`;
const order = (id: number, day: number, price: number, updated: number, refunds: readonly Back[]) => ({
  id,
  name: `#${id}`,
  created_at: `2026-11-0${day}T10:00:00+01:00`,
  updated_at: `2026-11-0${updated}T10:00:00+01:00`,
  financial_status: 'paid',
  currency: 'EUR',
  email: `u${id}@example.com`,
  total_discounts: '0.00',
  total_line_items_price: `${price}.00`,
  subtotal_price: `${price}.00`,
  total_tax: '0.00',
  total_price: `${price}.00`,
  line_items: [{ quantity: 1, price: `${price}.00`, sku: 'A', title: 'Cup' }],
  refunds: refunds.map(({ day: on, amount }) => ({
    created_at: `2026-11-0${on}T12:00:00+01:00`,
    transactions: [{ kind: 'refund', status: 'success', amount: `${amount}.00` }],
    refund_line_items: [],
  })),
});
const asked = `report . ${lastWeek} --compare none --kpi orders,gross_sales,returns,order_refund_rate`;

describe('refunds inside an order that another copy replaces', () => {
  const first = { day: 4, amount: 5 };
  const second = { day: 6, amount: 7 };

  it.each([
    ['the later copy is read last', 'a.json', 'b.json'],
    ['the later copy is read first', 'b.json', 'a.json'],
  ])('count once if %s', async (_, older, newer) => {
    const files = {
      [older]: rest([order(1, 2, 50, 4, [first]), order(2, 8, 30, 8, [])]),
      [newer]: rest([order(1, 2, 50, 6, [first, second]), order(2, 8, 30, 8, [])]),
    };
    // 5 + 7 of order 1, in its later copy; one of two orders.
    expect(await values(asked, files)).toEqual({ orders: 2, gross_sales: 80, returns: 12, order_refund_rate: 0.5 });
  });

  it('do not count if the later copy has none', async () => {
    const files = {
      'a.json': rest([order(1, 2, 50, 4, [first]), order(2, 8, 30, 8, [])]),
      'b.json': rest([order(1, 2, 50, 6, []), order(2, 8, 30, 8, [])]),
    };
    expect(await values(asked, files)).toEqual({ orders: 2, gross_sales: 80, returns: 0, order_refund_rate: 0 });
  });

  it('count once if rows of returned lines are in both copies', async () => {
    const head = 'order_id,ordered_at,sku,quantity,unit_price,unit_cost';
    const lines = ['1,2026-11-02,A,2,50,30', '1,2026-11-05,A,-1,50,30', '2,2026-11-08,B,1,10,1'];
    const files = { 'l.csv': table(head, ...lines), 'l (1).csv': table(head, ...lines) };
    const { row } = await told(`${asked},net_sales,gross_margin,units_sold`, files);
    // 110 sold, 50 back; cost 61 less 30: 60 - 31 = 29.
    expect(row().values).toEqual({
      ...{ orders: 2, gross_sales: 110, returns: 50, order_refund_rate: 0.5 },
      ...{ net_sales: 60, gross_margin: 29, units_sold: 3 },
    });
  });
});

describe('what came back by a list of refunds', () => {
  const lines = table(
    'order_id,ordered_at,sku,quantity,unit_price,unit_cost',
    ...['1,2026-11-02,A,3,20,10', '1,2026-11-02,B,1,40,30', '2,2026-11-08,B,1,40,30'],
  );
  const asking = `report . ${lastWeek} --compare none --kpi net_sales,gross_margin`;
  const refunds = (...rows: string[]): string => table('refund_id,order_id,refunded_at,item_amount,quantity', ...rows);

  it('gives back the share of the cost of its pieces', async () => {
    const files = { 'l.csv': lines, 'r.csv': refunds('r1,1,2026-11-05,20,1', 'r2,1,2026-11-06,20,2') };
    // 140 - 40 = 100 sold; four pieces of order 1 cost 60: 3 of them are 45; 90 - 45 = 45 spent.
    expect(await values(asking, files)).toEqual({ net_sales: 100, gross_margin: 55 });
  });

  it('gives back no cost without a quantity', async () => {
    const files = { 'l.csv': lines, 'r.csv': refunds('r1,1,2026-11-05,20,') };
    // 120 sold, 90 spent.
    expect(await values(asking, files)).toEqual({ net_sales: 120, gross_margin: 30 });
  });

  it('gives back no cost of an order that no file has', async () => {
    const files = { 'l.csv': lines, 'r.csv': refunds('r1,9,2026-11-05,20,1') };
    expect(await values(asking, files)).toEqual({ net_sales: 120, gross_margin: 30 });
  });

  it('is not added to what the status of its order says', async () => {
    const files = {
      'o.csv': table(
        'order_id,ordered_at,status,gross_sales',
        ...['1,2026-11-02,refunded,50', '2,2026-11-03,refunded,30', '3,2026-11-08,paid,10'],
      ),
      'r.csv': table('refund_id,order_id,refunded_at,item_amount', 'r1,1,2026-11-05,20'),
    };
    // 20 of order 1, whatever its status; all 30 of order 2, of which no list has a refund.
    expect(await values(`report . ${lastWeek} --compare none --kpi returns,order_refund_rate`, files)).toEqual({
      returns: 50,
      order_refund_rate: 0.666666666667,
    });
  });
});
