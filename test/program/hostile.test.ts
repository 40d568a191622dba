import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import zlib from 'node:zlib';
import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { zipOf } from '../readers/zip-kit.ts';
import { hostileNames, writeHostileShop } from '../support/hostile-shop.ts';
import { type Around, type Ran, root, run } from '../support/run.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kpi-hostile-'));
  const own = cwd;
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
});

const header = 'order_id,ordered_at,gross_sales,currency\n';
const orders = (count: number): string =>
  header +
  Array.from({ length: count }, (_, i) => `${i},2026-11-${String(2 + (i % 14)).padStart(2, '0')},10,EUR\n`).join('');
const put = (name: string, bytes: string | Buffer): void => writeFileSync(join(cwd, name), bytes);
const few = ['--kpi', 'net_sales,orders'];
const kpi = (args: readonly string[], around: Around = {}): Promise<Ran> => run(args, { cwd, ...around });

/** A report of one file that must be refused: by one message, exit 2, without a trace of the asked output. */
async function refused(name: string, bytes: string | Buffer): Promise<string> {
  put(name, bytes);
  const before = readdirSync(cwd);
  const ran = await kpi(['report', name, '--out', 'report.json']);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(ran.err).not.toContain(cwd);
  expect(ran.err).toMatch(/^kpi: [^\n]+\n( {2}[^\n]+\n)+$/);
  expect(readdirSync(cwd)).toEqual(before);
  return ran.err;
}

/** The figures of an order file over all its days. */
async function figures(args: readonly string[], around: Around = {}): Promise<Record<string, number | null>> {
  const { code, out, err } = await kpi(['report', ...args, ...few, '--period', 'all', '--format', 'json'], around);
  expect(code, err).toBe(0);
  return JSON.parse(out).rows.at(-1).values;
}

describe('a packed file', () => {
  it('that is cut short', async () => {
    expect(await refused('orders.csv.gz', zlib.gzipSync(orders(2000)).subarray(0, -50))).toBe(
      'kpi: orders.csv.gz is cut short: the compressed data ends too early\n  Export or download it again.\n',
    );
    expect(await refused('orders.zip', zipOf([{ name: 'a.csv', data: orders(99) }]).subarray(0, 200))).toBe(
      'kpi: orders.zip is cut short: the zip ends too early\n  Export or download it again.\n',
    );
  });

  it('that is a bomb', async () => {
    const zeros = Buffer.alloc(70 * 1024 ** 2, 'a,b\n');
    const says =
      ' unpacks to more than 200 times its size: reading stopped\n  If you trust the file, unpack it first and name the unpacked file.\n';
    expect(await refused('orders.csv.gz', zlib.gzipSync(zeros, { level: 1 }))).toBe(`kpi: orders.csv.gz${says}`);
    expect(await refused('orders.zip', zipOf([{ name: 'a.csv', data: zeros }]))).toBe(`kpi: orders.zip${says}`);
  });

  it('that is empty, holds another, is locked, or points out of its folder', async () => {
    expect(await refused('empty.zip', zipOf([]))).toContain('empty.zip is a zip without a file in it');
    const inner = zipOf([{ name: 'a.csv', data: orders(3) }]);
    expect(await refused('outer.zip', zipOf([{ name: 'in.zip', data: inner }]))).toBe(
      'kpi: outer.zip/in.zip is a zip archive inside an archive\n  Unpack the outer archive and name the inner one.\n',
    );
    expect(await refused('locked.zip', zipOf([{ name: 'a.csv', data: orders(3), flags: 1 }]))).toContain(
      'locked.zip/a.csv is protected by a password',
    );
    expect(await refused('slip.zip', zipOf([{ name: '../../a.csv', data: orders(3) }]))).toContain(
      'slip.zip is damaged',
    );
    expect(await refused('odd.zip', zipOf([{ name: 'a.csv', data: orders(3), method: 99 }]))).toContain(
      'odd.zip/a.csv is compressed by a method (99) that this program does not know',
    );
    expect(await refused('sum.zip', zipOf([{ name: 'a.csv', data: orders(3), crc: 1 }]))).toContain(
      'sum.zip/a.csv is damaged',
    );
  });

  it('is read, with its notes passed over', async () => {
    put(
      'orders.zip',
      zipOf([
        { name: 'readme.txt', data: 'hello' },
        { name: 'a/orders.csv', data: orders(3) },
      ]),
    );
    expect(await figures(['orders.zip'])).toEqual({ net_sales: 30, orders: 3 });
  });

  it('whose table is mapped by the lines of configuration that its error prints', async () => {
    put('export.zip', zipOf([{ name: 'a.csv', data: 'Nr;Bestelldatum;Betrag\n1;13.11.2026;7,50\n' }]));
    const { err } = await kpi(['report', 'export.zip']);
    const lines = err
      .split('\n')
      .slice(3)
      .map((line) => line.slice(4));
    const names: Readonly<Record<string, string>> = { ordered_at: 'Bestelldatum', gross_sales: 'Betrag' };
    const filled = lines.map((line) => line.replace(/(\w+): "…"/, (_, field) => `${field}: "${names[field]}"`));
    put('kpi.yaml', `currency: EUR\n${filled.join('\n')}`);
    expect(await figures(['export.zip'])).toEqual({ net_sales: 7.5, orders: 1 });
    expect(await figures([])).toEqual({ net_sales: 7.5, orders: 1 });
    expect(await figures([join(cwd, 'export.zip')])).toEqual({ net_sales: 7.5, orders: 1 });
  });
});

