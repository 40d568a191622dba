import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { engineFor } from '../../../src/cli/run/run-engine.ts';
import { Database } from '../../../src/engine/duckdb/database.ts';
import { run } from '../../support/run.ts';

vi.mock('@duckdb/node-api', () => {
  throw new Error("Cannot find package '@duckdb/node-api'");
});

it('says what to install where its package is missing: no_duckdb', async () => {
  const settings = { threads: null, memoryLimit: null, tempDir: null, atEnd: () => {} };
  await expect(Database.open(settings)).rejects.toMatchObject({ code: 'no_duckdb' });
  const big = { input: { disk: '/big.csv', size: 2 ** 30 }, tables: [{ kind: 'visit' }] } as unknown as Parameters<
    typeof engineFor
  >[1][number];
  expect(await engineFor({ engine: 'auto', duckdb: { ...settings, memoryLimit: '1GB' } }, [big])).toBe('memory');
});

it('says so before anything is read or written where Parquet files are asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-missing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const out = join(folder, 'records');
  const { code, err } = await run(['normalize', 'fixtures/shop', '--format', 'parquet', '--out', out]);
  const [says, ...advice] = err.split('\n');
  expect([code, existsSync(out)]).toEqual([2, false]);
  expect(says).toMatch(/^kpi: DuckDB cannot be loaded: /);
  expect(advice).toEqual([
    '  Install it beside kpi: npm install @duckdb/node-api (with --global where kpi is installed so)',
    '  or choose a format that needs no package: --format csv',
    '',
  ]);
});
