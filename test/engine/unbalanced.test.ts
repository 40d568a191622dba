import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'kpi-unbalanced-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('an unbalanced order is counted once, in the file whose copy of it counts', async () => {
  const header = 'order_id,ordered_at,gross_sales,taxes,total,currency\n';
  // 10 and 2 of tax are neither 10 nor 12: a tip of 1 is in the total of order 1.
  writeFileSync(join(folder, 'a.csv'), `${header}1,2026-11-02,10,2,13,EUR\n`);
  writeFileSync(join(folder, 'b.csv'), `${header}1,2026-11-02,10,2,13,EUR\n2,2026-11-03,10,2,12,EUR\n`);
  const { out } = await run(['report', folder, '--kpi', 'orders', '--format', 'json', '--period', 'all']);
  const { quality } = JSON.parse(out) as {
    quality: { files: { superseded: number; counts: { unbalanced: number } }[] };
  };
  expect(quality.files.map(({ superseded, counts }) => [superseded, counts.unbalanced])).toEqual([
    [1, 0],
    [0, 1],
  ]);
});
