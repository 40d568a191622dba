import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Read } from '../../src/engine/state/read.ts';
import { measures } from '../../src/measures/measure.ts';
import { asked, days, reading } from '../support/ask.ts';
import { root } from '../support/run.ts';

/*
 * A second opinion: each measure again, as SQL over the raw files of fixtures/shop, week by week, over all weeks, and over some other spans. The
 * queries of test/measures-sql are written from what the measures mean, and share nothing with src.
 */

const folder = join(root, 'test/measures-sql');
const names = readdirSync(folder)
  .filter((name) => name !== 'files.sql')
  .map((name) => name.replace('.sql', ''));

/** What no file of fixtures/shop tells. */
const untold = [
  'ad_leads',
  'ad_spend_with_leads',
  'affiliate_commission',
  'analytics_revenue',
  'begun_checkouts',
  'cohort_cost',
  'cohort_cost_returned',
  'cohort_costed_line_value',
  'cost_of_orders',
  'cost_returned',
  'costed_line_value',
  'email_clicks',
  'email_clicks_with_delivered',
  'email_clicks_with_opens',
  'email_opens',
  'email_opens_with_clicks',
  'email_opens_with_delivered',
  'email_revenue',
  'email_revenue_with_delivered',
  'emails_delivered',
  'emails_delivered_with_clicks',
  'emails_delivered_with_opens',
  'emails_delivered_with_revenue',
  'emails_delivered_with_unsubscribes',
  'funnel_product_views',
  'lost_checkouts',
  'new_customers_paid',
  'new_followers',
  'position_weight',
  'purchasing_visitors',
  'search_clicks',
  'search_impressions',
  'search_impressions_with_position',
  'session_duration',
  'single_page_sessions',
  'unsubscribes',
  'unsubscribes_with_delivered',
  'visitors',
];

/** What these files do tell, and that it is nothing: the answers are words, not scores. */
const nothing = ['csat_scales', 'csat_scored', 'csat_score_sum'];

/** Monday 11 August 2025 to Sunday 15 November 2026, and the weeks in it. */
const first = Date.UTC(2025, 7, 11);
const weeks = 66;
const dayAfter = (count: number): string => new Date(first + count * 86_400_000).toISOString().slice(0, 10);
const spans = [
  ...Array.from({ length: weeks }, (_, week) => ({ from: dayAfter(7 * week), to: dayAfter(7 * week + 6) })),
  { from: dayAfter(0), to: dayAfter(7 * weeks - 1) },
  // Months, and the days around the end of summer time.
  ...[
    ['2026-09-01', '2026-09-30'],
    ['2026-10-01', '2026-10-31'],
    ['2026-10-24', '2026-10-24'],
    ['2026-10-25', '2026-10-25'],
    ['2026-10-26', '2026-10-26'],
  ].map(([from = '', to = '']) => ({ from, to })),
];

const settings = `
complaint_tags: [casse, retour]
business_hours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }
`;

let db: DuckDBConnection;
let read: Read;

beforeAll(async () => {
  const own = mkdtempSync(join(tmpdir(), 'kpi-checks-'));
  writeFileSync(join(own, 'kpi.yaml'), settings);
  ({ read } = await reading([join(root, 'fixtures/shop')], {
    timezone: 'Europe/Paris',
    config: join(own, 'kpi.yaml'),
  }));
  rmSync(own, { recursive: true });
  db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await db.run(`SET file_search_path = '${join(root, 'fixtures/shop').replaceAll("'", "''")}'`);
  await db.run('CREATE TABLE spans (span INTEGER, starts TIMESTAMP, ends TIMESTAMP)');
  const rows = spans.map(({ from, to }, at) => `(${at}, '${from}', CAST('${to}' AS DATE) + 1)`);
  await db.run(`INSERT INTO spans VALUES ${rows.join()}`);
  await db.run(readFileSync(join(folder, 'files.sql'), 'utf8'));
});

/** The query of a measure: a value by span, in millionths; money is in millionths already. */
async function bySql(id: string): Promise<(bigint | null)[]> {
  const query = readFileSync(join(folder, `${id}.sql`), 'utf8').replace(/;\s*$/, '');
  const scaled = measures.get(id)?.unit === 'money' ? 'value' : 'CAST(value AS DECIMAL(38, 6)) * 1000000';
  const rows = await db.runAndReadAll(
    `SELECT CAST(CAST(${scaled} AS HUGEINT) AS VARCHAR) FROM (${query}) ORDER BY span`,
  );
  return rows.getRows().map(([value]) => (value === null ? null : BigInt(String(value))));
}

describe('SQL over the raw files', () => {
  it('has a query for every measure that the files can tell', () => {
    expect([...names, ...untold].sort()).toEqual([...measures.keys()].sort());
  });

  it.each(names)('%s', async (id) => {
    const expected = await bySql(id);
    expect(expected).toHaveLength(spans.length);
    if (!nothing.includes(id)) expect(expected[weeks]).toBeGreaterThan(0n);
    const found = await asked(
      read,
      id,
      spans.map(({ from, to }) => days(from, to)),
    );
    const told = (values: readonly (bigint | null)[]) =>
      Object.fromEntries(spans.map(({ from, to }, at) => [`${from} to ${to}`, values[at]]));
    expect(told(found)).toEqual(told(expected));
  });
});