describe('a file out of bounds', () => {
  it('of 100,000 columns', async () => {
    const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');
    expect(await refused('wide.csv', `${wide}\n1,2\n`)).toBe(
      'kpi: wide.csv: row 1 of the file has 100000 columns, more than 16384\n  Check that the file is a table with one record per line.\n',
    );
    expect(await refused('late.csv', `${orders(3)}${wide}\n`)).toContain(
      'late.csv: row 5 of the file has 100000 columns',
    );
    const named = `[{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join()}}]`;
    expect(await refused('wide.json', named)).toContain('its records have 20000 different names, more than 16384');
  });

  it.each([
    ['csv', header, 'long.csv: row 2 of the file is longer than 16 MiB'],
    ['json', '[{"a":"', 'long.json: its first record is longer than 4 MiB'],
  ])(
    'of one line of 200 MB: %s',
    async (ending, begin, says) => {
      const name = `long.${ending}`;
      const file = openSync(join(cwd, name), 'w');
      writeSync(file, begin);
      const block = Buffer.alloc(4 * 1024 ** 2, 'x');
      for (let i = 0; i < 50; i += 1) writeSync(file, block);
      closeSync(file);
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 5);
      const started = Date.now();
      const ran = await kpi(['report', name]);
      clearInterval(watch);
      expect([ran.code, ran.err.split('\n')[0]]).toEqual([2, `kpi: ${says}`]);
      expect(Date.now() - started).toBeLessThan(10_000);
      expect((most - before) / 1024 ** 2).toBeLessThan(200);
    },
    20_000,
  );

  it('nested without end', async () => {
    const deep = `[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}]`;
    expect(await refused('deep.json', deep)).toContain('deep.json: record 1 is nested more than 100 levels deep');
  });

  it('with limits of the configuration', async () => {
    put('kpi.yaml', 'limits: { max_columns: 20000, max_record_bytes: 100 }');
    put('wide.csv', `order_id,ordered_at,gross_sales,currency${',x'.repeat(17_000)}\n1\n`);
    expect((await kpi(['report', 'wide.csv'])).err).toContain('wide.csv: row 1 of the file is longer than 100 bytes');
    put('kpi.yaml', 'limits: { max_columns: 20000 }');
    expect((await kpi(['report', 'wide.csv'])).err).toContain('wide.csv: 1 of 1 rows cannot be read');
  });
});

