import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * Files of one export differ in their columns: one was made with page views and conversions, the next without. What the second says
 * nothing of is unknown on its days, not 0.
 */

const days = (from: number, to: number, row: string): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `2026-11-${String(from + at).padStart(2, '0')},${row}`);
const ask = 'report . --timezone Europe/Paris --currency EUR --as-of 2026-11-16 --last 2 --compare previous';

describe('visits of which the second file has fewer columns', () => {
  const files = {
    'a.csv': table('date,channel,sessions,pageviews,carts,purchases', ...days(2, 8, 'Direct,100,300,10,2')),
    'b.csv': table('date,channel,sessions', ...days(9, 15, 'Direct,100')),
  };
  const kpis = 'sessions,pages_per_session,conversion_rate,add_to_cart_rate,cart_abandonment_rate';

  it('have no rates of the second, and none of both together', async () => {
    const { row } = await told(`${ask} --kpi ${kpis}`, files);
    // 2,100 / 700, 14 / 700, 70 / 700, 1 - 14 / 70.
    expect(row('2026-W45').values).toEqual({
      sessions: 700,
      pages_per_session: 3,
      conversion_rate: 0.02,
      add_to_cart_rate: 0.1,
      cart_abandonment_rate: 0.8,
    });
    expect(row('2026-W45').flags).toEqual({});
    for (const id of kpis.split(',').slice(1)) {
      expect(row('2026-W46').nulls[id]).toBe('not_covered');
      expect(row('2026-W46').compare!.previous!.change_abs[id]).toBeNull();
    }
    expect(row('2026-W46').values.sessions).toBe(700);
    // Of 1,400 sessions half have page views: 2,100 / 1,400 is the rate of neither.
    expect(row().nulls).toMatchObject({ pages_per_session: 'not_identified', conversion_rate: 'not_identified' });
    expect(row().values).toMatchObject({ sessions: 1400, cart_abandonment_rate: 0.8 });
    expect(row().flags.cart_abandonment_rate).toContain('incomplete');
  });

  it('have no rate where one week has some of each', async () => {
    const { row } = await told(`${ask.replace('--last 2', '--last 1')} --kpi pages_per_session,sessions`, {
      'a.csv': table('date,sessions,pageviews', ...days(9, 11, '100,300')),
      'b.csv': table('date,sessions', ...days(12, 15, '50')),
    });
    expect(row()).toMatchObject({ values: { sessions: 500 }, nulls: { pages_per_session: 'not_identified' } });
  });

  it('have no steps of the funnel either', async () => {
    const { out } = await kpi('funnel . --timezone Europe/Paris --as-of 2026-11-16 --last 1 --format json', files);
    const steps = JSON.parse(out).rows[0].steps as { step: string; values: Record<string, number | null> }[];
    const counts = Object.fromEntries(steps.map(({ step, values }) => [step, values.count]));
    expect(counts).toEqual({ visits: 700, carts: null, purchases: null });
  });

  it('may be of two tools: the weeks of each are whole, and no rate mixes them', async () => {
    const { row } = await told(`${ask} --kpi pages_per_session,sessions`, {
      'plausible/imported_visitors_20261109_20261115.csv': table(
        'date,visitors,pageviews,bounces,visits,visit_duration',
        ...days(9, 15, '80,250,30,100,5000'),
      ),
      'sheet.csv': table('date,channel,sessions', ...days(2, 8, 'Direct,100')),
    });
    expect(row('2026-W46')).toMatchObject({ values: { pages_per_session: 2.5, sessions: 700 } });
    expect(row('2026-W46').flags.pages_per_session ?? []).not.toContain('incomplete');
    expect(row('2026-W45').nulls).toEqual({ pages_per_session: 'not_covered' });
    expect(row().nulls).toEqual({ pages_per_session: 'not_identified' });
  });
});

describe('visits of which the second file has no channels', () => {
  it('have no share of social networks in its week, and none in both together', async () => {
    const { row } = await told(`${ask} --kpi sessions,social_traffic_share`, {
      'a.csv': table('date,channel,sessions', ...days(2, 8, 'Organic Social,30'), ...days(2, 8, 'Direct,70')),
      'b.csv': table('date,sessions', ...days(9, 15, '100')),
    });
    expect(row('2026-W45').values).toEqual({ sessions: 700, social_traffic_share: 0.3 });
    expect(row('2026-W46').values).toEqual({ sessions: 700, social_traffic_share: null });
    expect(row().nulls).toEqual({ social_traffic_share: 'not_identified' });
  });
});

