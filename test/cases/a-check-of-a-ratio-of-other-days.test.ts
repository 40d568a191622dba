import { describe, expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

/*
 * Ads end on Wednesday, orders go on to Sunday: four weeks of an order of 50.00 and ads of 40.00 a day. Three days of ads (120)
 * over the seven customers of the last week would be a cost of 17.14; on days that both files have it is 40.00.
 */

const day = (at: number): string => new Date(Date.UTC(2026, 9, 12 + at)).toISOString().slice(0, 10);
const orders = table(
  'order_id,ordered_at,customer_key,gross_sales',
  ...Array.from({ length: 28 }, (_, at) => `${at},${day(at)},c${at},50.00`),
);
const spend = (days: number): string =>
  table(
    'date,platform,campaign,cost,clicks',
    ...Array.from({ length: days }, (_, at) => `${day(at)},google,Brand,40.00,5`),
  );
const config = (check: string): string =>
  `currency: EUR\nassume_full_history: true\nsources: [{ path: orders.csv }, { path: spend.csv }]\nchecks: [${check}]\n`;

interface Result {
  readonly verdict: string;
  readonly value: number | null;
  readonly null_reason: string | null;
}

async function checked(check: string, days: number): Promise<{ code: number; results: Result[] }> {
  const files = { 'orders.csv': orders, 'spend.csv': spend(days), 'kpi.yaml': config(check) };
  const { code, out } = await kpi('check --timezone Europe/Paris --format json', files);
  return { code, results: (JSON.parse(out) as { results: Result[] }).results };
}

describe('a check of a ratio whose files end on different days', () => {
  it.each([
    ['{ kpi: cac, must: "<= 30" }'],
    ['{ kpi: mer, must: ">= 2" }'],
    ['{ kpi: cost_per_order, must: "<= 30" }'],
    ['{ kpi: ad_cost_ratio, must: "<= 50%" }'],
  ])('%s has no value', async (check) => {
    const { code, results } = await checked(check, 24);
    expect(results).toMatchObject([{ verdict: 'fail', value: null, null_reason: 'not_covered' }]);
    expect(code).toBe(1);
  });

  it('a ratio of one of them, and a change over the same days, have one', async () => {
    const { code, results } = await checked(
      '{ kpi: average_order_value, must: ">= 10" }, { kpi: cac, vs: previous, must: "<= 5%" }',
      24,
    );
    expect(results).toMatchObject([{ verdict: 'pass', value: 50 }, { verdict: 'pass' }]);
    expect(code).toBe(0);
  });

  it('they have a value where both go to the end', async () => {
    const { results } = await checked('{ kpi: cac, must: "<= 30" }', 28);
    expect(results).toMatchObject([{ verdict: 'fail', value: 40 }]);
  });
});