/** Texts that steer terminals, spreadsheets, pages, objects or columns. */
const evil: readonly string[] = [
  '\u001b[31mred\u001b[0m\u0007',
  "=cmd|' /C calc'!A0",
  '@SUM(1)',
  '+1',
  '-2+3',
  '__proto__',
  'constructor',
  'toString',
  '\u202eevil\u2066',
  '<script>alert(1)</script>',
  '日本語チャンネル',
  '👩‍👩‍👧‍👦🎉',
  'n'.repeat(10_000),
  'a "quoted" name',
  'two\nlines',
  '2026-W45',
];
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const evilOrders = (): string =>
  `order_id,ordered_at,gross_sales,currency,channel,campaign,country,device,store\n${evil
    .map((text, i) => `${i},2026-11-0${2 + (i % 7)},${i + 1},EUR${`,${cell(text)}`.repeat(5)}\n`)
    .join('')}`;
const dimensions = ['channel', 'campaign', 'country', 'device'];

describe('hostile names', () => {
  it.each(dimensions)('are data in JSON: %s', async (by) => {
    put('orders.csv', evilOrders());
    const { out } = await kpi(['report', 'orders.csv', ...few, '--by', by, '--period', 'all', '--format', 'json']);
    const rows: { dimensions: Record<string, string>; values: { net_sales: number } }[] = JSON.parse(out).rows;
    const found = new Map(rows.map((row) => [row.dimensions[by], row.values.net_sales]));
    expect(found).toEqual(new Map([...evil.map((text, i) => [text, i + 1] as const), [undefined, 136]]));
  });

  it('act in no JSON, whichever command prints it', async () => {
    const acting = 'c1\u009b31m\u202e\u007f.csv';
    put(acting, orders(30).replace(header, header.replace('\n', ',\u009d\u2066\n')).replaceAll('EUR\n', 'EUR,\n'));
    put('orders.csv', evilOrders());
    for (const line of [
      ['inspect', acting],
      ['list', acting, '--missing'],
      ['explain', 'orders', 'orders.csv', '--by', 'channel', '--all'],
      ['report', acting],
    ]) {
      const { code, out, err } = await kpi([...line, '--format', 'json']);
      expect(code, err).toBe(0);
      expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      if (line[0] === 'inspect') expect(JSON.parse(out).files[0].path).toBe(acting);
    }
  });

  it('are text, and no formulas, in CSV', async () => {
    put('orders.csv', evilOrders());
    const { out } = await kpi([
      'report',
      'orders.csv',
      '--kpi',
      'orders',
      '--by',
      'channel',
      '--period',
      'all',
      '--format',
      'csv',
    ]);
    const records: Record<string, string>[] = parse(out, { columns: true });
    expect(records).toHaveLength(evil.length + 1);
    for (const { channel = '' } of records) {
      expect(channel).not.toMatch(/^[=+\-@\t\r]/);
      expect(channel).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });

  it.each([60, 100, 200])('neither steer nor break a table of %i columns', async (width) => {
    put('orders.csv', evilOrders());
    for (const by of [['channel'], ['channel', 'campaign']]) {
      const { out } = await kpi(['report', 'orders.csv', ...few, ...by.flatMap((name) => ['--by', name])], { width });
      expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(Math.max(...out.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      expect(out).toContain('␛[31mred␛[0m␇');
    }
  });

  it('of files and columns are shown, not obeyed', async () => {
    const name = '\u001b[31m\u202e=x<b>.csv';
    put(name, orders(30));
    const ran = await kpi(['report', name, ...few]);
    expect([ran.code, ran.out.includes('␛[31m<U+202E>=x<b>.csv  generic-orders')]).toEqual([0, true]);
    put(name, `\u001b[31mred,${'y'.repeat(50_000)},${'z'.repeat(50_000)}\n1,2,3\n`);
    const { err } = await kpi(['report', name]);
    expect(err).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(err.length).toBeLessThan(2000);
  });

  it('in commands that the first screen proposes are written so that a shell gives them back', async () => {
    const name = "\u001b[31m\u202e it's \\ $HOME.csv";
    put(name, orders(30));
    const { out } = await kpi(['report', name, '--timezone', 'UTC', '--currency', 'EUR']);
    expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    const [, word = ''] = /kpi report (\$'.*') --full/.exec(out) ?? [];
    expect(execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(name);
  });

  it.each(['init', 'normalize'])('of the output of kpi %s are shown, not obeyed', async (command) => {
    put('orders.csv', orders(30));
    const name = '\u001b[31mout';
    const ran = await kpi([command, 'orders.csv', '--timezone', 'UTC', '--out', name]);
    expect([ran.code, `${ran.out}${ran.err}`.includes('␛[31mout')]).toEqual([0, true]);
    expect(`${ran.out}${ran.err}`).not.toContain('\u001b');
  });

  it('in paths of the printed configuration are quoted', async () => {
    put('a: "b #1".csv', 'Bestellnummer,Bestelldatum,Betrag\n1,2026-11-02,5\n');
    expect((await kpi(['report', 'a: "b #1".csv'])).err).toContain('      - path: "a: \\"b #1\\".csv"\n');
  });

  it('that a file gives to what has no channel are not a second (unattributed)', async () => {
    put(
      'orders.csv',
      `${header.trim()},channel\n1,2026-11-02,5,EUR,(unattributed)\n2,2026-11-02,7,EUR,\n3,2026-11-02,1,EUR,Email\n`,
    );
    const { out } = await kpi([
      'report',
      'orders.csv',
      ...few,
      '--by',
      'channel',
      '--period',
      'all',
      '--format',
      'json',
    ]);
    const rows: { dimensions: object; values: object }[] = JSON.parse(out).rows;
    expect(rows.map((row) => [row.dimensions, row.values])).toEqual([
      [{ channel: 'Email' }, { net_sales: 1, orders: 1 }],
      [{ channel: '(unattributed)' }, { net_sales: 12, orders: 2 }],
      [{}, { net_sales: 13, orders: 3 }],
    ]);
  });

  it('of JSON keys reach no prototype', async () => {
    const record = '"order_id":"1","ordered_at":"2026-11-02","gross_sales":10,"currency":"EUR"';
    put('o.json', `[{${record},"__proto__":{"channel":"x","polluted":1},"constructor":{"prototype":{"polluted":1}}}]`);
    const { out } = await kpi(['report', 'o.json', ...few, '--by', 'channel', '--period', 'all', '--format', 'json']);
    const rows: { dimensions: object }[] = JSON.parse(out).rows;
    expect(rows.map((row) => row.dimensions)).toEqual([{ channel: '(unattributed)' }, {}]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('hostile cells', () => {
  const odd = [
    '1e308',
    '12345678901234567890',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '1_000',
    '١٢',
    '9007199254740993',
    '=1+1',
    '1,2,3',
  ];

  it('are no numbers: they are rejected, never rounded', async () => {
    put(
      'orders.csv',
      `${header + odd.map((text, i) => `${i},2026-11-02,"${text}",EUR\n`).join('')}good,2026-11-02,10,EUR\n`,
    );
    const ran = await kpi([
      'report',
      'orders.csv',
      ...few,
      '--max-rejects',
      '100%',
      '--rejects',
      'r.csv',
      '--period',
      'all',
      '--format',
      'json',
    ]);
    expect(JSON.parse(ran.out).rows[0].values).toEqual({ net_sales: 10, orders: 1 });
    const rejects: Record<string, string>[] = parse(readFileSync(join(cwd, 'r.csv')), { columns: true });
    expect(rejects.map(({ value }) => value?.replace(/^'/, ''))).toEqual(odd);
  });

  it('of the largest amounts add up exactly', async () => {
    put(
      'orders.csv',
      header + Array.from({ length: 3000 }, (_, i) => `${i},2026-11-02,9007199254.740991,EUR\n`).join(''),
    );
    const { out } = await kpi(['report', 'orders.csv', ...few, '--period', 'all', '--format', 'csv']);
    expect(out).toContain(',net_sales,money,27021597764222.973,');
  });

  it('with days no shop had are rejected', async () => {
    const days = [
      '0001-01-01',
      '9999-12-31',
      '0000-00-00',
      '2026-02-30',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59-12:00',
    ];
    put('orders.csv', `${header}${days.map((day, i) => `${i},${day},1,EUR\n`).join('')}9,2026-11-02,7,EUR\n`);
    expect(await figures(['orders.csv', '--max-rejects', '90%'])).toEqual({ net_sales: 7, orders: 1 });
    const hours = await kpi([
      'report',
      'orders.csv',
      ...few,
      '--max-rejects',
      '90%',
      '--period',
      'hour',
      '--all',
      '--format',
      'json',
    ]);
    expect(JSON.parse(hours.out).rows).toHaveLength(25);
  });

  it('that name no currency are rejected; signs and small letters are understood', async () => {
    put(
      'orders.csv',
      `${header}1,2026-11-02,1,EUR\n2,2026-11-02,2,eur\n3,2026-11-02,4,€\n4,2026-11-02,8,<script>\n5,2026-11-02,16,$\n6,2026-11-02,32,ann@example.com\n`,
    );
    expect(await figures(['orders.csv', '--max-rejects', '3'])).toEqual({ net_sales: 7, orders: 3 });
    const { err } = await kpi(['report', 'orders.csv']);
    expect(err).toContain('record 4, column "currency": unknown currency "<***>"');
    expect(err).not.toContain('ann@');
  });

  it('of odd statuses are told of shortly, without e-mails', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i},2026-11-02,1,EUR,${i % 2 ? 'x'.repeat(200) + i : `ann${i}@example.com`}\n`,
    );
    put('orders.csv', `${header.trim()},status\n${rows.join('')}`);
    const { err } = await kpi(['report', 'orders.csv', ...few]);
    expect(err).toContain('of no known meaning count: 40 words, masked (40 orders); see the option valid_status');
    expect(err).not.toMatch(/xxx|\*\*\*/);
    expect(err).not.toContain('example.com');
    expect(err.length).toBeLessThan(1000);
  });
});

describe('odd tables', () => {
  it('with CRLF, LF and CR mixed, and no line end at the end', async () => {
    const rows = ['1,2026-11-02,1,EUR', '2,2026-11-03,2,EUR', '3,2026-11-04,4,EUR', '4,2026-11-05,8,EUR'];
    put('orders.csv', `${header.trim()}\r${rows[0]}\r\n${rows[1]}\n\r\n${rows[2]}\r${rows[3]}`);
    expect(await figures(['orders.csv'])).toEqual({ net_sales: 15, orders: 4 });
  });

  it('with a column of one name twice read the first', async () => {
    put('orders.csv', 'order_id,ordered_at,gross_sales,gross_sales,currency\n1,2026-11-02,10,99,EUR\n');
    expect(await figures(['orders.csv'])).toEqual({ net_sales: 10, orders: 1 });
  });

  it('as UTF-16 are read; as UTF-16 without its mark they are refused', async () => {
    put('orders.csv', Buffer.from(`\ufeff${orders(3)}`, 'utf16le'));
    expect(await figures(['orders.csv'])).toEqual({ net_sales: 30, orders: 3 });
    expect(await refused('bare.csv', Buffer.from(orders(3), 'utf16le'))).toContain('is not text');
  });

  it('of quotes, of NULs, of nothing are no tables', async () => {
    expect(await refused('quotes.csv', '"'.repeat(1000))).toContain('quotes.csv is of no known format');
    expect(await refused('open.csv', '"'.repeat(999))).toContain('opens a quote (") that is never closed');
    expect(await refused('nul.csv', Buffer.alloc(2000))).toContain('nul.csv is not text');
    expect(await refused('array.json', '[]')).toContain('array.json holds no records');
    expect(await refused('mark.csv', '\ufeff')).toContain('mark.csv is empty');
  });
});

describe('odd places', () => {
  it('a folder with links in a circle is read once', async () => {
    mkdirSync(join(cwd, 'a'));
    put('a/orders.csv', orders(3));
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync('loop.csv', join(cwd, 'a/loop.csv'));
    expect(await figures(['a'])).toEqual({ net_sales: 30, orders: 3 });
  });

  it.skipIf(process.platform === 'win32')('a named pipe is read', async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const writer = spawn('sh', ['-c', 'cat > pipe'], { cwd, stdio: ['pipe', 'ignore', 'ignore'] });
    writer.stdin.end(orders(3));
    expect(await figures(['pipe'])).toEqual({ net_sales: 30, orders: 3 });
  });

  it('standard input is read, packed as well, and named as what it is where it is wrong', async () => {
    expect(await figures(['-'], { stdin: orders(3) })).toEqual({ net_sales: 30, orders: 3 });
    expect(await figures(['-'], { stdin: zlib.gzipSync(orders(3)) })).toEqual({ net_sales: 30, orders: 3 });
    expect((await kpi(['report', '-'], { stdin: zipOf([]) })).err).toContain('standard input is a zip archive');
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('read EIO'), { code: 'EIO' }));
      },
    });
    expect((await kpi(['report', '-'], { stdin: broken })).code).toBe(2);
  });

  it.skipIf(!existsSync('/dev/zero'))('a device is refused', async () => {
    expect((await kpi(['report', '/dev/zero'])).err).toBe('kpi: /dev/zero is a device, not a file\n  Name a file.\n');
  });

  it.skipIf(process.getuid?.() === 0)('a file without the right to read it is refused', async () => {
    writeFileSync(join(cwd, 'orders.csv'), orders(3), { mode: 0 });
    expect((await kpi(['report', 'orders.csv'])).err).toContain('orders.csv may not be read by this user');
  });

  it('an output that cannot be written leaves the one before', async () => {
    put('orders.csv', orders(3));
    put('old', 'old');
    expect((await kpi(['report', 'orders.csv', '--out', 'old/report.json'])).code).toBe(2);
    expect(readFileSync(join(cwd, 'old'), 'utf8')).toBe('old');
    put('bad.csv', `${header}1,2026-11-02,x,EUR\n`);
    put('report.json', 'before');
    expect((await kpi(['report', 'bad.csv', '--out', 'report.json'])).code).toBe(2);
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('before');
  });
});

describe('what is asked never decides what is rejected', () => {
  it.each(['net_sales', 'sessions', 'churn_rate,cac', 'csat'])('%s', async (asked) => {
    const bad = ['1,2026-11-02,x,EUR', '2,nope,5,EUR', '3,2026-11-04,5', '4,2026-11-05,,EUR', '5,2026-11-06,3,EUR'];
    put('orders.csv', `${header}${bad.join('\n')}\n`);
    const ran = await kpi(['report', 'orders.csv', '--kpi', asked, '--max-rejects', '4', '--rejects', 'r.csv']);
    expect(ran.code).toBe(0);
    expect(readFileSync(join(cwd, 'r.csv'), 'utf8')).toBe(
      [
        'file,record,column,reason,value',
        'orders.csv,1,gross_sales,not_a_number,x',
        'orders.csv,2,ordered_at,not_a_date,nope',
        'orders.csv,3,,too_few_cells,',
        'orders.csv,4,gross_sales,missing_value,',
        '',
      ].join('\n'),
    );
  });
});

describe('a process', () => {
  const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
  const start = (args: readonly string[]) =>
    spawn(process.execPath, ['--import', tsx, join(root, 'src/cli/bin.ts'), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const ended = (child: ReturnType<typeof start>): Promise<number | null> =>
    new Promise((resolve) => child.once('exit', resolve));

  it('does not mind that nobody reads its report', async () => {
    put('orders.csv', orders(50));
    const child = start(['report', 'orders.csv', '--as-of', '2026-11-22']);
    child.stdout.destroy();
    const err = textOf(child.stderr);
    expect(await ended(child)).toBe(0);
    expect(await err).not.toMatch(/EPIPE|Error/);
  }, 20_000);

  it.each(['memory', 'duckdb'])(
    'that is interrupted in the middle leaves nothing behind: %s',
    async (engine) => {
      put('orders.csv', orders(1_500_000));
      mkdirSync(join(cwd, 'temp'));
      const line = ['report', 'orders.csv', '--out', 'report.json', '--rejects', 'rejects.csv', '--verbose'];
      const child = start([...line, '--engine', engine, '--temp-dir', 'temp']);
      // It tells what the file is, then reads it.
      child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), 300));
      expect(await ended(child)).toBe(130);
      expect(readdirSync(cwd).sort()).toEqual(['orders.csv', 'temp']);
      expect(readdirSync(join(cwd, 'temp'))).toEqual([]);
    },
    20_000,
  );
});

describe('a shop of hostile names', () => {
  const files = ['orders.csv', 'more.json', 'visits.csv', 'costs.csv'];
  const commands: readonly (readonly [name: string, ...args: string[]])[] = [
    ['report', ...files, '--by', 'channel'],
    ['report', ...files, '--by', 'source', '--by', 'campaign', '--last', '2', '--kpi', 'net_sales,sessions'],
    ['funnel', ...files, '--by', 'channel', '--compare', 'previous,year'],
    ['cohorts', ...files, '--by', 'channel'],
    ['check', ...files],
  ];
  const formatsOf = (name: string): string[] =>
    name === 'check' ? ['table', 'json', 'junit', 'github'] : ['table', 'json', 'csv', 'markdown', 'html'];
  const cases = commands.flatMap(([name, ...args]) =>
    formatsOf(name).flatMap((format) =>
      (['json', 'csv', 'junit'].includes(format) ? ['en'] : ['en', 'fr']).map((lang) => ({ name, args, format, lang })),
    ),
  );
  /** What acts on a terminal or turns the direction of text; of what CSV and pages hold, line breaks are no such thing. */
  const acting = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])/u;

  it('has names that act', () => {
    expect(hostileNames.filter((name) => acting.test(name)).length).toBeGreaterThan(5);
  });

  it.each(cases)('sends nothing that acts: kpi $name $format $lang', async ({ name, args, format, lang }) => {
    writeHostileShop(cwd);
    for (const width of format === 'table' ? [80, 140] : [100]) {
      const ran = await kpi([name, ...args, '--format', format, '--lang', lang], { width });
      expect([ran.code, ran.err]).toEqual([name === 'check' ? 1 : 0, expect.not.stringMatching(acting)]);
      expect(ran.out.length).toBeGreaterThan(500);
      if (format === 'csv') {
        // A tab or a return within a quoted cell is data; at its beginning it would be a formula.
        expect(ran.out).not.toMatch(/[^\P{Cc}\n\r\t]/u);
        const records: string[][] = parse(ran.out);
        for (const text of records.slice(1).flat()) expect(text).not.toMatch(/^([=+@\t\r]|-(?!\d+(\.\d+)?$))/);
        expect(records.flat()).toContain(`'${'=HYPERLINK("https://evil.example";"click")'}`);
      } else if (format === 'json') {
        expect(() => JSON.parse(ran.out)).not.toThrow();
        expect(ran.out).not.toMatch(/[^\P{Cc}\n]/u);
      } else expect(ran.out).not.toMatch(acting);
      if (format === 'table') {
        expect(Math.max(...ran.out.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
        expect(ran.out).toContain('␛[31mred␛[0m');
        expect(ran.out).toContain('<U+D800>half');
      }
      if (format === 'markdown') {
        // Nothing but our own marks: no tag, no link, and each row has as many cells as its head.
        expect(ran.out).not.toMatch(/<\w|\]\(|`/);
        const rows = ran.out.split('\n').filter((line) => line.startsWith('| '));
        const sizes = new Set(rows.map((line) => line.split(' | ').length));
        expect(rows.length).toBeGreaterThan(5);
        expect(sizes.size).toBeLessThanOrEqual(2);
      }
    }
  });
});
