import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { writeVisits } from '../../../bench/generate.ts';
import type { slicesOf } from '../../../src/engine/duckdb/slices.ts';
import { run } from '../../support/run.ts';

const sliced = vi.hoisted(() => ({ calls: 0 }));
vi.mock('../../../src/engine/duckdb/slices.ts', async (real) => {
  const { sliceTests } = await real<typeof import('../../../src/engine/duckdb/slices.ts')>();
  return {
    sliceTests: (column: string) => {
      sliced.calls += 1;
      // As of so many rows.
      return sliceTests(column, 40_000_000);
    },
  };
});

it('ids that are compared and visitors that are counted slice by slice are those of memory', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-slices-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeVisits(join(cwd, 'visits.csv'), {
    visits: 20_000,
    orders: 0,
    spend: 0,
    tickets: 0,
    sources: 12,
    irregular: 20,
    times: 1,
    seed: 3,
  });
  const line = 'report visits.csv --kpi visitors,sessions --all --by channel --compare previous --format json';
  const [memory, duckdb] = [
    await run([...line.split(' '), '--engine', 'memory'], { cwd }),
    await run([...line.split(' '), '--engine', 'duckdb'], { cwd }),
  ];
  expect(memory.code).toBe(0);
  expect(duckdb).toEqual(memory);
  // The ids of visits, the orders that they name, and their visitors.
  expect(sliced.calls).toBe(3);
});

it('are so many that each stays small', async () => {
  const { slicesOf: real } = await vi.importActual<{ slicesOf: typeof slicesOf }>(
    '../../../src/engine/duckdb/slices.ts',
  );
  expect([0, 16_000_000, 16_000_001, 30_000_000, 64_000_001].map(real)).toEqual([1, 1, 2, 2, 8]);
});
