import { describe, expect, it } from 'vitest';
import { lastWeek, table, told, values } from './kit.ts';

const head =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount';
const order = (id: number, status: string, amount: number, day: number, refunded: number): string =>
  `#${id},u${id}@example.com,${status},EUR,${amount},0,0,${amount},0,2026-11-0${day} 10:00:00 +0100,1,Cup,${amount},,${refunded}`;
const spend = (cost: number): string =>
  table('date,platform,campaign,cost', `2026-11-02,Google Ads,A,${cost}`, '2026-11-08,Google Ads,A,1');

describe('the second download of an export', () => {
  it('has what was refunded since', async () => {
    const files = {
      'o/orders.csv': table(head, order(1, 'paid', 40, 2, 0), order(2, 'paid', 30, 8, 0)),
      'o/orders (1).csv': table(head, order(1, 'refunded', 40, 2, 40), order(2, 'partially_refunded', 30, 8, 5)),
    };
    expect(await values(`report o ${lastWeek} --kpi orders,returns --compare none`, files)).toEqual({
      orders: 2,
      returns: 45,
    });
  });

  it('counts by what it tells even where the names are the other way round', async () => {
    const files = {
      'o/b.csv': table(head, order(1, 'paid', 40, 2, 0), order(2, 'paid', 30, 8, 0)),
      'o/a.csv': table(head, order(1, 'refunded', 40, 2, 40), order(2, 'paid', 30, 8, 0)),
    };
    expect(await values(`report o ${lastWeek} --kpi orders,returns --compare none`, files)).toEqual({
      orders: 2,
      returns: 40,
    });
  });

  it.each([
    ['s.csv', 's (1).csv'],
    ['s (2).csv', 's (10).csv'],
    ['s.csv', 's - Copie.csv'],
    ['s.csv', 's copy 2.csv'],
    ['s_9.csv', 's_10.csv'],
    ['s.csv', 's 2.csv'],
    ['s.csv', 's-1.csv'],
  ])('of %s and %s the second counts', async (older, newer) => {
    const files = { [`ads/${older}`]: spend(70), [`ads/${newer}`]: spend(90) };
    // 90 + 1, in whatever order they are named.
    expect(await values(`report ads ${lastWeek} --kpi ad_spend --compare none`, files)).toEqual({ ad_spend: 91 });
  });

  it('of an order cut at the end of a part, the whole one counts', async () => {
    const more = (id: number): string => `#${id},,,,,,,,,2026-11-04 10:00:00 +0100,2,Pot,5,,`;
    const files = {
      'orders_export_2.csv': table(head, order(3, 'paid', 20, 4, 0), more(3), order(1, 'paid', 9, 2, 0)),
      'orders_export_1.csv': table(head, order(4, 'paid', 10, 8, 0), order(3, 'paid', 20, 4, 0)),
      // The same cut at the start: its rows stand apart from their order, and join it.
      'orders_export_3.csv': table(head, `#1,,,,,,,,,2026-11-02 10:00:00 +0100,4,Lid,1,,`),
    };
    const { row, files: accounts } = await told(`report . ${lastWeek} --kpi orders,units_sold --compare none`, files);
    // 1 of #4, 1 + 2 of #3, 1 + 4 of #1.
    expect(row().values).toEqual({ orders: 3, units_sold: 9 });
    expect(accounts.map(({ accepted, superseded }) => [accepted, superseded])).toEqual([
      [1, 1],
      [3, 0],
      [1, 0],
    ]);
  });
});
