import { expect, it, vi } from 'vitest';
import { engineFor } from '../src/cli/engine.ts';
import { Database } from '../src/engine/duckdb/database.ts';

vi.mock('@duckdb/node-api', () => {
  throw new Error("Cannot find package '@duckdb/node-api'");
});

it('says what to install where its package is missing: no_duckdb', async () => {
  const settings = { threads: null, memoryLimit: null, tempDir: null, atEnd: () => {}, onRead: () => {} };
  await expect(Database.open([], settings)).rejects.toMatchObject({ code: 'no_duckdb' });
  const big = { input: { disk: '/big.csv', size: 2 ** 30 }, tables: [{ kind: 'visit' }] } as unknown as Parameters<
    typeof engineFor
  >[1][number];
  expect(await engineFor({ engine: 'auto' }, [big])).toBe('memory');
});