describe('ads of which the second file has no conversions', () => {
  it('have no conversions in its week, and some of them in both together', async () => {
    const { row } = await told(`${ask} --kpi ad_spend,conversions,cpa`, {
      'a.csv': table('date,platform,cost,clicks,conversions', ...days(2, 8, 'X,10,20,2')),
      'b.csv': table('date,platform,cost,clicks', ...days(9, 15, 'X,10,20')),
    });
    expect(row('2026-W45').values).toEqual({ ad_spend: 70, conversions: 14, cpa: 5 });
    expect(row('2026-W46')).toMatchObject({ values: { ad_spend: 70 }, nulls: { conversions: 'not_covered' } });
    expect(row()).toMatchObject({ values: { conversions: 14, cpa: 5 }, flags: { conversions: ['incomplete'] } });
  });

  it('are as their newer export says, which has them', async () => {
    const { row } = await told(`${ask} --kpi ad_spend,conversions,cpa`, {
      '2026-11-10.csv': table('date,platform,cost,clicks', ...days(2, 9, 'X,10,20')),
      '2026-11-16.csv': table('date,platform,cost,clicks,conversions', ...days(2, 15, 'X,10,20,2')),
    });
    expect(row()).toMatchObject({ values: { ad_spend: 140, conversions: 28, cpa: 5 }, flags: {} });
  });
});

describe('orders of which the second file has no discounts and shipping', () => {
  const orders = (header: string, from: number, to: number, row: string) =>
    table(`ordered_at,${header}`, ...days(from, to, row).map((line, at) => line.replace('#', String(10 * from + at))));

  it('have unknown ones in its week, and sums without them', async () => {
    const { row } = await told(`${ask} --kpi discounts,shipping_charged,discount_rate,net_sales,average_order_value`, {
      'a.csv': orders('order_id,gross_sales,discounts,shipping', 2, 8, '#,100,10,5'),
      'b.csv': orders('order_id,gross_sales', 9, 15, '#,100'),
    });
    expect(row('2026-W45').values).toEqual({
      discounts: 70,
      shipping_charged: 35,
      discount_rate: 0.1,
      net_sales: 630,
      average_order_value: 90,
    });
    expect(row('2026-W46').nulls).toEqual({
      discounts: 'missing_kind',
      shipping_charged: 'missing_kind',
      discount_rate: 'missing_kind',
    });
    expect(row('2026-W46').values).toMatchObject({ net_sales: 700, average_order_value: 100 });
    for (const id of ['net_sales', 'average_order_value']) {
      expect(row('2026-W45').flags[id] ?? []).not.toContain('no_discounts');
      expect(row('2026-W46').flags[id]).toContain('no_discounts');
      expect(row().flags[id]).toContain('incomplete');
    }
  });

  it('are as the file says that has them, where both have the order', async () => {
    const { row } = await told(`${ask} --kpi discounts,net_sales`, {
      'a.csv': orders('order_id,gross_sales', 9, 15, '#,100'),
      'b.csv': orders('order_id,gross_sales,discounts', 9, 15, '#,100,10'),
    });
    expect(row('2026-W46').values).toEqual({ discounts: 70, net_sales: 630 });
    expect(row('2026-W46').flags.net_sales).toEqual(['no_refunds']);
  });
});

describe('orders of which no file has discounts', () => {
  it('have 0 sales in a channel without orders, and no mean of none', async () => {
    const { row } = await told(`${ask} --by channel --kpi net_sales,average_order_value`, {
      'orders.csv': table(
        'order_id,ordered_at,gross_sales,channel',
        '1,2026-11-02,100,Direct',
        '2,2026-11-03,100,Email',
        '3,2026-11-09,100,Direct',
        '4,2026-11-15,100,Direct',
      ),
    });
    const email = row('2026-W46', { channel: 'Email' });
    expect(email).toMatchObject({ values: { net_sales: 0 }, nulls: { average_order_value: 'zero_denominator' } });
  });
});

