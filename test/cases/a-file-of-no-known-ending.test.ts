import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, kpi, table } from './kit.ts';

/* Somebody asks for `--out report.pdf`: a text of the terminal under that name opens nowhere. */

const orders = table(
  'order_id,ordered_at,customer_email,gross_sales',
  '1,2026-10-20,a@x.org,10',
  '2,2026-11-08,b@x.org,10',
);

it.each([
  ['report orders.csv', '.json, .csv, .md, .html, .xlsx, .eml, .txt'],
  ['funnel orders.csv', '.json, .csv, .md, .html, .txt'],
  ['cohorts orders.csv', '.json, .csv, .md, .html, .txt'],
  ['explain orders orders.csv', '.json, .csv, .txt'],
  ['check orders.csv', '.json, .xml, .txt'],
])('%s writes nothing and names the endings there are', async (line, endings) => {
  const folder = folderWith({ 'orders.csv': orders });
  const ran = await kpi(`${line} --timezone Europe/Paris --currency EUR --out result.pdf`, folder);
  expect(ran.code).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).toContain(`--out result.pdf: nothing is written as .pdf; the extensions are ${endings}`);
  expect(existsSync(join(folder, 'result.pdf'))).toBe(false);
});

it('an explanation is written where it is asked for', async () => {
  const folder = folderWith({ 'orders.csv': orders });
  const line = 'explain orders orders.csv --timezone Europe/Paris --currency EUR --last 1 --out explained-{period}.csv';
  const ran = await kpi(line, folder);
  expect([ran.code, ran.out]).toEqual([0, '']);
  expect(existsSync(join(folder, 'explained-2026-W45.csv'))).toBe(true);
});
