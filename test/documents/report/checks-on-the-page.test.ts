import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root, run, wordsOf } from '../../support/run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'kpi-page-checks-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
beforeAll(() => cpSync(join(root, 'fixtures/shop'), join(cwd, 'exports'), { recursive: true }));

const config = (checks: string): void =>
  writeFileSync(join(cwd, 'kpi.yaml'), `timezone: Europe/Paris\nname: Léa\nchecks:\n${checks}`);
const page = async (line = ''): Promise<string> =>
  (await run(wordsOf(`report exports --format html --lang en ${line}`), { cwd })).out.replaceAll('\u00a0', ' ');

it('a page shows the checks of the configuration, those that failed first, with the values of kpi check', async () => {
  config(`  - { kpi: net_sales, vs: previous, must: ">= -20%" }
  - { kpi: conversion_rate, must: ">= 1.5%" }
  - { kpi: orders, by: channel, must: ">= 1" }
`);
  const { out } = await run(wordsOf('check exports --format json'), { cwd });
  const { results } = JSON.parse(out) as { results: { kpi: string; status: string; value: number }[] };
  const shown = await page();
  expect(shown).toContain('<h1>Léa · KPIs by week');
  const list = shown.slice(shown.indexOf('<ul class=ck>'), shown.indexOf('</ul>', shown.indexOf('<ul class=ck>')));
  const items = list.split('<li>').slice(1);
  // The one by channel needs groups that the page was not asked for.
  expect(items).toHaveLength(2);
  expect(items[0]).toMatch(/✗ fail<\/b> conversion_rate &gt;= 1\.5% <span>0\.52%/);
  expect(items[1]).toMatch(/✓ pass<\/b> net_sales vs previous &gt;= -20% <span>€365\.00 \(\+65\.9%\)/);
  expect(results.find(({ kpi }) => kpi === 'net_sales')?.value).toBe(365);
});

it('a page of some KPIs has all checks, and a page without checks has no list', async () => {
  config('  - { kpi: first_reply_time, must: "<= 8h" }\n');
  expect(await page('--kpi orders')).toMatch(/first_reply_time &lt;= 8h <span>1 h 30/);
  writeFileSync(join(cwd, 'kpi.yaml'), 'timezone: Europe/Paris\n');
  expect(await page()).not.toContain('class=ck');
});

it('checks that cannot be understood do not stop a report that shows none', async () => {
  config('  - { kpi: nonsense, must: ">= 1" }\n');
  const table = await run(wordsOf('report exports'), { cwd });
  expect(table.code).toBe(0);
  expect((await run(wordsOf('report exports --format html'), { cwd })).code).toBe(2);
});
