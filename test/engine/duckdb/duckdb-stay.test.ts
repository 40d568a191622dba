import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeVisits } from '../../../bench/generate.ts';
import { run } from '../../support/run.ts';

/* Which visits stay in the database, how many of their rows come to memory all the same, and that all is as in memory. */

const sizes = vi.hoisted(() => ({
  from: Number.POSITIVE_INFINITY,
  segment: 2 ** 20,
  workersFrom: Number.POSITIVE_INFINITY,
}));
vi.mock('../../../src/reader/division.ts', () => ({ division: sizes, isLong: () => true }));
const kept = vi.hoisted(() => ({ files: [] as { rows: number; aside: number }[] }));
vi.mock('../../../src/engine/duckdb/feed-visits.ts', async (real) => {
  const { feedKept } = await real<typeof import('../../../src/engine/duckdb/feed-visits.ts')>();
  return {
    feedKept: (...all: Parameters<typeof feedKept>) => {
      kept.files.push({ rows: all[4].rows, aside: all[4].aside.length });
      feedKept(...all);
    },
  };
});

const common = '--all --include-partial --as-of 2026-11-22 --timezone Europe/Paris --currency EUR --max-rejects 100%';
const lines = [
  `report . --format json --period week --by channel ${common}`,
  `report . --format json --period day --by device,country --compare previous ${common}`,
  `funnel . --format json --by source ${common}`,
];

/** What stays of some files; fails unless both engines give the same. */
async function staying(files: Readonly<Record<string, readonly string[] | ((path: string) => void)>>, asked = lines) {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-stay-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  for (const [name, rows] of Object.entries(files)) {
    if (typeof rows === 'function') rows(join(cwd, name));
    else writeFileSync(join(cwd, name), `${rows.join('\n')}\n`);
  }
  for (const line of asked) {
    kept.files = [];
    const both = [];
    for (const engine of ['memory', 'duckdb']) {
      const rejects = line.startsWith('report') ? ['--rejects', join(cwd, `${engine}.rejects`)] : [];
      const ran = await run([...line.split(' '), '--engine', engine, ...rejects], { cwd });
      both.push({ ...ran, rejects: rejects.length === 0 ? '' : readFileSync(rejects[1]!, 'utf8') });
      if (rejects.length > 0) rmSync(rejects[1]!);
    }
    expect(both[1], line).toEqual(both[0]);
    expect(both[0]!.code).toBe(0);
  }
  return kept.files;
}

const header = 'visit_id,started_at,visitor_id,source,medium,device,country,pageviews,order_id';
const visit = (id: string, at: number, more = '') =>
  `${id},2026-11-${String(2 + (at % 15)).padStart(2, '0')} ${String(at % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00,${10_000_000 + (at % 37)},${['google', 'news', ''][at % 3]},${['cpc', 'email'][at % 2]},mobile,FR,${at % 4},${more}`;
const visits = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => visit(`v${from + i}`, from + i, i % 9 === 0 ? `o${from + i}` : ''));
/** In another encoding. */
const inUtf16 = (path: string) => writeFileSync(path, Buffer.from(`\ufeff${other.join('\n')}\n`, 'utf16le'));
const one = [header, ...visits(0, 400)];
const other = [header, ...visits(400, 700)];

describe('visits stay', () => {
  it.each([300, 1_000, 2 ** 20])('in segments of %i bytes', async (segment) => {
    sizes.segment = segment;
    onTestFinished(() => {
      sizes.segment = 2 ** 20;
    });
    expect(await staying({ 'a.csv': one, 'b.csv': other })).toEqual([
      { rows: 400, aside: 0 },
      { rows: 300, aside: 0 },
    ]);
  });

  it('of some thousand rows, as exports of life are, without the copies', async () => {
    const sizes = { visits: 9_000, orders: 0, spend: 0, tickets: 0, sources: 9, irregular: 0, times: 1, seed: 4 };
    expect(await staying({ 'visits.csv': (path) => writeVisits(path, sizes) }, lines.slice(0, 1))).toEqual([
      { rows: 9_000, aside: 0 },
    ]);
  });

  it('but rows that are odd come to memory', async () => {
    const odd = [
      '',
      visit('', 3),
      visit('', 3),
      visit('', 3, 'o1'),
      'x,not a date,1,google,cpc,mobile,FR,1,',
      'short,2026-11-03 10:00:00',
      '"quoted\nid",2026-11-03 10:00:00,"10000004",google,cpc,mobile,"FR",1,',
      ' blank ,2026-11-03 10:00:00,10000004,google,cpc,mobile,FR,abc,',
      'é,2026-11-03 10:00:00,ÉVA@example.com,google,cpc,mobile,FR,2,o-é',
      header,
      'end,2026-11-03 10:00:00',
    ];
    expect(await staying({ 'a.csv': [...one.slice(0, 200), ...odd, ...one.slice(200)], 'b.csv': other })).toEqual([
      { rows: 401, aside: 10 },
      { rows: 300, aside: 0 },
    ]);
  });

  it('without ids, in one file', async () => {
    const without = one.map((row) => row.slice(row.indexOf(',') + 1));
    expect(await staying({ 'a.csv': without })).toEqual([{ rows: 400, aside: 0 }]);
  });

  it('beside orders, refunds and visits of another tool', async () => {
    const days = [
      'Session primary channel group (Default channel group),Date,Session source / medium,Sessions,Engaged sessions,Total users',
      ...['02', '03', '04', '05', '20'].map((day) => `Organic Search,202611${day},google / organic,900,80,70`),
    ];
    const orders = Array.from(
      { length: 90 },
      (_, i) => `${i % 2 ? '#' : ''}o${i * 9},2026-11-${10 + (i % 9)} 10:00:00,c${i % 20}@example.com,${i}.00,paid`,
    );
    const files = {
      'a.csv': one,
      'b.csv': other,
      'days.csv': days,
      'orders.csv': ['order_id,ordered_at,customer_key,gross_sales,status', ...orders],
      'refunds.csv': ['refund_id,order_id,refunded_at,item_amount', 'r1,o9,2026-11-15 10:00:00,5.00'],
    };
    expect(await staying(files)).toEqual([
      { rows: 400, aside: 0 },
      { rows: 300, aside: 0 },
    ]);
  });
});

describe('visits of a source come to memory', () => {
  it.each<[string, Parameters<typeof staying>[0]]>([
    ['if an id occurs twice in a file', { 'a.csv': [...one, visit('v7', 9)], 'b.csv': other }],
    ['if an id occurs in two files', { 'a.csv': one, 'b.csv': [...other, visit('v7', 7)] }],
    ['if an odd row has the id of another', { 'a.csv': [...one, ` ${visit('v7', 8)}`] }],
    ['if an odd row names the order of another', { 'a.csv': [...one, ` ${visit('w', 8, '#o9')}`] }],
    [
      'if they have no ids, in two files',
      {
        'a.csv': one.map((row) => row.slice(row.indexOf(',') + 1)),
        'b.csv': other.map((row) => row.slice(row.indexOf(',') + 1)),
      },
    ],
    ['if a file is not plain', { 'a.csv': one, 'b.csv': inUtf16 }],
  ])('%s', async (_, files) => expect(await staying(files)).toEqual([]));
});
