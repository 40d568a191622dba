import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.ts';
import { type Columns, type ColumnsPlan, kind } from '../../src/reader/columns.ts';
import { type Division, division } from '../../src/reader/division.ts';
import { ExactRecords } from '../../src/reader/exact-records.ts';
import { readColumns } from '../../src/reader/read-columns.ts';
import { bytesBetween } from '../../src/reader/segment.ts';
import { StoredColumns, type StoredFile } from '../../src/reader/stored-columns.ts';
import { Workers } from '../../src/reader/workers.ts';
import { openStore } from '../../src/store/store.ts';

/* A file gives the same columns wherever it is divided, and however many threads read it. */

/** Tests divide files otherwise. */
const sizes = division as { -readonly [K in keyof Division]: Division[K] };
const usual = { ...division };

const folder = mkdtempSync(join(tmpdir(), 'kpi-workers-'));
const program = join(folder, 'reader.cjs');

beforeAll(async () => {
  sizes.workersFrom = 0;
  const entry = fileURLToPath(new URL('../../src/reader/worker.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  });
});
afterAll(() => {
  Object.assign(sizes, usual);
  rmSync(folder, { recursive: true });
});

const column = (index: number, name: string, type: 'key' | 'text' | 'instant' | 'money') =>
  ({ op: 'column', index, name, as: { type }, decimal: '.', order: 'ymd' }) as const;

const planOf = (path: string): ColumnsPlan => ({
  path,
  shown: path,
  delimiter: ',',
  encoding: 'utf-8',
  width: 6,
  again: 'id',
  records: null,
  skip: [],
  totals: null,
  own: {
    numbers: [
      { from: column(1, 'at', 'instant'), keep: true, required: true, exactBelow0: false },
      { from: column(2, 'total', 'money'), keep: true, required: false, exactBelow0: false },
    ],
    texts: [
      { from: column(0, 'id', 'text'), role: 'id', required: true, isOrder: false, currency: false, isLasting: false },
      {
        from: column(3, 'email', 'key'),
        role: 'person',
        required: false,
        isOrder: false,
        currency: false,
        isLasting: false,
      },
      {
        from: column(4, 'city', 'text'),
        role: 'word',
        required: false,
        isOrder: false,
        currency: false,
        isLasting: false,
      },
    ],
  },
  line: null,
  needsRequired: true,
  said: { from: null, otherwise: 'EUR' },
  reportZone: 'Europe/Paris',
  sourceZone: 'Europe/Paris',
  seed: new Int32Array([1, 2, 3, 4]),
  maxRecordBytes: 2 ** 20,
});

/** What each record is, whatever segment it is in. */
function recordsOf(all: readonly Columns[], plan: ColumnsPlan): object[] {
  const valuesAt = ({ own: { numbers, texts }, combos, comboCodes }: Columns, record: number): unknown[] => [
    ...numbers.map((values) => values?.[record]),
    ...texts.map((text) => {
      if (text.role === 'word') return text.words[comboCodes[combos[record]!]!];
      const hash = [...text.hashes.subarray(record * 4, record * 4 + 4)];
      if (text.role === 'person') return [text.prints[record], ...hash];
      if (text.role === 'key') return hash;
      const from = record === 0 ? 0 : text.ends[record - 1]!;
      return [Buffer.from(text.bytes.subarray(from, text.ends[record])).toString('latin1'), ...hash];
    }),
  ];
  return all.flatMap((columns) => {
    const exact = new ExactRecords(columns, plan, (places) => bytesBetween(plan.path, places));
    return Array.from({ length: columns.records }, (_, record): object => {
      if (columns.kinds[record] === kind.blank) return { blank: true };
      return columns.kinds[record] === kind.exact ? { cells: exact.next() } : { values: valuesAt(columns, record) };
    });
  });
}

/**
 * The same records: but beside one with odd quotes or a NUL others may be left to the exact reader as well, and which
 * ones depends on where the file is divided.
 */
function expectSame(found: readonly object[], whole: readonly object[], what: string): void {
  expect(found.length, what).toBe(whole.length);
  for (const [at, one] of found.entries()) {
    const [[key] = []] = [Object.keys(one)];
    if (key !== undefined && key in whole[at]!) expect(one, `${what}, record ${at}`).toEqual(whole[at]);
    else expect(key, what).not.toBe('blank');
  }
}

async function read(
  plan: ColumnsPlan,
  size: number,
  workers: Workers | null,
  stored: StoredFile | null = null,
): Promise<readonly Columns[]> {
  const all: Columns[] = [];
  for await (const columns of readColumns(plan, 0, size, workers, stored)) {
    // Their memory is used again for the next ones.
    all.push(structuredClone(columns));
  }
  for (const [at, { from }] of all.entries()) expect(from).toBe(at === 0 ? 0 : all[at - 1]!.to);
  expect(all.at(-1)?.to).toBe(size);
  return all;
}

const cells: readonly ((n: number) => string)[] = [
  (n) => `A${n},2026-03-${String(1 + (n % 28)).padStart(2, '0')}T10:00:00+01:00,${n}.50,p${n % 7}@x.org,Lyon,`,
  (n) => `A${n},2026-03-01 10:00:00,"1,50",P${n % 7}@X.org,"Saint-\n""Étienne",x`,
  (n) => `"A${n}",2026-03-01,€${n},0612345678,Lyon,"a\r\nA1,2026-01-01T00:00:00Z,1,b,c,d\n"`,
  () => ',,,,,',
  () => '',
  (n) => `A${n},soon,1.00,,Nice,`,
  (n) => `A${n},2026-03-01T10:00:00Z,,,"5"" pipe",y`,
  (n) => `A${n},2026-03-01T10:00:00Z,1.00,,5" pipe,y`,
  (n) => `A${n},2026-03-01T10:00:00Z,1.00`,
  (n) => `A${n},2026-03-01T10:00:00Z,1.00,deleted,Zürich,\0`,
];

describe('a thread that fails', () => {
  const built = async (name: string, banner: string): Promise<string> => {
    const outfile = join(folder, name);
    const entry = fileURLToPath(new URL('../../src/reader/worker.ts', import.meta.url));
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      logLevel: 'error',
      banner: { js: banner },
    });
    return outfile;
  };
  const failing = (call: string): string => `{ let n = 0; const own = ${call};
    ${call} = (...given) => { if (++n % 3 === 2) throw new Error('no memory'); return own.apply(Int32Array, given); }; }`;

  it.each([
    // In the middle of a segment, when some of its values are taken.
    ['now and then', failing('Int32Array.from')],
    ['at once, and ends', "require('node:worker_threads').parentPort.on('message', () => process.exit());"],
  ])('%s, loses no record', async (name, banner) => {
    const path = join(folder, 'failing.csv');
    writeFileSync(path, Array.from({ length: 400 }, (_, n) => `${cells[n % 2]!(n)}\n`).join(''));
    const { size } = statSync(path);
    sizes.segment = size;
    const whole = recordsOf(await read(planOf(path), size, null), planOf(path));
    // More segments than are handed out at once.
    sizes.segment = 300;
    const workers = Workers.start(2, await built(`${name.length}.cjs`, banner))!;
    const found = recordsOf(await read(planOf(path), size, workers), planOf(path));
    await workers.stop();
    expectSame(found, whole, name);
  });

  it.each([
    ['before it has compared hashes', "require('node:worker_threads').parentPort.on('message', () => process.exit());"],
    ['at that', "Int32Array.prototype.fill = () => { throw new RangeError('no memory'); };"],
    ['never', ''],
  ])('%s, leaves that to the main thread', async (name, banner) => {
    const array = new Int32Array(new SharedArrayBuffer(2 ** 18));
    array.set([1, 2, 3, 4, 0, 0, 0, 0, 5, 6, 7, 8, 1, 2, 3, 4]);
    const first = (rows: number) => ({ arrays: [array], runs: Int32Array.of(0, rows, 0, 0) });
    const workers = Workers.start(1, await built(`hashes ${name.length}.cjs`, banner))!;
    workers.begin();
    expect([...(await workers.firstRows(first(4), 4))]).toEqual([0, -1, 2, 0]);
    // The thread has ended.
    if (banner !== '') expect([...(await workers.firstRows(first(3), 3))]).toEqual([0, -1, 2]);
    await workers.stop();
  });

  it.each([
    ['before it has counted', "require('node:worker_threads').parentPort.on('message', () => process.exit());"],
    ['at that', "Int32Array.prototype.slice = () => { throw new RangeError('no memory'); };"],
    ['never', ''],
  ])('%s, leaves distinct values to the main thread', async (name, banner) => {
    const shared = (...numbers: readonly number[]): Int32Array => {
      const array = new Int32Array(new SharedArrayBuffer(numbers.length * 4));
      array.set(numbers);
      return array;
    };
    // Two values in cell 0, one of them in cell 1 too; a third in cell 1 alone.
    const seen = { values: shared(4, 2, 2, 0), patches: shared(5, 5, 3, 1), count: 4, most: 4 };
    const lists = {
      cells: 2,
      patches: Int32Array.of(1, 3, 5),
      ends: Int32Array.of(1, 3, 4),
      lists: Int32Array.of(1, 0, 1, 0),
    };
    const workers = Workers.start(1, await built(`values ${name.length}.cjs`, banner))!;
    workers.begin();
    expect([...(await workers.countDistinct(seen, lists))]).toEqual([2, 2]);
    if (banner !== '') expect([...(await workers.countDistinct(seen, lists))]).toEqual([2, 2]);
    await workers.stop();
  });
});

