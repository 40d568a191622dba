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

  it('has a line of an order once that was cut between two parts, each downloaded twice', async () => {
    // Of order 2 a further line begins the second part.
    const further = '#2,u2@example.com,,,,,,,,,1,Vase,20,,';
    const p1 = table(head, order(3, 'paid', 40, 3, 0), order(2, 'paid', 60, 2, 0));
    const p2 = table(head, further, order(1, 'paid', 40, 8, 0));
    const asked = `report o ${lastWeek} --kpi orders,gross_sales,units_sold --compare none`;
    const whole = { orders: 3, gross_sales: 140, units_sold: 4 };
    expect(await values(asked, { 'o/p1.csv': p1, 'o/p2.csv': p2 })).toEqual(whole);
    const twice = { 'o/p1.csv': p1, 'o/p2.csv': p2, 'o/p1 (1).csv': p1, 'o/p2 (1).csv': p2 };
    expect(await values(asked, twice)).toEqual(whole);
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

  it('of an order from which an item was taken out, the later copy counts, though it has fewer lines', async () => {
    const more = `#2,,,,,,,,,2026-11-04 10:00:00 +0100,1,Lamp,30,,`;
    const files = {
      'export.csv': table(
        head,
        order(1, 'paid', 30, 2, 0),
        order(2, 'paid', 40, 4, 0),
        more,
        order(3, 'paid', 50, 8, 0),
      ),
      'export (1).csv': table(head, order(1, 'paid', 30, 2, 0), order(2, 'paid', 10, 4, 0), order(3, 'paid', 50, 8, 0)),
    };
    const { row } = await told(
      `report . ${lastWeek} --kpi orders,gross_sales,units_sold --compare none --strict`,
      files,
    );
    expect(row().values).toEqual({ orders: 3, gross_sales: 90, units_sold: 3 });
    const line = 'order_id,date,email,sku,quantity,unit_price';
    const lines = {
      'o.csv': table(line, '1,2026-11-02,a@x.de,A,1,10', '1,2026-11-02,a@x.de,B,1,30', '2,2026-11-08,b@x.de,A,1,10'),
      'o (1).csv': table(line, '1,2026-11-02,a@x.de,A,1,10', '2,2026-11-08,b@x.de,A,1,10'),
    };
    const second = await told(`report . ${lastWeek} --kpi gross_sales,units_sold --compare none --strict`, lines);
    expect(second.row().values).toEqual({ gross_sales: 20, units_sold: 2 });
  });

  it('in which one customer has another address is no other shop', async () => {
    const rows = (email: string) =>
      table(
        'order_id,order_date,email,gross_sales',
        ...[2, 3, 4, 5].map((day) => `${day},2026-11-0${day} 10:05,${day === 3 ? email : `c${day}@x.de`},10`),
      );
    const files = { 'orders.csv': rows('old@x.de'), 'orders (1).csv': rows('new@x.de') };
    const { row, codes } = await told(
      `report . ${lastWeek} --kpi orders,gross_sales --compare none --include-partial`,
      files,
    );
    expect(row().values).toEqual({ orders: 4, gross_sales: 40 });
    expect(codes).toContain('customer_changed');
    expect(codes).not.toContain('ids_apart');
  });

  it('in which a campaign has another name is warned of', async () => {
    const ads = (campaign: string) =>
      table('date,platform,campaign,cost', `2026-11-02,Meta,${campaign},10`, `2026-11-08,Meta,${campaign},10`);
    const files = { 'ads.csv': ads('A'), 'ads (1).csv': ads('A - new') };
    const { codes } = await told(`report . ${lastWeek} --kpi ad_spend --compare none`, files);
    expect(codes).toEqual(['rows_left']);
  });
});
