import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * The export of one store, or of one ad platform, ends a week before the other's. By store only the row of that store lacks something:
 * it is unknown there, not 0, and the other is whole.
 */

const days = (count: number, row: (day: string, at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => row(new Date(Date.UTC(2026, 9, 19 + at)).toISOString().slice(0, 10), at));
const ask = 'report --timezone Europe/Paris --currency EUR --as-of 2026-11-09 --last 1 --compare previous';

describe('the file of another store that ends early', () => {
  const orders = (name: string, count: number) =>
    table('order_id,ordered_at,gross_sales', ...days(count, (day, at) => `${name}${at},${day},10`));
  const config = table(
    'timezone: Europe/Paris',
    'currency: EUR',
    'sources: [{ path: paris.csv, store: Paris }, { path: lyon.csv, store: Lyon }]',
    'checks: [{ kpi: orders, by: store, vs: previous, must: ">= -50%" }]',
  );
  const files = { 'paris.csv': orders('P', 21), 'lyon.csv': orders('L', 14), 'kpi.yaml': config };

  it('leaves the row of the store whole, and its own unknown', async () => {
    const { row } = await told(`${ask} --by store --kpi orders,gross_sales`, files);
    expect(row('all', { store: 'Paris' })).toMatchObject({ values: { orders: 7, gross_sales: 70 }, flags: {} });
    expect(row('2026-W45', { store: 'Paris' }).compare!.previous!.change_abs.orders).toBe(0);
    expect(row('all', { store: 'Lyon' }).nulls).toEqual({ orders: 'not_covered', gross_sales: 'not_covered' });
    expect(row()).toMatchObject({ values: { orders: 7 }, flags: { orders: ['incomplete'] } });
  });

  it('fails a check of its own store only', async () => {
    const { out, code } = await kpi('check --format json', files);
    const { results } = JSON.parse(out) as { results: { dimensions: { store: string }; verdict: string }[] };
    const verdicts = Object.fromEntries(results.map(({ dimensions, verdict }) => [dimensions.store, verdict]));
    expect(verdicts).toEqual({ Lyon: 'fail', Paris: 'pass' });
    expect(code).toBe(1);
  });
});

describe('the file of another ad platform that ends early', () => {
  it('leaves the row of the platform whole, and its own unknown', async () => {
    const { row } = await told(`${ask.replace('report', 'report .')} --by source --kpi ad_spend,ctr`, {
      'google.csv': table(
        'Campaign report',
        '"October 19, 2026 - November 1, 2026"',
        'Day,Campaign,Currency code,Cost,Impr.,Clicks',
        ...days(14, (day) => `${day},Brand,EUR,10.00,100,10`),
      ),
      'meta.csv': table(
        'Campaign name,Day,Reach,Impressions,Link clicks,Amount spent (EUR),Reporting starts,Reporting ends',
        ...days(21, (day) => `Spring,${day},90,100,10,20.00,${day},${day}`),
      ),
    });
    expect(row('all', { source: 'Meta Ads' })).toMatchObject({ values: { ad_spend: 140, ctr: 0.1 }, flags: {} });
    expect(row('all', { source: 'Google Ads' }).nulls).toEqual({ ad_spend: 'not_covered', ctr: 'not_covered' });
    expect(row().flags.ad_spend).toEqual(['incomplete']);
  });
});
