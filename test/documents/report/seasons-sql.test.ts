import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../bench/random.ts';
import { run } from '../../support/run.ts';

/*
 * A second opinion: season and 28-day mean of every period and group of a generated shop, as SQL over its rows. It shares nothing
 * with src: DuckDB names the months, quarters and ISO weeks, and averages in binary.
 */

const [first, last, asOf] = ['2023-03-15', '2026-10-20', '2026-11-01'];
const channels = ['Direct', 'Email', 'Paid Search'] as const;

let folder = '';
let db: DuckDBConnection;

/** An order a day at least, most before Christmas, and few by e-mail: there are weeks without any. */
function writeShop(): void {
  const random = new Random(11, 1);
  const orders = ['order_id,ordered_at,gross_sales,currency,customer_key,channel'];
  const visits = ['date,channel,sessions,purchases'];
  const end = Date.parse(last);
  for (let at = Date.parse(first); at <= end; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const isBusy = ['11', '12'].includes(day.slice(5, 7));
    for (const channel of channels) {
      const many = channel === 'Direct' ? 1 + random.below(isBusy ? 5 : 3) : random.below(12) === 0 ? 1 : 0;
      for (let i = 0; i < many; i += 1) {
        const amount = (500 + random.below(20_000)) / 100;
        const time = `${String(random.below(24)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}:00`;
        orders.push(
          `${orders.length},${day} ${time},${amount.toFixed(2)},EUR,c${random.below(500)}@example.test,${channel}`,
        );
      }
      visits.push(`${day},${channel},${20 + random.below(80)},${many}`);
    }
  }
  writeFileSync(join(folder, 'orders.csv'), `${orders.join('\n')}\n`);
  writeFileSync(join(folder, 'visits.csv'), `${visits.join('\n')}\n`);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kpi-seasons-sql-'));
  writeShop();
  db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await db.run(`SET file_search_path = '${folder}'`);
  await db.run(`
    CREATE TABLE orders AS
      SELECT CAST(CAST(ordered_at AS TIMESTAMP) AS DATE) AS day, CAST(gross_sales AS DOUBLE) AS amount, customer_key AS customer, channel
      FROM read_csv('orders.csv', header = true, all_varchar = true);
    CREATE TABLE visits AS
      SELECT CAST(date AS DATE) AS day, CAST(sessions AS INTEGER) AS sessions, CAST(purchases AS INTEGER) AS purchases, channel
      FROM read_csv('visits.csv', header = true, all_varchar = true)`);
  for (const grain of grains) known.set(grain, await bySql(grain));
});
/** Both engines are held against the same answers. */
const known = new Map<Grain, Awaited<ReturnType<typeof bySql>>>();
afterAll(() => rmSync(folder, { recursive: true }));

const kpis = ['gross_sales', 'orders', 'average_order_value', 'customers', 'conversion_rate'] as const;
const grains = ['week', 'month', 'quarter'] as const;
type Grain = (typeof grains)[number];

/** The week 53 counts as the first. */
const seasonOf: Readonly<Record<Grain, string>> = {
  week: 'CASE WHEN weekofyear(start) = 53 THEN 1 ELSE weekofyear(start) END',
  month: 'month(start)',
  quarter: 'quarter(start)',
};

/** Each KPI over spans [start, stop) of a table of spans, by channel and ('') all together. */
const measured = (spans: string): string => `
  SELECT s.start, s.stop, g.channel,
    (SELECT coalesce(sum(amount), 0) FROM orders o WHERE o.day >= s.start AND o.day < s.stop AND g.channel IN ('', o.channel)) AS gross_sales,
    (SELECT count(*) FROM orders o WHERE o.day >= s.start AND o.day < s.stop AND g.channel IN ('', o.channel)) AS orders,
    (SELECT avg(amount) FROM orders o WHERE o.day >= s.start AND o.day < s.stop AND g.channel IN ('', o.channel)) AS average_order_value,
    (SELECT count(DISTINCT customer) FROM orders o WHERE o.day >= s.start AND o.day < s.stop AND g.channel IN ('', o.channel)) AS customers,
    (SELECT sum(purchases) / sum(sessions) FROM visits v WHERE v.day >= s.start AND v.day < s.stop AND g.channel IN ('', v.channel)) AS conversion_rate
  FROM ${spans} s, (SELECT unnest(['', ${channels.map((name) => `'${name}'`).join()}]) AS channel) g`;

