import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/run.ts';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * `kpi normalize` writes typed records, and `kpi report` reads them. What was told once must not count twice, what no file told must not
 * become a known 0, and what was marked stays marked.
 */

const line = '--timezone Europe/Paris --currency EUR --all --assume-full-history';

/** The rows of a report on a folder, and on the records that were made of it. */
async function bothWays(folder: string, more = '', format = 'csv') {
  const out = folderWith({});
  const written = await kpi(
    `normalize ${folder} --timezone Europe/Paris --out ${join(out, 'records')} --format ${format}`,
    out,
  );
  expect(written.code, written.err).toBe(0);
  const before = await told(`report ${folder} ${line} ${more}`, out);
  const after = await told(`report records ${line} ${more}`, out);
  return { before, after };
}

describe('records that are read back', () => {
  it.each(['', '--by channel', '--period month --kpi net_sales,returns,sessions,csat'])(
    'give the same figures and marks: a whole shop %s',
    async (more) => {
      const { before, after } = await bothWays(join(root, 'fixtures/shop'), more);
      expect(before.rows.length).toBeGreaterThan(5);
      expect(after.rows).toEqual(before.rows);
    },
  );

  it('also as NDJSON', async () => {
    const { before, after } = await bothWays(join(root, 'fixtures/shop'), '', 'ndjson');
    expect(after.rows).toEqual(before.rows);
  });

  const files = {
    'meta.csv': table(
      'Campaign name,Day,Amount spent (EUR),Impressions,Clicks (all),Link clicks',
      'A,2026-11-02,10,1000,60,40',
      'B,2026-11-03,5,500,20,',
    ),
    'other.csv': table('date,platform,campaign,cost,clicks,currency', '2026-11-02,X,x,3,7,EUR'),
    'tickets.csv': table(
      'ticket_id,created_at,solved_at,satisfaction',
      '1,2026-11-02T09:00:00+01:00,2026-11-02T10:00:00+01:00,good',
      '2,2026-11-02T09:00:00+01:00,2026-11-03T10:00:00+01:00,',
    ),
    'orders.csv': table('order_id,ordered_at,gross_sales,email', '1,2026-11-02,10,a@example.com'),
  };
  const kpis = '--kpi clicks,ad_spend,csat,csat_response_rate,discounts,net_sales,taxes,gross_margin';

  it.each(['csv', 'ndjson'])('count nothing twice and make nothing known: %s', async (format) => {
    const { before, after } = await bothWays(folderWith(files), kpis, format);
    const { values, nulls } = after.row();
    // Link clicks 40 + 0 of Meta, 7 of the tool that has no others; 1 answer of 2 solved tickets.
    expect(values).toMatchObject({ clicks: 47, ad_spend: 18, csat: 1, csat_response_rate: 0.5, net_sales: 10 });
    expect(nulls).toMatchObject({ gross_margin: 'missing_kind' });
    expect(after.rows).toEqual(before.rows);
  });

  it('of sessions are sessions still: those of one page are known', async () => {
    const visits = table(
      'visit_id,started_at,pageviews,order_id',
      'a,2026-11-02T10:00:00+01:00,1,',
      'b,2026-11-03T10:00:00+01:00,4,7',
      'c,2026-11-08T10:00:00+01:00,1,7',
      'd,2026-11-08T11:00:00+01:00,2,',
    );
    const { before, after } = await bothWays(
      folderWith({ 'visits.csv': visits }),
      '--kpi bounce_rate_single_page,conversion_rate,sessions',
    );
    // 2 of 4 saw one page; order 7 is the purchase of the first session that names it, 1 of 4.
    expect(after.row().values).toEqual({ bounce_rate_single_page: 0.5, conversion_rate: 0.25, sessions: 4 });
    expect(after.rows).toEqual(before.rows);
  });

  it('of sessions of two shops, beside them, keep a purchase for each order of one number', async () => {
    const visit = table('visit_id,started_at,pageviews,order_id', 'a,2026-11-02T10:00:00+01:00,1,7');
    const config = 'sources:\n  - { path: north.csv, store: N }\n  - { path: south.csv, store: S }\n';
    const folder = folderWith({
      'north.csv': visit,
      'south.csv': visit.replace('\na,', '\nb,'),
      'kpi.yaml': config,
    });
    const out = join(folderWith({}), 'records');
    const stores = await kpi(`normalize --timezone Europe/Paris --out ${out}`, folder);
    expect(stores.code, stores.err).toBe(0);
    const { row } = await told(`report ${out} ${line} --kpi sessions,conversion_rate`, folderWith({}));
    expect(row().values).toEqual({ sessions: 2, conversion_rate: 1 });
  });

  it('of all clicks have them, too', async () => {
    const config = { ...files, 'kpi.yaml': 'click_basis: all\n' };
    const { after } = await bothWays(
      folderWith(config),
      `--kpi clicks --config ${join(folderWith(config), 'kpi.yaml')}`,
    );
    // 60 + 20 + 7.
    expect(after.row().values).toEqual({ clicks: 87 });
  });

  it('of an earlier run that are of no use any more are named', async () => {
    const folder = folderWith({ ...files, 'records/lead.csv': 'lead_id,created_at\n1,2026-11-02\n' });
    const { err } = await kpi('normalize orders.csv --out records --timezone Europe/Paris', folder);
    expect(err).toContain('warning: records/lead.csv is of an earlier run');
  });

  it('of gift cards, returned goods, damaged ids and no refund at all give the same figures', async () => {
    const shopify =
      'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount';
    const cards = {
      'o.csv': table(
        shopify,
        '#1,a@x.de,paid,EUR,60,0,0,60,0,2026-11-02 10:11:12 +0100,1,Gift Card,50,0',
        '#1,a@x.de,,,,,,,,2026-11-02 10:11:12 +0100,1,Pen,10,',
        '#2,b@x.de,paid,EUR,50,0,0,50,0,2026-11-08 10:11:12 +0100,1,Pen,50,0',
      ),
    };
    const card = await bothWays(folderWith(cards), '--kpi orders,gross_sales,units_sold,returns,net_sales');
    // 10 + 50 without the card; nothing came back, which the export says.
    expect(card.after.row().values).toEqual({ orders: 2, gross_sales: 60, units_sold: 2, returns: 0, net_sales: 60 });
    expect(card.after.rows).toEqual(card.before.rows);
    const goods = {
      'l.csv': table(
        'order_id,order_date,email,sku,quantity,unit_price,unit_cost',
        '1,2026-11-02,a@x.de,A,2,10,4',
        '1,2026-11-02,a@x.de,B,1,15,6',
        '1,2026-11-05,a@x.de,B,-1,15,6',
        '2,2026-11-08,b@x.de,A,1,5,2',
      ),
    };
    const margin = await bothWays(folderWith(goods), '--kpi gross_margin');
    // 35 + 5 - 15 sold, 8 + 6 + 2 - 6 spent.
    expect(margin.after.row().values).toEqual({ gross_margin: 15 });
    const damaged = {
      'd.csv': table(
        'order_id,order_date,email,gross_sales',
        '5.27E+12,2026-11-02,a@x.de,5',
        '5.27E+12,2026-11-04,b@x.de,10',
        '7,2026-11-08,c@x.de,20',
      ),
    };
    const ids = await bothWays(folderWith(damaged), '--kpi orders,gross_sales');
    expect(ids.after.row().values).toEqual({ orders: 3, gross_sales: 35 });
  });
});
