import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/** An order of the same amount on each day from `first` on, `count` days. */
const daily = (first: string, count: number, amount = 20): string =>
  table(
    'order_id,ordered_at,customer_email,gross_sales',
    ...Array.from({ length: count }, (_, i) => {
      const day = new Date(Date.parse(`${first}T00:00Z`) + i * 86_400_000).toISOString().slice(0, 10);
      return `${day},${day} 10:00:00,c${i}@example.com,${amount}`;
    }),
  );

const zone = '--timezone Europe/Paris --currency EUR --compare previous';

describe('a shop that sells 20.00 a day, whose file begins on Thursday 15 October', () => {
  const files = { 'orders.csv': daily('2026-10-15', 25) };

  it('has no change since a week of which the file has four days', async () => {
    const { row } = await told(
      `report orders.csv ${zone} --from 2026-10-19 --to 2026-10-25 --kpi gross_sales,orders`,
      files,
    );
    const week = row('2026-W43');
    expect(week.values).toEqual({ gross_sales: 140, orders: 7 });
    const { previous } = week.compare!;
    // 15 to 18 October: 4 × 20.00, of a week of seven.
    expect(previous!.values).toEqual({ gross_sales: 80, orders: 4 });
    expect(previous!.change_abs).toEqual({ gross_sales: null, orders: null });
    expect(previous!.change_pct).toEqual({ gross_sales: null, orders: null });
    expect(previous!.nulls).toEqual({ gross_sales: 'incomplete_base', orders: 'incomplete_base' });
  });

  it('has a change since a whole week', async () => {
    const { row } = await told(`report orders.csv ${zone} --from 2026-10-26 --to 2026-11-01 --kpi gross_sales`, files);
    expect(row('2026-W44').compare!.previous).toMatchObject({ change_pct: { gross_sales: 0 }, nulls: {}, flags: {} });
  });

  it('shows a dash with its reason on a terminal, in Markdown and on the page', async () => {
    const line = `report orders.csv ${zone} --from 2026-10-19 --to 2026-10-25 --kpi gross_sales`;
    for (const format of ['table', 'markdown', 'html']) {
      const { out } = await kpi(`${line} --format ${format}`, files);
      expect(out).toContain('–¹');
      expect(out.replace(/\s+/g, ' ')).toContain('not comparable');
      expect(out).not.toMatch(/75[.,]0/);
    }
    const { out } = await kpi(`${line} --format csv`, files);
    expect(out.split('\n')[1]).toBe(
      '2026-W43,2026-10-19,2026-10-25,false,gross_sales,money,140,,,2026-W42,80,,,incomplete_base,incomplete',
    );
  });

  it('has no value in a check, whichever way its bound points', async () => {
    const { code, out } = await kpi('check --as-of 2026-10-26 --format json', {
      ...files,
      'kpi.yaml': `timezone: Europe/Paris
currency: EUR
sources: [{ path: orders.csv }]
checks:
  - { kpi: gross_sales, vs: previous, must: ">= -20%" }
  - { kpi: gross_sales, vs: previous, must: "<= 50%" }
`,
    });
    expect(code).toBe(1);
    const { results } = JSON.parse(out) as { results: Record<string, unknown>[] };
    for (const result of results)
      expect(result).toMatchObject({
        verdict: 'fail',
        because: 'no_value',
        compared: null,
        null_reason: 'incomplete_base',
      });
  });

  it('has none against a saved report of the half week either', async () => {
    const saved = await kpi(
      `report orders.csv ${zone} --from 2026-10-12 --to 2026-10-18 --kpi gross_sales --format json`,
      files,
    );
    const half = JSON.parse(saved.out) as { rows: { partial: boolean }[] };
    const whole = { ...half, rows: half.rows.map((row) => ({ ...row, partial: false })) };
    const { out } = await kpi('check --as-of 2026-10-26 --format json', {
      ...files,
      'before.json': JSON.stringify(whole),
      'kpi.yaml': `timezone: Europe/Paris
currency: EUR
sources: [{ path: orders.csv }]
checks: [{ kpi: gross_sales, vs: before.json, must: "<= 50%" }]
`,
    });
    expect(JSON.parse(out).results[0]).toMatchObject({ because: 'no_value', null_reason: 'incomplete_base' });
  });

  it('has none in a funnel', async () => {
    const { out } = await kpi(`funnel orders.csv ${zone} --from 2026-10-19 --to 2026-10-25 --format csv`, files);
    const purchases = out.split('\n').find((line) => line.includes(',purchases,count,'));
    // 7 orders, which stand for sessions; 4 in the half week.
    expect(purchases).toBe(
      '2026-W43,2026-10-19,2026-10-25,false,purchases,count,count,7,,approx,2026-W42,4,,,incomplete_base,approx incomplete',
    );
  });
});

describe('ad costs of which October is only roughly known', () => {
  // 90.00 of 21 September to 10 October are 20 days at 4.50: 10 of them in October, 45.00; with 63.00 that is 108.00.
  const files = {
    'ads.csv': table(
      'date_from,date_to,platform,cost',
      '2026-09-21,2026-10-10,Meta Ads,90',
      '2026-10-11,2026-10-31,Meta Ads,63',
      '2026-11-01,2026-11-30,Meta Ads,135',
    ),
  };

  it('mark the change since', async () => {
    const line = `report ads.csv ${zone} --as-of 2026-12-01 --period month --last 1 --kpi ad_spend`;
    const { row } = await told(line, files);
    expect(row('2026-11')).toMatchObject({ values: { ad_spend: 135 }, flags: {} });
    // 135 - 108 = 27, a quarter of 108.
    expect(row('2026-11').compare!.previous).toMatchObject({
      values: { ad_spend: 108 },
      change_abs: { ad_spend: 27 },
      change_pct: { ad_spend: 0.25 },
      flags: { ad_spend: ['approx'] },
    });
    expect((await kpi(line, files)).out).toContain('€135.00 +25.0%~');
    expect((await kpi(`${line} --format html`, files)).out).toContain('+25.0%~');
  });
});
