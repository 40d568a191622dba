import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeVisits } from '../../../bench/generate.ts';
import { bytesOf, engineFor } from '../../../src/cli/run/run-engine.ts';
import { inOurWords } from '../../../src/engine/duckdb/failures.ts';
import { run } from '../../support/run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'kpi-duckdb-'));
afterAll(() => rmSync(cwd, { recursive: true }));
const sizes = { visits: 60_000, orders: 0, spend: 0, tickets: 0, sources: 12, irregular: 20, times: 1, seed: 1 };
writeVisits(join(cwd, 'visits.csv'), sizes);

const report = (...more: string[]) =>
  run(['report', 'visits.csv', '--format', 'json', '--period', 'week', '--all', ...more], { cwd });

/** The first line that a run ended with, by the code of its Problem. */
const told = async (...more: string[]) => {
  const { code, err } = await report('--engine', 'duckdb', ...more);
  return [code, err.split('\n')[0]];
};

describe('the engine that is chosen', () => {
  const file = (kind: string, size: number, disk: string | null = '/x.csv') =>
    ({ input: { disk, size }, tables: [{ kind }] }) as unknown as Parameters<typeof engineFor>[1][number];
  const MB = 1e6;
  const duckdb = { threads: null, memoryLimit: '1GB', tempDir: null };

  it.each([
    ['little of it', [file('visit', 300 * MB)], 'memory'],
    ['more visits than fit', [file('visit', 200 * MB), file('visit', 200 * MB)], 'duckdb'],
    ['many orders, which come to memory anyway', [file('order', 900 * MB), file('visit', MB)], 'memory'],
    ['visits in an archive', [file('visit', 900 * MB, null)], 'memory'],
  ])('for %s', async (_, files, engine) => expect(await engineFor({ engine: 'auto', duckdb }, files)).toBe(engine));

  it('depends on the memory of the machine where no limit is given', async () => {
    const free = { ...duckdb, memoryLimit: null };
    const chosen = (part: number) => engineFor({ engine: 'auto', duckdb: free }, [file('visit', totalmem() * part)]);
    expect([await chosen(0.01), await chosen(0.2)]).toEqual(['memory', 'duckdb']);
  });

  it.each([
    ['2GB', 2e9],
    ['1.5 GiB', 1.5 * 1024 ** 3],
    ['500mb', 5e8],
  ])('reads the limit %s', (size, bytes) => expect(bytesOf(size)).toBe(bytes));
});

describe('the duckdb engine', () => {
  it('gives the bytes of memory, whatever its threads, and leaves nothing behind', async () => {
    const place = mkdtempSync(join(tmpdir(), 'kpi-duckdb-temp-'));
    onTestFinished(() => rmSync(place, { recursive: true }));
    const memory = await report('--engine', 'memory', '--by', 'channel');
    for (const threads of ['1', '2', '4']) {
      const duckdb = await report('--engine', 'duckdb', '--by', 'channel', '--threads', threads, '--temp-dir', place);
      expect(duckdb).toEqual(memory);
    }
    expect(memory.code).toBe(0);
    expect(readdirSync(place)).toEqual([]);
  });

  it('puts on disk what does not fit in the memory that it may have', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-duckdb-many-'));
    const place = mkdtempSync(join(tmpdir(), 'kpi-duckdb-temp-'));
    onTestFinished(() => {
      for (const one of [folder, place]) rmSync(one, { recursive: true });
    });
    writeVisits(join(folder, 'visits.csv'), { ...sizes, visits: 250_000, irregular: 0 });
    const line = 'report visits.csv --format json --period month --all --kpi sessions,visitors --by channel'.split(' ');
    const memory = await run([...line, '--engine', 'memory'], { cwd: folder });
    let spilled = 0;
    const watching = setInterval(() => {
      spilled = Math.max(spilled, readdirSync(place, { recursive: true }).length);
    }, 5);
    const limits = ['--memory-limit', '30MB', '--threads', '1', '--temp-dir', place];
    const duckdb = await run([...line, '--engine', 'duckdb', ...limits], { cwd: folder });
    clearInterval(watching);
    expect(duckdb).toEqual(memory);
    expect(spilled).toBeGreaterThan(2);
    expect(readdirSync(place)).toEqual([]);
  });

  it('says when it may not have the memory that it needs: out_of_memory', async () => {
    expect(await told('--memory-limit', '1MB')).toEqual([
      2,
      'kpi: the duckdb engine needs more memory than it may have',
    ]);
  });

  it('says when it has nowhere to put what does not fit', async () => {
    const [code, line] = await told('--temp-dir', '/no/such/folder');
    expect([code, line]).toEqual([2, 'kpi: /no/such/folder cannot be written (ENOENT)']);
  });

  it("says what DuckDB's own errors mean", () => {
    const codeOf = (message: string) => (inOurWords(new Error(message)) as { code?: string }).code;
    expect(codeOf('IO Error: Could not write file "/tmp/x": No space left on device')).toBe('disk_full');
    expect(codeOf('Out of Memory Error: could not allocate block of size 256.0 KiB')).toBe('out_of_memory');
    expect(codeOf('Binder Error: something else')).toBe(undefined);
  });

  it('reads no file', async () => {
    const { Database } = await import('../../../src/engine/duckdb/database.ts');
    const ends: (() => void)[] = [];
    const settings = {
      threads: 1,
      memoryLimit: null,
      tempDir: null,
      atEnd: (end: () => void) => void ends.push(end),
    };
    const database = await Database.open(settings);
    onTestFinished(() => {
      for (const end of ends) end();
    });
    const read = database.rows(`SELECT count(*) FROM read_csv('${join(cwd, 'visits.csv')}')`);
    await expect(read).rejects.toThrow(/Permission Error/);
    await expect(database.run('SET enable_external_access = true')).rejects.toThrow();
    await expect(database.run("COPY (SELECT 1) TO '/tmp/kpi-duckdb-copy.csv'")).rejects.toThrow();
    await expect(database.run('INSTALL httpfs')).rejects.toThrow();
  });
});

