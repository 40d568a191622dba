import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { sources } from '../../src/sources/index.ts';
import { root, run } from '../support/run.ts';

/* Rows of an order that may stand anywhere in its file are put together at its end. One that names none was rejected twice. */

const folder = mkdtempSync(join(tmpdir(), 'kpi-nameless-'));
afterAll(() => rmSync(folder, { recursive: true }));
const around = { cwd: folder };
const zone = ['--timezone', 'UTC', '--as-of', '2026-11-30', '--max-rejects', '100%'];

it('is rejected once, and the others count', async () => {
  const header = 'Order Number,Item Title,Item Number,Quantity,Sold For,Shipping And Handling,Sale Date';
  const rows = [',Cup,11,1,$10.00,$2.00,Nov-02-26', '1-2,Cup,11,1,$30.00,$2.00,Nov-03-26'];
  writeFileSync(join(folder, 'ebay.csv'), `${[header, ...rows].join('\n')}\n`);
  const line = ['report', 'ebay.csv', ...zone, '--currency', 'USD', '--kpi', 'gross_sales', '--all'];
  const { out, code } = await run([...line, '--format', 'csv', '--rejects', 'rejects.csv'], around);
  expect(code).toBe(0);
  expect(out).toMatch(/^all,.*,gross_sales,money,30,/m);
  const rejects = readFileSync(join(folder, 'rejects.csv'), 'utf8').trim().split('\n');
  expect(rejects.slice(1)).toEqual(['ebay.csv,1,Order Number,missing_value,']);
});

const gathering = sources.filter(({ lines }) => lines === 'gather').map(({ id }) => id);
const fixtures = join(root, 'fixtures/sources');
const exports = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(
  (name) => gathering.some((id) => name.startsWith(`${id}/`)) && /\.(csv|tsv|txt)$/.test(name),
);

it('of every format whose rows are put together', () =>
  expect(exports.length).toBeGreaterThanOrEqual(gathering.length));

it.each(exports)('%s, without any one of its cells, adds up', async (name) => {
  const text = readFileSync(join(fixtures, name), 'utf8');
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => text.split(b).length - text.split(a).length);
  const rows = parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true }) as string[][];
  const target = rows.length >> 1;
  const cell = (one: string): string => (/["\r\n]/.test(one) || one.includes(delimiter) ? JSON.stringify(one) : one);
  for (const at of rows[target]!.keys()) {
    const changed = rows.map((row, place) => (place === target ? row.toSpliced(at, 1, '') : row));
    writeFileSync(join(folder, 'export.csv'), changed.map((row) => `${row.map(cell).join(delimiter)}\n`).join(''));
    const { code, err } = await run(['report', 'export.csv', ...zone, '--currency', 'EUR'], around);
    expect(code, `column ${at + 1} of row ${target + 1}: ${err}`).not.toBe(101);
  }
});
