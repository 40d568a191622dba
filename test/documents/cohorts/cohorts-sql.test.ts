import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSizes, writeOrders } from '../../../bench/generate.ts';
import type { AgeGrain } from '../../../src/core/age.ts';
import { DAY_HOURS, parseDay } from '../../../src/core/civil.ts';
import { roundedQuotient } from '../../../src/core/fraction.ts';
import { reading } from '../../support/ask.ts';
import { root, run } from '../../support/run.ts';

/*
 * A second opinion: every cell of the cohorts of a generated shop, as SQL over its file. The orders are read by the SQL of
 * test/measures-sql/files.sql, which shares nothing with src.
 */

let folder = '';
let db: DuckDBConnection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kpi-cohorts-sql-'));
  writeOrders(join(folder, 'orders_export.csv'), {
    ...defaultSizes,
    irregular: 0,
    visits: 24_000,
    orders: 4000,
    seed: 5,
  });
  db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await db.run(`SET file_search_path = '${folder}'`);
  const [orders = ''] = readFileSync(join(root, 'test/measures-sql/files.sql'), 'utf8').split('CREATE TABLE checkouts');
  await db.run(orders);
  // What a customer did, in millionths: orders, and what was given back on the day of the order, since the file knows no other.
  await db.run(`
    CREATE TABLE deeds AS
    SELECT customer, id, CAST(first_at AS DATE) AS begun, CAST(booked AS DATE) AS day,
      CAST(gross - discounts - CASE WHEN given_back > 0 THEN returned ELSE 0 END AS HUGEINT) AS net
    FROM orders WHERE customer IS NOT NULL`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const months =
  '(year(day) * 12 + month(day)) - (year(begun) * 12 + month(begun)) - CASE WHEN day(day) < day(begun) THEN 1 ELSE 0 END';
const ageBy: Readonly<Record<AgeGrain, string>> = {
  day: 'day - begun',
  week: '(day - begun) // 7',
  month: months,
  quarter: `(${months}) // 3`,
};

interface Cell {
  readonly customers: number;
  readonly orders: number;
  readonly net: bigint;
}

/** Size of each cohort, and its cells by age: what was done at that age alone. */
async function bySql(grain: AgeGrain): Promise<Map<string, { size: number; ages: Map<number, Cell> }>> {
  const cohorts = new Map<string, { size: number; ages: Map<number, Cell> }>();
  const sizes = await db.runAndReadAll(`
    SELECT CAST(CAST(date_trunc('${grain}', begun) AS DATE) AS VARCHAR), CAST(count(DISTINCT customer) AS INTEGER) FROM deeds GROUP BY 1`);
  for (const [cohort, size] of sizes.getRows()) cohorts.set(String(cohort), { size: Number(size), ages: new Map() });
  const cells = await db.runAndReadAll(`
    SELECT CAST(CAST(date_trunc('${grain}', begun) AS DATE) AS VARCHAR), CAST(${ageBy[grain]} AS INTEGER),
      CAST(count(DISTINCT customer) AS INTEGER), CAST(count(*) AS INTEGER), CAST(sum(net) AS VARCHAR)
    FROM deeds GROUP BY 1, 2`);
  for (const [cohort, age, customers, orders, net] of cells.getRows())
    cohorts
      .get(String(cohort))!
      .ages.set(Number(age), { customers: Number(customers), orders: Number(orders), net: BigInt(String(net)) });
  return cohorts;
}

/** The last day of the file, and the last that a cohort's ages need. */
async function lastDay(): Promise<string> {
  const [[day] = []] = (
    await db.runAndReadAll('SELECT CAST(max(CAST(booked AS DATE)) AS VARCHAR) FROM split_orders')
  ).getRows();
  return String(day);
}

interface Shown {
  readonly to: string;
  readonly ages: readonly unknown[];
}

/** The day after each age of each cohort: as many months or weeks after the day that follows its last. */
async function endsOf(cohorts: readonly Shown[], grain: AgeGrain): Promise<Map<string, number>> {
  const step = grain === 'quarter' ? 'INTERVAL 3 MONTH' : `INTERVAL 1 ${grain}`;
  const days = cohorts.map(({ to }) => `(DATE '${to}')`).join();
  const { length } = cohorts[0]!.ages;
  const rows = await db.runAndReadAll(`
    SELECT CAST(last AS VARCHAR), age, CAST(CAST(last + INTERVAL 1 DAY + (age + 1) * ${step} AS DATE) AS VARCHAR)
    FROM (VALUES ${days}) AS t(last), (SELECT CAST(unnest(range(${length})) AS INTEGER) AS age)`);
  return new Map(rows.getRows().map(([last, age, end]) => [`${last} ${age}`, parseDay(String(end))!]));
}

/** A quotient of millionths as the machine formats print it: 12 significant digits, compared as millionths of it. */
const near = (shown: number | null, n: bigint, d: bigint): boolean => {
  if (shown === null) return false;
  const micro = Number(roundedQuotient(n, d));
  return Math.abs(shown * 1e6 - micro) <= 0.51 + Math.abs(micro) * 1e-11;
};

/** All days since the first would be half a million cells. */
const span: Readonly<Partial<Record<AgeGrain, string>>> = { day: '--from 2026-08-01 --to 2026-10-31' };

describe('SQL over the orders', () => {
  it.each<AgeGrain>(['day', 'week', 'month', 'quarter'])('has the same cohorts by %s', async (grain) => {
    const expected = await bySql(grain);
    const end = parseDay(await lastDay())!;
    const { code, out, err } = await run(
      `cohorts orders_export.csv --timezone Europe/Paris ${span[grain] ?? '--all'} --assume-full-history --format json --period ${grain}`.split(
        ' ',
      ),
      { cwd: folder },
    );
    expect(code, err).toBe(0);
    const { cohorts } = JSON.parse(out);
    const ends = await endsOf(cohorts, grain);
    let [known, blank, ordered] = [0, 0, 0];
    for (const { from, to, values, ages } of cohorts) {
      const own = expected.get(from) ?? { size: 0, ages: new Map<number, Cell>() };
      expect(values.customers, from).toBe(own.size);
      let [orders, net] = [0, 0n];
      for (const { age, values: cell } of ages) {
        const { customers, orders: count, net: sum } = own.ages.get(age) ?? { customers: 0, orders: 0, net: 0n };
        orders += count;
        net += sum;
        const told = `${to} ${age}`;
        if (ends.get(told)! > end + 1) {
          expect([cell.orders, cell.retention, cell.revenue_per_customer], told).toEqual([null, null, null]);
          blank += 1;
          continue;
        }
        known += 1;
        ordered += count;
        expect([cell.active_customers, cell.orders], told).toEqual([customers, count]);
        if (own.size === 0) continue;
        const size = BigInt(own.size);
        expect(near(cell.retention, BigInt(customers) * 1_000_000n, size), told).toBe(true);
        expect(near(cell.orders_per_customer, BigInt(orders) * 1_000_000n, size), told).toBe(true);
        expect(near(cell.revenue_per_customer, net, size), told).toBe(true);
      }
    }
    expect(Math.min(known, blank)).toBeGreaterThan(20);
    expect(ordered).toBeGreaterThan(100);
  });

  it.each<AgeGrain>(['week', 'month'])('has the same sums by %s, to the millionth', async (grain) => {
    const expected = await bySql(grain);
    const { read } = await reading([join(folder, 'orders_export.csv')], { timezone: 'Europe/Paris' });
    await read.ask([]);
    const starts = [...expected.keys()].sort().map((day) => parseDay(day)! * DAY_HOURS);
    const spans = starts.map((from, at) => ({ from, to: starts[at + 1] ?? from + 24 * 40 }));
    const table = read.cohortTable(spans, grain);
    for (const [at, key] of [...expected.keys()].sort().entries()) {
      const [cohort] = table[at]!;
      const { size, ages } = expected.get(key)!;
      expect(cohort!.customers, key).toBe(size);
      for (const [age, cell] of cohort!.ages.entries()) {
        const own = ages.get(age) ?? { customers: 0, orders: 0, net: 0n };
        expect([cell.customers, cell.orders, cell.sales], `${key} ${age}`).toEqual([
          own.customers,
          own.orders,
          own.net,
        ]);
      }
    }
  });
});