it('visits of very many campaigns are grouped as in memory', async () => {
  const header = 'visit_id,started_at,visitor_id,source,medium,campaign';
  const rows = Array.from(
    { length: 30_000 },
    (_, i) => `${i % 7 ? '' : ' '}v${i},2026-11-0${1 + (i % 9)} 10:00:00,10000000${i % 900},google,cpc,c${i}`,
  );
  writeFileSync(join(cwd, 'campaigns.csv'), `${[header, ...rows].join('\n')}\n`);
  const both = ['memory', 'duckdb'].map((engine) =>
    run(['report', 'campaigns.csv', '--format', 'csv', '--period', 'all', '--by', 'campaign', '--engine', engine], {
      cwd,
    }),
  );
  const [memory, duckdb] = await Promise.all(both);
  expect(duckdb).toEqual(memory);
  expect(memory?.out).toContain(',c29999,visitors,count,1,');
});

it('visits without any of the columns that questions ask for are answered as in memory', async () => {
  for (const columns of [
    '',
    ',visitor_id',
    ',visitor_id,order_id',
    ',visitor_id,pageviews,duration',
    ',source,medium,carts',
  ]) {
    const names = ['visit_id', 'started_at', ...columns.split(',').filter((name) => name !== '')];
    const value: Record<string, string> = { source: 'google', medium: 'cpc', visitor_id: '12345678', carts: '1' };
    const rows = ['1', '2', '3'].map((day) =>
      names
        .map((name) =>
          name === 'visit_id' ? `v${day}` : name === 'started_at' ? `2026-11-0${day} 10:00:00` : (value[name] ?? day),
        )
        .join(),
    );
    writeFileSync(join(cwd, 'few.csv'), `${[names.join(), ...rows].join('\n')}\n`);
    for (const period of ['day', 'week', 'all']) {
      const line = [
        'report',
        'few.csv',
        '--format',
        'json',
        '--all',
        '--include-partial',
        '--period',
        period,
        '--by',
        'channel',
      ];
      const memory = await run([...line, '--engine', 'memory'], { cwd });
      expect(await run([...line, '--engine', 'duckdb'], { cwd })).toEqual(memory);
      expect(memory.code).toBe(0);
    }
  }
});

describe('orders that visits name', () => {
  const visits = [
    'visit_id,started_at,visitor_id,source,medium,order_id',
    'v1,2026-11-02 09:00:00,12345671,google,cpc,#1',
    'v2,2026-11-02 09:30:00,12345672,news,email,2',
    // Two visits name one order: the earlier has it.
    'v3,2026-11-03 09:00:00,12345673,facebook,paid_social,3',
    'v4,2026-11-03 08:00:00,12345673,google,organic,#3',
  ];
  const orders = [
    'order_id,ordered_at,customer_key,gross_sales,status',
    '1,2026-11-02 10:00:00,a@example.com,10.00,paid',
    '#2,2026-11-02 10:00:00,a@example.com,20.00,paid',
    '3,2026-11-03 10:00:00,b@example.com,40.00,paid',
    ' #4,2026-11-03 10:00:00,b@example.com,80.00,paid',
  ];
  const refunds = ['refund_id,order_id,refunded_at,item_amount', 'r1,2,2026-11-05 10:00:00,5.00'];

  /** Net sales and new customers by channel, and whether the engines agree. */
  const told = async (files: Record<string, readonly string[]>) => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-ids-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
    const line =
      'report . --format csv --period all --by channel --kpi net_sales,new_customers --timezone Europe/Paris --currency EUR --assume-full-history --quiet';
    const both = [];
    for (const engine of ['memory', 'duckdb'])
      both.push(await run([...line.split(' '), '--engine', engine], { cwd: folder }));
    expect(both[1]).toEqual(both[0]);
    expect(both[0]!.err).toBe('');
    const cells = both[0]!.out
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    return Object.fromEntries(cells.map((cell) => [`${cell[4]} ${cell[5]}`, cell[7]]));
  };

  it('take their channel from the earliest visit that names them, and of two at one instant the lower id is the first', async () => {
    expect(await told({ 'visits.csv': visits, 'orders.csv': orders })).toMatchObject({
      ' net_sales': '150',
      'Paid Search net_sales': '10',
      'Email net_sales': '20',
      'Organic Search net_sales': '40',
      'Paid Search new_customers': '1',
      'Email new_customers': '0',
      'Organic Search new_customers': '1',
    });
  });

  it('have their refunds', async () => {
    expect(await told({ 'visits.csv': visits, 'orders.csv': orders, 'refunds.csv': refunds })).toMatchObject({
      ' net_sales': '145',
      'Email net_sales': '15',
    });
  });

  it('have them where visits came to memory', async () => {
    // Two visits of one id: which one counts is settled in memory.
    const twice = [...visits, 'v4,2026-11-03 08:00:00,12345673,google,organic,#3'];
    expect(await told({ 'visits.csv': twice, 'orders.csv': orders })).toMatchObject({
      'Organic Search net_sales': '40',
    });
  });
});
