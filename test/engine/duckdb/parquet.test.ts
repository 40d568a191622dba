import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBDateValue, DuckDBDecimalValue, DuckDBInstance, DuckDBTimestampTZValue } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { kinds } from '../../../src/core/kinds.ts';
import { instantText, zoneOf } from '../../../src/core/zone.ts';
import { ParquetWriter } from '../../../src/engine/duckdb/parquet.ts';
import { csvText } from '../../../src/page/csv-text.ts';
import { approxNote } from '../../../src/records/field-types.ts';
import { recordFields } from '../../../src/records/index.ts';
import { mangled, writingOf, written } from '../../support/mangle.ts';
import { type Around, root, run } from '../../support/run.ts';

/* `kpi normalize --format parquet`: the files are read back with DuckDB and must hold what the other formats tell. */

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kpi-parquet-'));
  const own = cwd;
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
});

const paris = zoneOf('Europe/Paris');

/** The names and values of a Parquet file, with the types of its columns. */
async function contentOf(path: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(`FROM read_parquet('${path}')`);
  const content = { names: result.columnNames(), types: result.columnTypes().map(String), rows: result.getRows() };
  connection.closeSync();
  instance.closeSync();
  return content;
}

/** A value as the text of the other formats. */
function textOf(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof DuckDBDecimalValue) return value.toString().replace(/\.?0+$/, '');
  if (value instanceof DuckDBTimestampTZValue) return instantText(Number(value.micros / 1000n), paris);
  if (value instanceof DuckDBDateValue) return value.toString();
  throw new Error(`not a value of a record: ${String(value)}`);
}

const normalize = (paths: readonly string[], format: string, more: readonly string[] = [], around: Around = {}) =>
  run(['normalize', ...paths, '--max-rejects', '100%', '--format', format, '--out', format, ...more], {
    cwd,
    ...around,
  });

/** Writes files in all formats; what the Parquet files hold, written as the others, must be the bytes of the others. */
async function compare(paths: readonly string[], more: readonly string[] = [], around: Around = {}): Promise<number> {
  const [csv, , parquet] = [
    await normalize(paths, 'csv', more, around),
    await normalize(paths, 'ndjson', more, around),
    await normalize(paths, 'parquet', more, around),
  ];
  expect(parquet).toEqual({ ...csv, err: csv.err.replaceAll(/csv\/(\w+)\.csv/g, 'parquet/$1.parquet') });
  const files = existsSync(join(cwd, 'csv')) ? readdirSync(join(cwd, 'csv')) : [];
  for (const file of files) {
    const kind = file.replace('.csv', '');
    const { names, rows } = await contentOf(join(cwd, 'parquet', `${kind}.parquet`));
    const texts = rows.map((row) => row.map(textOf));
    expect(csvText([names, ...texts.map((row) => row.map((text) => text ?? ''))])).toBe(
      readFileSync(join(cwd, 'csv', file), 'utf8'),
    );
    const objects = texts.map((row) =>
      Object.fromEntries(names.flatMap((name, at) => (row[at] === null ? [] : [[name, row[at]]]))),
    );
    expect(objects.map((record) => `${JSON.stringify(record)}\n`).join('')).toBe(
      readFileSync(join(cwd, 'ndjson', `${kind}.ndjson`), 'utf8'),
    );
  }
  return files.length;
}

const header = 'order_id,ordered_at,gross_sales,currency,customer_key,channel\n';
const orders = (count: number): string =>
  header + Array.from({ length: count }, (_, i) => `${i},2026-11-02,${i}.5,EUR,c${i % 9},Email\n`).join('');
const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

