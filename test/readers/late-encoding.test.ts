import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { headBytes } from '../../src/readers/decode.ts';
import { run } from '../support/run.ts';

const common =
  '--all --period month --by source --format json --as-of 2026-11-22 --timezone Europe/Paris --currency EUR';

/** Visits, more than fit into a head, the last of them from a source with a letter of Windows-1252. */
function visits(last: Buffer): Buffer {
  const rows = ['visit_id,started_at,visitor_id,source'];
  const row = (at: number) =>
    `s${at},2026-10-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00+02:00,v${at % 999},news`;
  for (let at = 0, size = 0; size < headBytes + 600_000; at += 1) {
    rows.push(row(at));
    size += row(at).length + 1;
  }
  return Buffer.concat([
    Buffer.from(`${rows.join('\n')}\nlast,2026-10-05T10:00:00+02:00,v1,`),
    last,
    Buffer.from('\n'),
  ]);
}

const orders = 'order_id,ordered_at,total,customer_key\n1,2026-10-05T10:00:00+02:00,12.50,a@example.com\n';
const latin = Buffer.from('caf\xe9', 'latin1');

interface Report {
  readonly rows: readonly {
    readonly dimensions: { readonly source?: string };
    readonly values: { readonly sessions: number };
  }[];
  readonly quality: { readonly warnings: readonly { readonly code: string }[] };
}

/** What each engine gives. */
async function all(files: Readonly<Record<string, Buffer | string>>, args: string, stdin = '') {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-late-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const asked = (engine: string) => run([...`report ${args} ${common}`.split(' '), '--engine', engine], { cwd, stdin });
  return { memory: await asked('memory'), duckdb: await asked('duckdb'), auto: await asked('auto') };
}

it('a letter of Windows-1252 behind the head of a file is read the same by every engine', async () => {
  const { memory, duckdb, auto } = await all(
    { 'visits.csv': visits(latin), 'orders.csv': orders },
    '. --kpi sessions,orders',
  );
  expect(memory.code).toBe(0);
  expect(duckdb).toEqual(memory);
  expect(auto).toEqual(memory);
  const report: Report = JSON.parse(memory.out);
  expect(report.rows.find(({ dimensions }) => dimensions.source === 'café')?.values.sessions).toBe(1);
  expect(report.quality.warnings.map(({ code }) => code)).toContain('encoding');
});

it('the same letter in UTF-8 is nothing to tell', async () => {
  const { memory, duckdb, auto } = await all({ 'visits.csv': visits(Buffer.from('café')) }, '. --kpi sessions');
  expect(duckdb).toEqual(memory);
  expect(auto).toEqual(memory);
  const report: Report = JSON.parse(memory.out);
  expect(report.rows.find(({ dimensions }) => dimensions.source === 'café')?.values.sessions).toBe(1);
  expect(report.quality.warnings.map(({ code }) => code)).not.toContain('encoding');
});

it('standard input is not asked for again when a file beside it is in another encoding than its head', async () => {
  const { memory, duckdb } = await all({ 'visits.csv': visits(latin) }, 'visits.csv - --kpi sessions,orders', orders);
  expect(memory.code).toBe(0);
  expect(duckdb).toEqual(memory);
  expect(JSON.parse(duckdb.out).rows.at(-1).values.orders).toBeDefined();
});

it('records of JSON that are read row by row are seen to the end first', async () => {
  const line = (at: number, status: string) =>
    JSON.stringify({
      order_id: `o${at}`,
      ordered_at: '2026-10-05T10:00:00+02:00',
      total: 12.5,
      customer_key: 'a@example.com',
      status,
    });
  const lines: string[] = [];
  for (let at = 0, size = 0; size < headBytes + 600_000; at += 1) {
    lines.push(line(at, 'paid'));
    size += lines.at(-1)!.length;
  }
  const content = Buffer.from([...lines, line(-1, 'pay\u00e9')].join('\n'), 'latin1');
  const { memory, duckdb } = await all({ 'orders.jsonl': content }, '. --kpi orders');
  expect(memory.code).toBe(0);
  expect(duckdb).toEqual(memory);
});
