import { expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * 10 clicks over the 31 days of October. By the end of day n floor(10 n / 31) of them are counted: 1 on the 4th, 3 by the 11th,
 * 5 by the 18th, 8 by the 25th, 10 by the 31st. A remainder on the first days would put 7 of them before the 11th.
 */

const report = table(
  'Campaign report',
  '"October 1, 2026 - October 31, 2026"',
  'Campaign,Currency code,Cost,Clicks,Impr.',
  'Brand,EUR,310.00,10,3100',
);
const line =
  'report a.csv --timezone Europe/Paris --kpi clicks,impressions,ad_spend --all --compare none --as-of 2026-11-16';

it('each week has its share of a few clicks of a month', async () => {
  const { row } = await told(`${line} --period week`, { 'a.csv': report });
  const clicks = ['2026-W41', '2026-W42', '2026-W43'].map((week) => row(week).values.clicks);
  // 5 to 11, 12 to 18, 19 to 25 October: 3 - 1, 5 - 3, 8 - 5.
  expect(clicks).toEqual([2, 2, 3]);
  // What is the same each day stays so: 100 impressions and 10.00 a day.
  expect(row('2026-W42').values).toMatchObject({ impressions: 700, ad_spend: 70 });
  expect(row('2026-W42').flags.clicks).toContain('approx');
});

it('its days add up to all of them', async () => {
  const { rows, row } = await told(`${line} --period day`, { 'a.csv': report });
  const days = rows.filter(({ period }) => period !== 'all').map(({ values }) => Number(values.clicks));
  expect(days).toHaveLength(31);
  expect(days.reduce((sum, clicks) => sum + clicks, 0)).toBe(10);
  expect(Math.max(...days)).toBe(1);
  expect(row('2026-10-03').values.clicks).toBe(0);
  expect(row('2026-10-04').values.clicks).toBe(1);
});