/** Of each complete period and group, by the start and the channel: indices, adjusted figures, and means of 28 days. */
async function bySql(grain: Grain): Promise<Map<string, (number | null)[]>> {
  await db.run(`
    CREATE OR REPLACE TABLE periods AS
    SELECT CAST(begun AS DATE) AS start, CAST(begun + INTERVAL 1 ${grain} AS DATE) AS stop
    FROM (SELECT unnest(generate_series(CAST(date_trunc('${grain}', DATE '${first}') AS TIMESTAMP), TIMESTAMP '${last}', INTERVAL 1 ${grain})) AS begun)
    WHERE start >= DATE '${first}' AND stop <= DATE '${last}' + 1;
    CREATE OR REPLACE TABLE own AS ${measured('periods')};
    CREATE OR REPLACE TABLE recent AS ${measured('(SELECT stop - 28 AS start, stop FROM periods)')};
    CREATE OR REPLACE TABLE known AS SELECT *, ${seasonOf[grain]} AS season FROM own`);
  const index = (kpi: string): string => `
    avg(k.${kpi}) OVER (PARTITION BY k.channel, k.season) / avg(k.${kpi}) OVER (PARTITION BY k.channel) AS ${kpi}_index`;
  const mean = (kpi: string): string => (['gross_sales', 'orders'].includes(kpi) ? `r.${kpi} / 28.0` : `r.${kpi}`);
  const rows = await db.runAndReadAll(`
    WITH indexed AS (SELECT k.*, ${kpis.map(index).join()} FROM known k)
    SELECT CAST(k.start AS VARCHAR), k.channel,
      ${kpis.flatMap((kpi) => [`CAST(k.${kpi}_index AS DOUBLE)`, `CAST(k.${kpi} / nullif(k.${kpi}_index, 0) AS DOUBLE)`, `CAST(${mean(kpi)} AS DOUBLE)`]).join()}
    FROM indexed k JOIN recent r ON r.stop = k.stop AND r.channel = k.channel`);
  return new Map(
    rows
      .getRows()
      .map(([start, channel, ...values]) => [
        `${start} ${channel}`,
        values.map((value) => (value === null ? null : Number(value))),
      ]),
  );
}

interface Row {
  readonly period: string;
  readonly from: string;
  readonly dimensions: { readonly channel?: string };
  readonly season: Record<'index' | 'adjusted', Record<string, number | null>>;
  readonly mean_28d: { readonly values: Record<string, number | null> };
}

const isNear = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

describe.each(['memory', 'duckdb'])('SQL over the rows and the engine %s', (engine) => {
  it.each(grains)('have the same seasons and means by %s', async (grain) => {
    const expected = known.get(grain)!;
    const line = `report orders.csv visits.csv --timezone Europe/Paris --as-of ${asOf} --all --period ${grain} --by channel --kpi ${kpis.join()} --compare season,mean --format json --quiet --engine ${engine}`;
    const { code, out, err } = await run(line.split(' '), { cwd: folder });
    expect(code, err).toBe(0);
    const rows = (JSON.parse(out).rows as Row[]).filter(({ period }) => period !== 'all');
    expect(rows).toHaveLength(expected.size);
    let [told, untold] = [0, 0];
    for (const { from, dimensions, season, mean_28d } of rows) {
      const key = `${from} ${dimensions.channel ?? ''}`;
      const own = expected.get(key)!;
      for (const [i, kpi] of kpis.entries()) {
        const [index = null, adjusted = null, mean = null] = own.slice(i * 3, i * 3 + 3);
        const place = `${key} ${kpi}`;
        expect(isNear(season.index[kpi]!, index), `${place} index ${season.index[kpi]} ${index}`).toBe(true);
        expect(isNear(season.adjusted[kpi]!, adjusted), `${place} ${season.adjusted[kpi]} ${adjusted}`).toBe(true);
        // In the first weeks the files do not go back 28 days.
        const reached = Date.parse(from) >= Date.parse(first) + 28 * 86_400_000;
        if (reached) expect(isNear(mean_28d.values[kpi]!, mean), `${place} ${mean_28d.values[kpi]} ${mean}`).toBe(true);
        told += index === null ? 0 : 1;
        untold += adjusted === null ? 1 : 0;
      }
    }
    expect(told).toBeGreaterThan(200);
    // In some weeks nobody bought by e-mail: the basket has no value then.
    if (grain === 'week') expect(untold).toBeGreaterThan(10);
  });
});