describe('columns that an earlier run has left', () => {
  it('come by threads, which read again what is damaged or gone', async () => {
    const path = join(folder, 'kept.csv');
    writeFileSync(path, Array.from({ length: 900 }, (_, n) => `${cells[n % 3 === 0 ? 1 : 0]!(n)}\n`).join(''));
    const { size } = statSync(path);
    sizes.segment = 2000;
    const place = { folder: join(folder, 'store'), uid: process.getuid?.() ?? null, version: '1', now: Date.now() };
    const { store } = openStore(place);
    const plan = planOf(path);
    const entries = (): string[] => readdirSync(place.folder).filter((name) => name.startsWith('segments-'));
    const workers = Workers.start(2, program)!;
    const all = async () =>
      recordsOf(await read(plan, size, workers, new StoredColumns(store!, place, 'content').file(plan, 0)), plan);
    const first = await all();
    const written = entries().length;
    expect(written).toBeGreaterThan(5);
    const times = (): number[] => entries().map((name) => statSync(join(place.folder, name)).ino);
    const before = times();
    expect(await all()).toEqual(first);
    // None was written again.
    expect(times()).toEqual(before);
    const [gone = '', damaged = ''] = entries();
    rmSync(join(place.folder, gone));
    const bytes = readFileSync(join(place.folder, damaged));
    bytes[bytes.length - 40]! ^= 1;
    writeFileSync(join(place.folder, damaged), bytes);
    expect(await all()).toEqual(first);
    await workers.stop();
    expect(entries()).toHaveLength(written);
  });
});

