import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Division, division } from '../../src/reader/division.ts';
import { SegmentReader } from '../../src/reader/segment.ts';
import { asWindows1252 } from '../../src/readers/encoding.ts';
import { goldenCase, goldenCases } from '../support/golden.ts';
import { lines, mangledShop } from '../support/mangled-shop.ts';
import { type Around, run, wordsOf } from '../support/run.ts';

/*
 * A file that is read by columns gives the same bytes as one that is read row by row, wherever it is divided: on each
 * golden case, and on shops whose cells are mangled at random. A failure names its seed; KPI_SEED=7 tries that one,
 * KPI_SHOPS=1000 so many.
 */

/** Tests divide files otherwise. */
const sizes = division as { -readonly [K in keyof Division]: Division[K] };
const usual = { ...division };
const read = vi.spyOn(SegmentReader.prototype, 'read');
beforeAll(() => Object.assign(sizes, { from: Number.POSITIVE_INFINITY, workersFrom: Number.POSITIVE_INFINITY }));
afterAll(() => {
  Object.assign(sizes, usual);
  read.mockRestore();
});

const { KPI_SEED: only, KPI_SHOPS: count } = process.env;
if (count !== undefined) vi.setConfig({ testTimeout: 3_600_000 });

/** Runs a line row by row, and by columns in segments of a size. */
async function twice(line: readonly string[], segment: number, around: Around) {
  sizes.from = Number.POSITIVE_INFINITY;
  const rows = await run(line, around);
  sizes.from = 0;
  sizes.segment = segment;
  const columns = await run(line, around);
  return { rows, columns };
}

describe('golden cases', () => {
  const cases = goldenCases(/^(report|explain|cohorts|funnel|check|inspect)$/);

  it.each(cases)('%s', async (name) => {
    const { words, around } = goldenCase(name);
    const { rows, columns } = await twice([...words, '--engine', 'memory'], 100 + (name.length % 7) * 150, around);
    expect(columns).toEqual(rows);
  });

  it('are read by columns', () => expect(read.mock.calls.length).toBeGreaterThan(500));
});