describe('days of which the second file has no column to group by', () => {
  const sessions = {
    'a.csv': table('date,channel,sessions', ...days(2, 8, 'Direct,100')),
    'b.csv': table('date,sessions', ...days(9, 15, '100')),
  };

  it('have unknown sessions in each channel, not 0', async () => {
    const { row } = await told(`${ask} --by channel --kpi sessions`, sessions);
    expect(row('2026-W45', { channel: 'Direct' }).values.sessions).toBe(700);
    const later = row('2026-W46', { channel: 'Direct' });
    expect(later.nulls).toEqual({ sessions: 'not_covered' });
    expect(later.compare!.previous!.change_pct.sessions).toBeNull();
    expect(row('2026-W46', { channel: '(unattributed)' }).values.sessions).toBe(700);
    expect(row('2026-W46').values.sessions).toBe(700);
  });

  it('are orders of countries as well, unless visits may say where they are from', async () => {
    const orders = {
      'a.csv': table('order_id,ordered_at,gross_sales,country', '1,2026-11-02,100,FR', '2,2026-11-08,50,FR'),
      'b.csv': table('order_id,ordered_at,gross_sales', '3,2026-11-09,100', '4,2026-11-15,80'),
    };
    const alone = await told(`${ask} --by country --kpi orders`, orders);
    expect(alone.row('2026-W45', { country: 'FR' }).values.orders).toBe(2);
    expect(alone.row('2026-W46', { country: 'FR' }).nulls).toEqual({ orders: 'not_covered' });
    expect(alone.row('2026-W46').values.orders).toBe(2);
    const beside = await told(`${ask} --by country --kpi orders`, {
      ...orders,
      'visits.csv': table('date,country,sessions', ...days(2, 15, 'FR,100')),
    });
    expect(beside.row('2026-W46', { country: 'FR' }).values.orders).toBe(0);
  });

  it('are also those between its first and its last', async () => {
    const { row } = await told(`${ask.replace('--last 2', '--last 4')} --by country --kpi sessions`, {
      'a.csv': table('date,country,sessions', '2026-10-20,FR,100', '2026-10-21,FR,20'),
      'b.csv': table('date,sessions', '2026-10-27,90', '2026-11-15,80'),
    });
    expect(row('2026-W43', { country: 'FR' }).values.sessions).toBe(120);
    // None is in week 45, which the second file covers.
    for (const week of ['2026-W44', '2026-W45', '2026-W46'])
      expect(row(week, { country: 'FR' }).nulls).toEqual({ sessions: 'not_covered' });
    expect(row('2026-W45').values.sessions).toBe(0);
  });

  it('have none where the column is there and no row names it', async () => {
    const { row } = await told(`${ask} --by channel --kpi sessions`, {
      ...sessions,
      'b.csv': table('date,channel,sessions', ...days(9, 15, ',100')),
    });
    expect(row('2026-W46', { channel: 'Direct' }).values.sessions).toBe(0);
  });

  it('are ads of campaigns, and countries of sessions, as well', async () => {
    const ads = await told(`${ask} --by campaign --kpi ad_spend`, {
      'a.csv': table('date,platform,campaign,cost', ...days(2, 8, 'X,Brand,10')),
      'b.csv': table('date,platform,cost', ...days(9, 15, 'X,10')),
    });
    expect(ads.row('2026-W46', { campaign: 'Brand' }).nulls).toEqual({ ad_spend: 'not_covered' });
    const visits = await told(`${ask} --by country --kpi sessions`, {
      'a.csv': table('date,country,sessions', ...days(2, 8, 'FR,10')),
      'b.csv': table('date,sessions', ...days(9, 15, '10')),
    });
    expect(visits.row('2026-W46', { country: 'FR' }).nulls).toEqual({ sessions: 'not_covered' });
  });

  it('are tickets and leads of channels, too', async () => {
    const tickets = await told(`${ask} --by contact_channel --kpi tickets_created`, {
      'a.csv': table('ticket_id,created_at,contact_channel', '1,2026-11-02,email', '2,2026-11-08,email'),
      'b.csv': table('ticket_id,created_at', '3,2026-11-09', '4,2026-11-15'),
    });
    expect(tickets.row('2026-W45', { contact_channel: 'email' }).values.tickets_created).toBe(2);
    expect(tickets.row('2026-W46', { contact_channel: 'email' }).nulls).toEqual({ tickets_created: 'not_covered' });
    const leads = await told(`${ask} --by channel --kpi leads`, {
      'a.csv': table('lead_id,created_at,channel', '1,2026-11-02,Direct', '2,2026-11-08,Direct'),
      'b.csv': table('lead_id,created_at', '3,2026-11-09', '4,2026-11-15'),
    });
    expect(leads.row('2026-W45', { channel: 'Direct' }).values.leads).toBe(2);
    expect(leads.row('2026-W46', { channel: 'Direct' }).nulls).toEqual({ leads: 'not_covered' });
  });

  it('leave figures of a longer time incomplete, but not those of another tool', async () => {
    const month =
      'report . --timezone Europe/Paris --currency EUR --as-of 2026-12-01 --period month --from 2026-11-02 --to 2026-11-15';
    const { row } = await told(`${month} --by channel --kpi sessions`, sessions);
    expect(row('2026-11', { channel: 'Direct' })).toMatchObject({
      values: { sessions: 700 },
      flags: { sessions: ['incomplete'] },
    });
    expect(row('2026-11', { channel: '(unattributed)' })).toMatchObject({ values: { sessions: 700 }, flags: {} });
    expect(row('2026-11')).toMatchObject({ values: { sessions: 1400 }, flags: {} });
    const ads = await told(`${month} --by campaign --kpi ad_spend`, {
      'google.csv': table(
        'Campaign,Day,Currency code,Cost,Clicks,Impr.',
        ...days(2, 15, '').map((line) => `Brand,${line.slice(0, 10)},EUR,10.00,1,10`),
      ),
      'other.csv': table('date,platform,cost', ...days(2, 15, 'X,10')),
    });
    expect(ads.row('2026-11', { campaign: 'Brand' })).toMatchObject({ values: { ad_spend: 140 }, flags: {} });
  });
});
