import { describe, expect, it } from 'vitest';
import { daysBetween } from './days-kit.ts';
import { type Files, kpi, table } from './kit.ts';

/*
 * A total of some days of a month may still grow past a maximum, and up to a minimum: a check that passes or fails by it says something
 * of the files, not of the shop.
 */

const orders = (first: string, last: string, prefix = ''): string =>
  table(
    'order_id,ordered_at,customer_id,gross_sales,discounts',
    ...daysBetween(first, last).map((day, at) => `${prefix}${at},${day},c${at % 10},100,5`),
  );
const spend = (first: string, last: string, platform: string): string =>
  table('date,platform,cost', ...daysBetween(first, last).map((day) => `${day},${platform},10`));

const half = { 'o.csv': orders('2026-09-01', '2026-10-18') };

/** The verdicts of checks of October. */
async function verdicts(checks: string, files: Files): Promise<unknown[]> {
  const configuration = `timezone: Europe/Paris\ncurrency: EUR\nchecks:\n${checks}`;
  const { out } = await kpi('check . --as-of 2026-11-09 --period month --format json', {
    ...files,
    'kpi.yaml': configuration,
  });
  const { results } = JSON.parse(out) as { results: Record<string, unknown>[] };
  return results.map(({ verdict, value, null_reason }) => [verdict, value, null_reason]);
}

const unknown = ['fail', null, 'not_covered'];

describe('a check of a month whose files end on the 18th', () => {
  // 18 days of 5.00 and 100.00; ten customers.
  it.each([
    ['kpi: discounts, must: "<= 100"', unknown],
    ['kpi: customers, must: "<= 12"', unknown],
    ['kpi: orders, must: ">= 30"', unknown],
    ['kpi: discounts, must: "<= 100", on_null: skip', ['skip', null, 'not_covered']],
    // What more days cannot undo.
    ['kpi: discounts, must: "<= 80"', ['fail', 90, null]],
    ['kpi: orders, must: ">= 15"', ['pass', 18, null]],
    ['kpi: discounts, must: "<= 100", should: "<= 80"', unknown],
    ['kpi: discounts, must: "<= 80", should: "<= 70"', ['fail', 90, null]],
    // A rate of these days stands for all: 5 of 100.
    ['kpi: discount_rate, must: "<= 6%"', ['pass', 0.05, null]],
    // Against as many days of September: no more, no less.
    ['kpi: orders, vs: previous, must: ">= -10%"', ['pass', 18, null]],
  ])('{ %s }', async (check, expected) => {
    expect(await verdicts(`  - { ${check} }\n`, half)).toEqual([expected]);
  });

  it('says so in both languages', async () => {
    const configuration = 'timezone: Europe/Paris\ncurrency: EUR\nchecks: [{ kpi: discounts, must: "<= 100" }]\n';
    const files = { ...half, 'kpi.yaml': configuration };
    const line = 'check . --as-of 2026-11-09 --period month';
    expect((await kpi(line, files)).out).toContain('no value: the files do not cover the period');
    expect((await kpi(`${line} --lang fr`, files)).out).toContain('pas de valeur');
  });
});

describe('a check of a month that the files cover', () => {
  const spent = '  - { kpi: ad_spend, must: "<= 600" }\n';

  it('goes by the total where a platform was given up, and another goes on', async () => {
    const files = {
      'meta.csv': spend('2026-09-01', '2026-10-31', 'Meta'),
      'o.csv': orders('2026-09-01', '2026-10-31'),
      'tiktok.csv': spend('2026-09-01', '2026-10-18', 'TikTok'),
    };
    // 31 days and 18 days of 10.00.
    expect(await verdicts(spent, files)).toEqual([['pass', 490, null]]);
  });

  it('goes by a sparse shop as it usually sells', async () => {
    const days = ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29', '2026-10-06', '2026-10-27'];
    const rows = days.map((day, at) => `${at},${day},c${at},100,5`);
    const files = { 'o.csv': table('order_id,ordered_at,customer_id,gross_sales,discounts', ...rows) };
    expect(await verdicts('  - { kpi: discounts, must: "<= 100" }\n', files)).toEqual([['pass', 10, null]]);
  });
});