describe('one id in every row', () => {
  it('is a session for each visitor and day, as row by row, and those of another source are others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-columns-'));
    const header = 'visit_id,started_at,visitor_id,channel';
    const at = (n: number): string => new Date(Date.UTC(2026, 9, 1) + n * 600_000).toISOString().slice(0, 19);
    // Three visitors in turn, for ten days; every second row of the other file is of another day.
    const rows = Array.from({ length: 1500 }, (_, n) => `S1,${at(n)}Z,100000${n % 3},Direct`);
    const others = Array.from({ length: 40 }, (_, n) => `S1,${at(n * 200)}Z,100000${n % 3},Email`);
    try {
      writeFileSync(join(folder, 'a.csv'), [header, ...rows, ''].join('\n'));
      const line = 'report . --kpi sessions,visitors --all --period all --format csv --timezone Europe/Paris';
      const one = await twice(wordsOf(line), 700, { cwd: folder });
      expect(one.columns).toEqual(one.rows);
      // Each row is a newer copy of its visitor's session, which is never a day old.
      expect(one.rows.out).toContain('sessions,count,3,');
      writeFileSync(join(folder, 'b.csv'), [header, ...others, ''].join('\n'));
      writeFileSync(
        join(folder, 'kpi.yaml'),
        'sources:\n  - path: a.csv\n    store: one\n  - path: b.csv\n    store: two\n',
      );
      const two = await twice(wordsOf(line.replace(' .', '')), 700, { cwd: folder });
      expect(two.columns).toEqual(two.rows);
      expect(two.rows.out).toContain('sessions,count,');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a list of Windows-1252 below the title of a report', () => {
  it('is read by columns, to the same cent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-columns-'));
    const header = 'numéro_commande;date;courriel;statut;total;livraison';
    // 250 orders of 1 234,50 € (10,00 € of it shipping), and one more that only the exact reader reads.
    const rows = Array.from(
      { length: 250 },
      (_, n) => `N°${n};${13 + (n % 8)}/10/2026 15:16;Été${n % 50}@exemple.fr;Payée;1\u00a0234,50\u00a0€;10,00 €`,
    );
    const last = '"N°""1""";21/10/2026;"été9@exemple.fr";Payée;" 1 000,00€";0';
    try {
      const text = ['Commandes reçues', '', header, ...rows, last, ''].join('\r\n');
      writeFileSync(join(folder, 'a.csv'), asWindows1252(text));
      const line =
        'report . --kpi orders,gross_sales --all --period all --format csv --timezone Europe/Paris --currency EUR';
      const before = read.mock.calls.length;
      const { rows: byRow, columns } = await twice(wordsOf(line), 900, { cwd: folder });
      expect(read.mock.calls.length).toBeGreaterThan(before + 10);
      expect(columns).toEqual(byRow);
      expect(byRow.out).toContain('orders,count,251,');
      // 250 × (1 234,50 − 10,00) + 1 000,00
      expect(byRow.out).toContain('gross_sales,money,307125,,approx');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('customers of two stores by number', () => {
  it('are those of their store, as row by row', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-columns-'));
    // Of each store's 300 customers, 100 have a number of the shop, 100 a telephone number, 100 an address.
    const who = (n: number): string => [`${n + 1}`, `3361234${1000 + n}`, `c${n}@example.com`][n % 3]!;
    const rows = (store: string) =>
      Array.from({ length: 900 }, (_, n) => `${store}${n},2026-11-0${1 + (n % 8)},${who(n % 300)},10`);
    const header = 'order_id,ordered_at,customer_id,gross_sales';
    try {
      writeFileSync(join(folder, 'a.csv'), [header, ...rows('A'), ''].join('\n'));
      writeFileSync(join(folder, 'b.csv'), [header, ...rows('B'), ''].join('\n'));
      const sources = ['sources:', '  - { path: a.csv, store: one }', '  - { path: b.csv, store: two }', ''];
      writeFileSync(join(folder, 'kpi.yaml'), sources.join('\n'));
      const line = 'report --kpi orders,customers --all --period all --format csv --timezone Europe/Paris';
      const { rows: byRow, columns } = await twice(wordsOf(line), 700, { cwd: folder });
      expect(columns).toEqual(byRow);
      // 100 + 100 numbers, 100 telephone numbers, 100 addresses.
      expect(byRow.out).toContain('customers,count,400,');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('mangled shops', () => {
  const seeds = only === undefined ? Array.from({ length: Number(count ?? 40) }, (_, i) => i + 1) : [Number(only)];

  it.each(seeds)('seed %i', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-columns-'));
    const rejects = join(folder, '..', `kpi-columns-rejects-${process.pid}.csv`);
    try {
      await mangledShop(folder, seed);
      const line = `report . --format json --max-rejects 100% --timezone Europe/Paris --currency EUR ${lines[seed % lines.length]}`;
      const said: object[] = [];
      const around = { cwd: folder };
      for (const from of [Number.POSITIVE_INFINITY, 0]) {
        sizes.from = from;
        sizes.segment = 1 + ((seed * 7919) % 900);
        const { out, err, code } = await run([...wordsOf(line), '--engine', 'memory', '--rejects', rejects], around);
        const refused = existsSync(rejects) ? readFileSync(rejects, 'utf8').split('\n') : [];
        said.push({ code, err: err.split('\n'), refused, out: out.split('\n') });
        rmSync(rejects, { force: true });
      }
      expect(said[1]).toEqual(said[0]);
      // By columns that are kept for later, and by those that were.
      sizes.segment = 1 + ((seed * 7919) % 900);
      const cache = `${folder}-cache`;
      const env = { XDG_CACHE_HOME: cache };
      const kept = [...wordsOf(line), '--engine', 'memory'];
      mkdirSync(cache);
      const cold = await run(kept, { cwd: folder, env });
      const storing = await run([...kept, '--cache', 'content'], { cwd: folder, env });
      const settled = await run([...kept, '--cache', 'content'], { cwd: folder, env });
      const entries = join(cache, 'kpi');
      for (const name of existsSync(entries) ? readdirSync(entries) : [])
        if (name.startsWith('facts-')) rmSync(join(entries, name));
      const warm = await run([...kept, '--cache', 'content'], { cwd: folder, env });
      rmSync(cache, { recursive: true });
      expect([storing, settled, warm]).toEqual([cold, cold, cold]);
      const other = `cohorts . --format json --max-rejects 100% --timezone Europe/Paris --currency EUR --by channel`;
      const { rows, columns } = await twice(wordsOf(other), 1 + ((seed * 104_729) % 900), around);
      expect(columns).toEqual(rows);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