describe('records as Parquet', () => {
  it('are those of CSV and NDJSON, of every kind, in typed columns', async () => {
    // The shop has no exports of e-mail campaigns and of organic search.
    const others = ['emails.csv', 'recherche.csv'].map((name) => join(root, 'fixtures/sources/generic', name));
    expect(await compare([join(root, 'fixtures/shop'), ...others])).toBe(kinds.length);
    for (const kind of kinds) {
      const { names, types } = await contentOf(join(cwd, `parquet/${kind}.parquet`));
      // Fields that no file tells have no column; a name may say that its values are approximate.
      const plain = names.map((name) => name.replace(approxNote, ''));
      const fields = [...recordFields(kind)].filter(([name]) => plain.includes(name));
      expect(plain).toEqual(fields.map(([name]) => name));
      expect(plain.length).toBeGreaterThan(3);
      const typeOf = { text: 'VARCHAR', key: 'VARCHAR', instant: 'TIMESTAMP WITH TIME ZONE', day: 'DATE' } as const;
      expect(types).toEqual(
        fields.map(([, { type }]) => (type in typeOf ? typeOf[type as keyof typeof typeOf] : 'DECIMAL(18,6)')),
      );
    }
  });

  it('are those of CSV and NDJSON for mangled exports', async () => {
    const folder = join(root, 'fixtures/sources/generic');
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    for (const [seed, name] of sheets.entries()) {
      const text = readFileSync(join(folder, name), 'utf8');
      const delimiter = text.includes(';') ? ';' : ',';
      const records: string[][] = parse(text, { delimiter, relax_column_count: true });
      writeFileSync(join(cwd, name), written(mangled({ name, records }, seed, 40), writingOf(seed)));
      await compare([name]);
    }
    expect(readdirSync(join(cwd, 'parquet')).length).toBeGreaterThan(8);
  });

  it('hold any text, and the largest and smallest numbers, as they are', async () => {
    const texts = ['é 😀 "q"', 'two\nlines', "it's", '=1+1', 'tab\t', 'a\u0000b', 'NULL', ' ', '', 'x'.repeat(40_000)];
    // An order below 0 is a refund: numbers of both signs are those of costs.
    const numbers = ['9007199254.740991', '0.000001', '0.100000', '0', '12'];
    const rows = texts.map((channel, at) => ({
      order_id: `#${at}`,
      ordered_at: ['2026-11-02T10:00:00.123Z', '1971-01-02T00:00:00Z', '2199-12-30T23:59:59.999Z'][at % 3],
      gross_sales: numbers[at % numbers.length],
      customer_key: channel,
      currency: 'EUR',
      channel,
    }));
    const costs = ['5.000000', '6.000000', '7.000000', '8.000000', '-9007199254.740991', '-0.000001', '-0.100000'].map(
      (amount, day) => ({
        date: `2026-11-0${day + 1}`,
        category: 'other',
        amount,
        currency: 'EUR',
      }),
    );
    put('orders.ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    put('costs.ndjson', costs.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect(await compare(['orders.ndjson', 'costs.ndjson'])).toBe(2);
    const written = await contentOf(join(cwd, 'parquet/cost.parquet'));
    expect(written.rows.map((row) => String(row[written.names.indexOf('amount')]))).toEqual(
      costs.map((row) => row.amount),
    );
    const { names, rows: read } = await contentOf(join(cwd, 'parquet/order.parquet'));
    expect(read.map((row) => row[names.indexOf('channel')])).toEqual(
      texts.map((text) => (text.trim() === '' ? null : text.trim())),
    );
    expect(read.slice(0, 3).map((row) => String(row[names.indexOf('gross_sales')]))).toEqual(numbers.slice(0, 3));
  });

  it('may be so many that they come in several chunks, the last one full', async () => {
    put('orders.csv', orders(3 * 2048));
    expect(await compare(['orders.csv'])).toBe(1);
    expect((await contentOf(join(cwd, 'parquet/order.parquet'))).rows).toHaveLength(3 * 2048);
  });

  it('have hashed keys where that is asked for', async () => {
    put('orders.csv', orders(20));
    expect(await compare(['orders.csv'], ['--hash-keys'], { env: { KPI_HASH_KEY: 'not-to-be-guessed-soon' } })).toBe(1);
    const { names, rows } = await contentOf(join(cwd, 'parquet/order.parquet'));
    const keys = new Set(rows.map((row) => row[names.indexOf('customer_key')]));
    expect(keys.size).toBe(9);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are the same bytes for the same files', async () => {
    put('orders.csv', orders(5000));
    for (const out of ['a', 'b']) await normalize(['orders.csv'], 'parquet', ['--out', out]);
    expect(readFileSync(join(cwd, 'a/order.parquet')).equals(readFileSync(join(cwd, 'b/order.parquet')))).toBe(true);
  });

  it('with a number that the type of the column cannot hold are refused', async () => {
    const rows = Array.from({ length: 120 }, () => 'Bing,2026-11-02,A,EUR,9007199254\n');
    put('spend.csv', `platform,date,campaign,currency,cost\n${rows.join('')}`);
    expect(await normalize(['spend.csv'], 'parquet')).toEqual({
      code: 2,
      out: '',
      err: 'kpi: spend.cost has a number that the type DECIMAL(18,6) cannot hold\n  choose another format, which has no such bound: --format csv\n',
    });
    expect(existsSync(join(cwd, 'parquet'))).toBe(false);
    expect((await normalize(['spend.csv'], 'csv')).code).toBe(0);
  });
});

describe('a Parquet file', () => {
  it('replaces the one before with its rights, and leaves nothing beside it', async () => {
    put('orders.csv', orders(3));
    mkdirSync(join(cwd, 'parquet'));
    put('parquet/order.parquet', 'before');
    chmodSync(join(cwd, 'parquet/order.parquet'), 0o640);
    expect((await normalize(['orders.csv'], 'parquet')).code).toBe(0);
    expect(readdirSync(join(cwd, 'parquet'))).toEqual(['order.parquet']);
    expect(statSync(join(cwd, 'parquet/order.parquet')).mode & 0o777).toBe(0o640);
    expect((await contentOf(join(cwd, 'parquet/order.parquet'))).rows).toHaveLength(3);
  });

  it('stands in a folder of any name', async () => {
    put('orders.csv', orders(3));
    const out = "l'été [a]*{b} %41 ?x=1";
    expect((await normalize(['orders.csv'], 'parquet', ['--out', out])).code).toBe(0);
    expect(readdirSync(join(cwd, out))).toEqual(['order.parquet']);
  });

  it.skipIf(!existsSync('/dev/full'))('that cannot be written is told of as any other', async () => {
    put('orders.csv', orders(3));
    put('file', '');
    mkdirSync(join(cwd, 'full'));
    for (const format of ['csv', 'parquet']) symlinkSync('/dev/full', join(cwd, `full/order.${format}`));
    for (const out of ['full', 'file']) {
      const csv = await normalize(['orders.csv'], 'csv', ['--out', out]);
      const parquet = await normalize(['orders.csv'], 'parquet', ['--out', out]);
      expect(csv.code).toBe(2);
      expect(parquet).toEqual({ ...csv, err: csv.err.replace('order.csv', 'order.parquet') });
    }
  });

  it('of records that fail on the way is not there', async () => {
    put('place', 'before');
    const ends: (() => unknown)[] = [];
    const writer = await ParquetWriter.open((end) => void ends.push(end));
    const failure = new RangeError('no more');
    const rows = (function* () {
      yield ['a'];
      throw failure;
    })();
    const table = { kind: 'order', fields: [{ name: 'order_id', type: 'text' }] } as const;
    await expect(writer.write(join(cwd, 'place'), { ...table, rows })).rejects.toBe(failure);
    expect(await writer.write(join(cwd, 'other'), { ...table, kind: 'refund', rows: [['a'], [null]] })).toBe(2);
    expect((await contentOf(join(cwd, 'other'))).rows).toEqual([['a'], [null]]);
    for (const end of ends) end();
  });

  it('leaves nothing behind when it is interrupted', async () => {
    put('orders.csv', orders(400_000));
    const child = spawn(
      process.execPath,
      [
        ...['--import', new URL('../../../node_modules/tsx/dist/loader.mjs', import.meta.url).href],
        ...[join(root, 'src/cli/bin.ts'), 'normalize', 'orders.csv', '--format', 'parquet', '--out', 'parquet'],
      ],
      { cwd, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const begun = setInterval(() => {
      if (!existsSync(join(cwd, 'parquet')) || readdirSync(join(cwd, 'parquet')).length === 0) return;
      clearInterval(begun);
      setTimeout(() => child.kill('SIGINT'), 50);
    }, 5);
    onTestFinished(() => {
      clearInterval(begun);
      child.kill('SIGKILL');
    });
    expect(await ended).toBe(130);
    expect(existsSync(join(cwd, 'parquet'))).toBe(false);
  });
});
