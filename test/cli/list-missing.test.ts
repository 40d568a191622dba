import { expect, it } from 'vitest';
import { run, wordsOf } from '../support/run.ts';

/** Orders and visits, but no ads and no costs; visits without page views. */
const files = 'fixtures/two-years/orders.csv fixtures/two-years/visits.csv';

it('names the exports that would supply the KPIs that the files do not', async () => {
  const { out, code } = await run(wordsOf(`list ${files} --missing`));
  expect(code).toBe(0);
  const block = out.split('\n\n').find((one) => /^an export of an ads account \([^)]*\)\n/.test(one))!;
  expect(block).toContain('Google Ads, ');
  expect(block).toMatch(/^ {4}ad_spend /m);
  expect(block).toMatch(/^ {4}cac /m);
  expect(out).toMatch(/^ {4}pages_per_session +needs pageviews, and the visit files have no column for it$/m);
  // What the files supply is not missing.
  expect(out).not.toMatch(/^ {4}(orders|net_sales|conversion_rate) /m);
});

it('has them for machines, and of one group', async () => {
  const { out } = await run(wordsOf(`list ${files} --missing --group acquisition --format json`));
  const { schema, kpis } = JSON.parse(out);
  expect(schema).toBe('kpi-missing/1');
  const cac = kpis.find(({ id }: { id: string }) => id === 'cac');
  expect(cac.kinds).toContain('spend');
  expect(cac.formats).toContain('meta-ads');
  expect(kpis.some(({ id }: { id: string }) => id === 'pages_per_session')).toBe(false);
  const { out: csv } = await run(wordsOf(`list ${files} --missing --format csv`));
  expect(csv).toMatch(/^id,kinds,needs,formats\n/);
});
