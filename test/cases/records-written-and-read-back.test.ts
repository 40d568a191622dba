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
});
