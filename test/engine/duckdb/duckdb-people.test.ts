import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultSizes, writeOrders } from '../../../bench/generate.ts';
import { run } from '../../support/run.ts';

const ids = 'customers,new_customers,returning_customer_rate,repeat_purchase_rate,customer_retention_rate,ltv_historic';

/** The figures of both engines for a folder that `write` fills. */
async function figures(write: (folder: string) => void) {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-people-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  write(cwd);
  const line = `report . --kpi ${ids} --period month --all --format json --as-of 2026-11-22 --timezone Europe/Paris`;
  const asked = (engine: string) => run([...line.split(' '), '--engine', engine], { cwd });
  const [memory, duckdb] = [await asked('memory'), await asked('duckdb')];
  expect(memory.err).not.toContain('kpi:');
  return { memory, duckdb };
}

const orders = (folder: string): void =>
  writeOrders(join(folder, 'orders.csv'), { ...defaultSizes, orders: 2000, visits: 20_000, seed: 5 });

describe('customers are those of memory', () => {
  it('where one file alone tells of people: they have numbers and no names', async () => {
    const { memory, duckdb } = await figures(orders);
    expect(duckdb).toEqual(memory);
    expect(JSON.parse(memory.out).rows.at(-1).values.customers).toBeGreaterThan(100);
  });

  it('where one row of it is read in TypeScript, which names them', async () => {
    const { memory, duckdb } = await figures((folder) => {
      orders(folder);
      // One more order of a known customer, whose id has a blank before it.
      const path = join(folder, 'orders.csv');
      const [, first = ''] = readFileSync(path, 'utf8').split('\n');
      appendFileSync(path, `${first.replace(/^#\d+/, ' #9999999')}\n`);
    });
    expect(duckdb).toEqual(memory);
  });

  it('where another file tells of the same people', async () => {
    const { memory, duckdb } = await figures((folder) => {
      orders(folder);
      appendFileSync(
        join(folder, 'leads.csv'),
        'lead_id,created_at,customer_key\n1,2025-01-01,customer1@example.com\n2,2025-02-01,nobody@example.com\n',
      );
    });
    expect(duckdb).toEqual(memory);
  });
});
