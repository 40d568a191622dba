import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* E-mail tools, web analytics and affiliates claim the same orders: none of it is added to sales. */

const orders = table(
  'order_id,ordered_at,gross_sales,channel',
  '1,2026-11-03 10:00,100,Email',
  '2,2026-11-04 10:00,50,Direct',
);
const head =
  'Campaign Name,Send Time,Total Recipients,Unique Placed Order,Revenue,Unique Opens,Unique Clicks,Unsubscribes,Successful Deliveries,Bounces,Campaign Channel';
const klaviyo = (revenue: string, opens: string) =>
  table(
    head,
    `Linen,2026-11-03 09:00:00,1000,2,${revenue},${opens},40,3,980,20,Email`,
    'Text,2026-11-04 18:00:00,200,1,30.00,0,20,1,190,10,SMS',
  );
const mailchimp = table(
  'Title,Send Date,Total Recipients,Successful Deliveries,Total Bounces,Unique Opens,Unique Clicks,Unsubscribes,Total Orders,Total Revenue',
  'Oak,"Nov 03, 2026 09:38 am",500,490,10,200,25,2,1,45',
);
const line = '--period all --all --currency EUR --timezone Europe/Paris';

describe('campaigns', () => {
  const kpis = `${line} --kpi net_sales,emails_delivered,email_open_rate,email_click_rate,email_click_to_open_rate,email_revenue,revenue_per_email,clicks`;

  it('of two tools both count, text messages without opens, and sales are those of the shop', async () => {
    const files = { 'orders.csv': orders, 'klaviyo.csv': klaviyo('80.00', '300'), 'mailchimp.csv': mailchimp };
    const { row } = await told(`report . ${kpis}`, files);
    expect(row().values).toMatchObject({
      net_sales: 150,
      emails_delivered: 980 + 190 + 490,
      email_open_rate: 0.340136054422, // 500 / 1470
      email_click_rate: 0.0512048192771, // 85 / 1660
      email_click_to_open_rate: 0.13, // 65 / 500
      email_revenue: 155,
      clicks: null,
    });
    expect(row().flags.email_open_rate).toContain('approx');
    const byChannel = await told(`report . ${kpis} --by channel`, files);
    expect(byChannel.row('all', { channel: 'SMS' }).values).toMatchObject({
      emails_delivered: 190,
      email_open_rate: null,
    });
    expect(byChannel.row('all', { channel: 'Email' }).values).toMatchObject({ net_sales: 100, emails_delivered: 1470 });
  });

  it('exported again count once, with the revenue of the later file', async () => {
    const files = { 'klaviyo.csv': klaviyo('80.00', '300'), 'klaviyo (1).csv': klaviyo('96.00', '310') };
    const { row, files: read } = await told(`report . ${kpis}`, files);
    expect(row().values).toMatchObject({ emails_delivered: 1170, email_revenue: 126 });
    expect(read.map(({ path, superseded }) => [path, superseded])).toEqual([
      ['klaviyo (1).csv', 0],
      ['klaviyo.csv', 2],
    ]);
  });
});

describe('commissions of affiliates', () => {
  const kpis = `${line} --kpi ad_spend,affiliate_commission,conversions,conversion_value,net_sales`;
  const awin = (second: string) =>
    table(
      'id,sale_amount,commission,date,commission_status,site_name,network_fee',
      '1,40.00,4.80,2026-11-03 10:07:00,1,Blog,0.96',
      `2,60.00,7.20,2026-11-03 12:00:00,${second},Blog,1.44`,
      '3,35.00,4.20,2026-11-04 15:30:00,2,Coupons,0.84',
    );

  it('are those that were not declined, by the newest export', async () => {
    const files = { 'awin.csv': awin('0'), 'awin (1).csv': awin('2') };
    expect((await told(`report awin.csv ${kpis}`, files)).row().values).toEqual({
      ad_spend: 14.4,
      affiliate_commission: 12,
      conversions: 2,
      conversion_value: 100,
      net_sales: null,
    });
    expect((await told(`report . ${kpis}`, files)).row().values).toMatchObject({
      ad_spend: 5.76,
      affiliate_commission: 4.8,
      conversions: 1,
      conversion_value: 40,
    });
  });

  it('are not counted again from the report by affiliate beside them', async () => {
    const performance = table(
      'publisher_name,PublisherID,clicks,total_commission,pending_commission,approved_commission,declined_commission',
      'Blog,1,50,12.00,7.20,4.80,0',
      'Coupons,2,9,4.20,0,0,4.20',
    );
    const both = await told(`report . ${kpis}`, { 'a.csv': awin('0'), 'b.csv': performance });
    expect(both.row().values.affiliate_commission).toBe(12);
    const files = {
      'b.csv': performance,
      'kpi.yaml': 'sources: [{ path: b.csv, from: 2026-11-02, to: 2026-11-08 }]\n',
    };
    expect((await told(`report ${kpis}`, files)).row().values).toMatchObject({
      ad_spend: 12,
      affiliate_commission: 12,
    });
  });

  it('are unknown where ads alone are given', async () => {
    const ads = table('date,platform,cost', '2026-11-03,Google Ads,10');
    expect((await told(`report ads.csv ${kpis}`, { 'ads.csv': ads })).row().nulls.affiliate_commission).toBe(
      'missing_kind',
    );
  });
});

describe('revenue of web analytics', () => {
  const ga4 = table(
    '# Start date: 20261102',
    '# End date: 20261108',
    '',
    'Session default channel group,Sessions,Engaged sessions,Total revenue',
    'Email,40,30,90.5',
    'Direct,60,30,40',
  );
  const kpis = '--kpi analytics_revenue,sessions,net_sales --period all --all --timezone Europe/Paris --by channel';

  it('is its own figure, by channel', async () => {
    const { row } = await told(`report . ${kpis} --currency EUR`, { 'ga4.csv': ga4, 'orders.csv': orders });
    expect(row().values).toMatchObject({ analytics_revenue: 130.5, net_sales: 150 });
    expect(row('all', { channel: 'Email' }).values).toMatchObject({ analytics_revenue: 90.5, net_sales: 100 });
  });

  it('asks nobody who counts visits for a currency', async () => {
    expect((await told(`report ga4.csv ${kpis}`, { 'ga4.csv': ga4 })).row().values.sessions).toBe(100);
  });
});