describe('threads that read no further file', () => {
  it('count in one of them, and give their memory back', async () => {
    const workers = Workers.start(2, program)!;
    workers.begin();
    const shared = new Int32Array(new SharedArrayBuffer(16));
    shared.set([3, 1, 3, 0]);
    const seen = { values: shared, patches: shared, count: 3, most: 3 };
    const lists = { cells: 1, patches: Int32Array.of(1, 3), ends: Int32Array.of(1, 2), lists: Int32Array.of(0, 0) };
    workers.readNoMore();
    expect([...(await workers.countDistinct(seen, lists))]).toEqual([2]);
    workers.readNoMore();
    expect([...(await workers.countDistinct(seen, lists))]).toEqual([2]);
    await workers.stop();
  });
});

describe('a file that has become shorter since its size was asked', () => {
  it.each([0, 1])('ends where it ends, with %i threads', async (threads) => {
    const path = join(folder, 'short.csv');
    const rows = Array.from({ length: 50 }, (_, n) => cells[0]!(n));
    writeFileSync(path, `${rows.join('\n')}\nA51,2026-03`);
    sizes.segment = 400;
    const workers = threads === 0 ? null : Workers.start(threads, program)!;
    const all: Columns[] = [];
    for await (const columns of readColumns(planOf(path), 0, 100_000, workers, null))
      all.push(structuredClone(columns));
    await workers?.stop();
    const found = recordsOf(all, planOf(path));
    expect(found).toHaveLength(51);
    expect(found[50]).toEqual({ cells: ['A51', '2026-03'] });
  });
});

describe('a quote that is never closed', () => {
  it.each(['A7,2026-03-01,"1,,,', 'A7,2026-03-01,1,x" ,"Lyon,'])(
    'ends the reading at the longest record: %s',
    async (line) => {
      const path = join(folder, 'open.csv');
      const rows = Array.from({ length: 60_000 }, (_, n) => cells[0]!(n)).join('\n');
      writeFileSync(path, `${rows}\n${line}\n${rows}\n${rows}\n`);
      sizes.segment = 2 ** 20;
      const all: Columns[] = [];
      for await (const columns of readColumns(planOf(path), 0, statSync(path).size, null, null)) all.push(columns);
      expect(all.at(-1)?.fault).toBe('malformed');
      expect(recordsOf(all, planOf(path))).toHaveLength(60_000);
    },
  );
});

describe('a file with line breaks, quotes and gaps in its cells', () => {
  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('seed %i', async (seed) => {
    const random = new Random(seed, 3).at(0);
    const end = ['\n', '\r\n', '\r'][random.below(3)]!;
    const some = cells.filter(() => random.below(3) > 0);
    const lines = Array.from({ length: 120 }, (_, n) => (some[random.below(some.length || 1)] ?? cells[0]!)(n));
    const text = lines.map((line) => line.replaceAll('\\"', '"')).join(end) + (random.once(2) ? end : '');
    const path = join(folder, `${seed}.csv`);
    writeFileSync(path, text);
    const size = Buffer.byteLength(text);
    sizes.segment = size;
    const whole = recordsOf(await read(planOf(path), size, null), planOf(path));
    const workers = Workers.start(1 + (seed % 3), program)!;
    try {
      for (const segment of [7, 40, 133, 1000, 5000]) {
        sizes.segment = segment;
        expectSame(recordsOf(await read(planOf(path), size, null), planOf(path)), whole, `segments of ${segment}`);
        expectSame(
          recordsOf(await read(planOf(path), size, workers), planOf(path)),
          whole,
          `in threads, of ${segment}`,
        );
      }
    } finally {
      await workers.stop();
    }
  });
});
