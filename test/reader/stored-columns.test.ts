import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ColumnsPlan, NumberPlan } from '../../src/reader/columns.ts';
import { StoredColumns } from '../../src/reader/stored-columns.ts';
import { openStore } from '../../src/store/store.ts';

/* Columns that an earlier run has left are found by all that decides what they are, and by nothing else. */

const amount = (decimal: '.' | ',', keep: boolean): NumberPlan => ({
  from: { op: 'column', index: 1, name: 'total', as: { type: 'money' }, decimal, order: 'ymd' },
  keep,
  required: true,
  exactBelow0: false,
});
const planOf = (path: string, decimal: '.' | ',' = '.', keep = true): ColumnsPlan => ({
  path,
  shown: path,
  delimiter: ',',
  encoding: 'utf-8',
  width: 2,
  again: 'id',
  records: null,
  skip: [],
  totals: null,
  own: { numbers: [amount(decimal, keep)], texts: [] },
  line: null,
  needsRequired: true,
  said: { from: null, otherwise: 'EUR' },
  reportZone: 'Europe/Paris',
  sourceZone: 'Europe/Paris',
  seed: new Int32Array(4),
  maxRecordBytes: 2 ** 20,
});

it('the name of kept columns depends on the file, its plan and where its rows begin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-stored-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.csv');
  const write = (text: string): void => {
    writeFileSync(path, text);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  };
  write('id,total\n1,2\n');
  const place = { folder: join(folder, 'store'), uid: process.getuid?.() ?? null, version: '1', now: Date.now() };
  const { store } = openStore(place);
  const named = (plan: ColumnsPlan, start = 9): string =>
    new StoredColumns(store!, place, 'content').file(plan, start)!.keeping.name;
  const name = named(planOf(path));
  expect(named(planOf(path))).toBe(name);
  // All columns are kept, whichever a question needs.
  expect(named(planOf(path, '.', false))).toBe(name);
  expect(named(planOf(path, ','))).not.toBe(name);
  expect(named({ ...planOf(path), reportZone: 'UTC' })).not.toBe(name);
  expect(named(planOf(path), 8)).not.toBe(name);
  write('id,total\n1,3\n');
  expect(named(planOf(path))).not.toBe(name);
});
