import { describe, expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

/* A cron job whose export has stopped is red until somebody mends it: a check that finds nothing to look at does not pass. */

const files = {
  'o.csv': table('order_id,ordered_at,gross_sales,country', '1,2026-11-02,100.00,FR', '2,2026-11-04,50.00,DE'),
};
const config = (check: string): string =>
  `timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: o.csv }]\nchecks:\n  - ${check}\n`;

describe('a check in a period that no file reaches', () => {
  it.each([
    ['by country, in the week after', '{ kpi: gross_sales, by: country, must: ">= 10" }', '2026-11-16', 2],
    ['by country, two weeks after', '{ kpi: gross_sales, by: country, must: ">= 10" }', '2026-11-23', 1],
    ['by country, a year after', '{ kpi: gross_sales, by: country, must: ">= 10" }', '2027-11-23', 1],
    ['by country, before the first record', '{ kpi: gross_sales, by: country, must: ">= 10" }', '2026-11-02', 1],
    ['of all, before the first record', '{ kpi: gross_sales, must: ">= 10" }', '2026-11-02', 1],
    ['of all, long before it', '{ kpi: orders, must: ">= 1" }', '2025-11-02', 1],
  ])('%s fails', async (_, check, asOf, lines) => {
    const { code, out } = await kpi(`check --as-of ${asOf} --format json`, { ...files, 'kpi.yaml': config(check) });
    const { results } = JSON.parse(out) as { results: { verdict: string; value: number | null }[] };
    expect(results.map(({ verdict, value }) => [verdict, value])).toEqual(
      Array.from({ length: lines }, () => ['fail', null]),
    );
    expect(code).toBe(1);
  });

  it('that says what to do without a value does that', async () => {
    const check = '{ kpi: gross_sales, by: country, must: ">= 10", on_null: skip }';
    const { code, out } = await kpi('check --as-of 2026-11-23 --format json', { ...files, 'kpi.yaml': config(check) });
    expect([code, (JSON.parse(out) as { results: { verdict: string }[] }).results[0]?.verdict]).toEqual([0, 'skip']);
  });
});
