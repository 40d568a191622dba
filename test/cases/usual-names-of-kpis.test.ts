import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* People type the names that they know; and where a figure is missing they want to know what to export. */

const orders = table(
  'order_id,ordered_at,customer_email,gross_sales',
  '1,2026-10-20,a@x.org,10',
  '2,2026-11-08,a@x.org,30',
);
const files = { 'exports/orders.csv': orders };

it('is asked for by the usual name, in any case, once', async () => {
  const { rows, row } = await told(`report exports ${lastWeek} --kpi AOV,panier_moyen,Repeat_Rate`, files);
  // One order of 30.00 in the week.
  expect(row().values).toEqual({ average_order_value: 30, repeat_purchase_rate: 0 });
  expect(rows.length).toBe(2);
  const explained = await kpi(`explain Aov exports ${lastWeek} --format csv`, files);
  expect(explained.out).toContain('average_order_value,money,30');
});

it('in a configuration: its report, checks, targets', async () => {
  const config = table(
    'timezone: Europe/Paris',
    'currency: EUR',
    'report: { kpi: [aov, Commandes] }',
    'checks:',
    '  - { kpi: AOV, must: ">= 20", min_base: { order_count: 1 } }',
    '  - { kpi: ca, vs: target, must: ">= 90%" }',
    'targets:',
    '  - { kpi: Revenue, from: 2026-11-02, to: 2026-11-08, value: 30 }',
  );
  const all = { ...files, 'kpi.yaml': config };
  expect((await told('report exports --last 1', all)).row().values).toEqual({ average_order_value: 30, orders: 1 });
  const { results } = JSON.parse((await kpi('check exports --format json', all)).out) as {
    results: { kpi: string; verdict: string; compared: number }[];
  };
  // 30 of 30 in the days of the target.
  expect(results.map(({ kpi: id, verdict, compared }) => [id, verdict, compared])).toEqual([
    ['average_order_value', 'pass', 30],
    ['revenue', 'pass', 1],
  ]);
  const suggested = await kpi('check exports --suggest --kpi aov,zzz', all);
  expect([suggested.code, suggested.err.includes('there is no KPI "zzz"')]).toEqual([2, true]);
});

it('a name that may mean several things is answered with what there is', async () => {
  const { code, err } = await kpi(`report exports ${lastWeek} --kpi profit`, files);
  expect(code).toBe(2);
  expect(err).toContain('did you mean gross_margin or contribution_margin?');
  expect((await kpi('explain sales', files)).err).toContain('did you mean');
});

it('says what a KPI needs that no file has, and where that is found', async () => {
  const says = (text: string): string => text.replace(/\s+/g, ' ');
  const report = says((await kpi(`report exports ${lastWeek} --kpi orders,ctr,gross_margin`, files)).out);
  expect(report).toContain(
    'ctr needs clicks and impressions: an export of an ads account (Google Ads, Meta Ads, …) has them',
  );
  expect(report).toContain('gross_margin needs');
  expect(report).toContain('and the order files have no column for them');
  const markdown = says((await kpi(`report exports ${lastWeek} --kpi ctr --format markdown`, files)).out);
  expect(markdown).toContain('an export of an ads account (Google Ads, Meta Ads, …) has them');
  const explained = says((await kpi(`explain ctr exports ${lastWeek}`, files)).out);
  expect(explained).toContain(
    'ctr needs clicks and impressions: an export of an ads account (Google Ads, Meta Ads, …) has them',
  );
  const french = says((await kpi(`report exports ${lastWeek} --kpi ctr --lang fr`, files)).out);
  expect(french).toContain(
    "ctr a besoin de clicks et impressions : un export d'un compte publicitaire (Google Ads, Meta Ads, …) les contient",
  );
  const both = says((await kpi(`report exports ${lastWeek} --kpi mer`, files)).out);
  expect(both).toContain('mer needs ad_spend: an export of an ads account (Google Ads, Meta Ads, …) has it');
});
