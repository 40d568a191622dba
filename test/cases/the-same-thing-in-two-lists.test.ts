import { describe, expect, it } from 'vitest';
import { folderWith, lastWeek, table, told } from './kit.ts';

const report = (kpis: string, rest = ''): string => `report . ${lastWeek} --kpi ${kpis} --compare none ${rest}`;

describe('a second list that lacks a column', () => {
  it('takes nothing away of what the first told of an order', async () => {
    const files = {
      'a.csv': table(
        'order_id,ordered_at,gross_sales,discounts,email',
        '1,2026-11-02 10:00,100,10,a@x.de',
        '2,2026-11-08 10:00,100,10,b@x.de',
      ),
      'b.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02 10:00,100', '2,2026-11-08 10:00,100'),
    };
    const { row } = await told(report('gross_sales,discounts,net_sales,customers', '--strict'), files);
    expect(row().values).toEqual({ gross_sales: 200, discounts: 20, net_sales: 180, customers: 2 });
  });

  it('the same of tickets and leads', async () => {
    const files = {
      'a.csv': table(
        'ticket_id,created_at,solved_at',
        '1,2026-11-02 10:00,2026-11-02 12:00',
        '2,2026-11-08 10:00,2026-11-08 12:00',
      ),
      'b.csv': table('ticket_id,created_at', '1,2026-11-02 10:00', '2,2026-11-08 10:00'),
    };
    const { row } = await told(report('tickets_created,tickets_solved,backlog'), files);
    expect(row().values).toEqual({ tickets_created: 2, tickets_solved: 2, backlog: 0 });
  });

  it('a cell that has become blank stays blank', async () => {
    const head = 'order_id,ordered_at,gross_sales,discounts';
    const files = {
      'o.csv': table(head, '1,2026-11-02 10:00,100,10', '2,2026-11-08 10:00,100,10'),
      'o (1).csv': table(head, '1,2026-11-02 10:00,100,', '2,2026-11-08 10:00,100,10'),
    };
    const { row } = await told(report('discounts', '--strict'), files);
    expect(row().values).toEqual({ discounts: 10 });
  });
});

describe('lines of an order in its own file and in a list', () => {
  const shopify =
    'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
  const orders = table(
    shopify,
    '#1,a@x.de,paid,EUR,100,0,0,100,0,2026-11-02 10:11:12 +0100,2,Pen,50,A',
    '#2,b@x.de,paid,EUR,100,0,0,100,0,2026-11-08 10:11:12 +0100,1,Pen,100,B',
  );

  it('count once, with the cost that only the list tells', async () => {
    const lines = table('order_id,sku,quantity,unit_price,unit_cost', '#1,A,2,50,20', '#2,B,1,100,30');
    const { row } = await told(report('units_sold,gross_margin', '--strict'), {
      'orders.csv': orders,
      'lines.csv': lines,
    });
    // 2 + 1 pieces; 200 less 40 and 30.
    expect(row().values).toEqual({ units_sold: 3, gross_margin: 130 });
  });

  it('count once, as their own file has them, where the list tells no cost', async () => {
    const lines = table('order_id,sku,quantity,unit_price', '#1,A,2,50', '#2,B,1,100');
    const { row } = await told(report('units_sold', '--strict'), { 'orders.csv': orders, 'lines.csv': lines });
    expect(row().values).toEqual({ units_sold: 3 });
  });
});

describe('a platform in the export of its account and in a sheet', () => {
  const meta = table(
    'Campaign name,Day,Impressions,Link clicks,Amount spent (EUR)',
    'A,2026-11-02,100,10,10',
    'A,2026-11-08,100,10,10',
  );

  it.each(['Meta', 'meta ads', 'Facebook'])('named %s there counts once', async (platform) => {
    const sheet = table('date,platform,campaign,cost', `2026-11-02,${platform},A,10`, `2026-11-08,${platform},A,10`);
    const { row, codes } = await told(report('ad_spend'), { 'meta.csv': meta, 'sheet.csv': sheet });
    expect(row().values).toEqual({ ad_spend: 20 });
    expect(codes).toEqual(['other_table']);
  });

  it('of a sheet of several platforms the others still count', async () => {
    const sheet = table(
      'date,platform,campaign,cost',
      ...[2, 8].flatMap((day) =>
        ['Meta,A,10', 'Google Ads,B,7', 'TikTok,C,3'].map((rest) => `2026-11-0${day},${rest}`),
      ),
    );
    const files = { 'meta.csv': meta, 'sheet.csv': sheet };
    const { row, warnings } = await told(report('ad_spend'), files);
    // 20 of Meta once, 14 of Google, 6 of TikTok.
    expect(row().values).toEqual({ ad_spend: 40 });
    const [, advice] = /write in kpi.yaml: (.*)$/.exec(warnings[0]!.message)!;
    const other = await told(report('ad_spend'), folderWith({ ...files, 'kpi.yaml': `${advice}\n` }));
    expect(other.row().values).toEqual({ ad_spend: 40 });
  });
});

describe('two exports that overlap', () => {
  it.each([
    ['capitals', 'date,campaign,platform,cost', 'Brand,google,10', 'BRAND,Google,10', 'ad_spend'],
    ['names of countries', 'date,country,sessions', 'Allemagne,10', 'Germany,10', 'sessions'],
    ['names of devices', 'date,device,sessions', 'ordinateur,10', 'desktop,10', 'sessions'],
    ['networks', 'date,network,engagements', 'instagram,10', 'Instagram,10', 'engagements'],
  ])('are one though %s differ', async (_, head, one, other, kpi) => {
    const rows = (rest: string) => table(head, `2026-11-02,${rest}`, `2026-11-08,${rest}`);
    const { row } = await told(report(kpi, '--strict'), { 'month.csv': rows(one), 'week-45.csv': rows(other) });
    expect(row().values).toEqual({ [kpi]: 20 });
  });
});
