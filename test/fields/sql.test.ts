import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../src/core/zone.ts';
import { day, timestamp } from '../../src/fields/date.ts';
import { duration } from '../../src/fields/duration.ts';
import type { FieldKind, SqlForm, TextKind } from '../../src/fields/field.ts';
import { key, keyBitsSql } from '../../src/fields/key.ts';
import { number } from '../../src/fields/number.ts';
import { text } from '../../src/fields/text-field.ts';
import { withSteps } from '../../src/plan/compile-sql.ts';

const paris = { source: zoneOf('Europe/Paris'), report: zoneOf('America/New_York') };
const apia = { source: zoneOf('Pacific/Apia'), report: zoneOf('UTC') };

const kinds: Record<string, FieldKind | TextKind> = {
  'number with a point': number({ decimal: '.' }),
  'number with a comma': number({ decimal: ',' }),
  'amount with a point': number({ decimal: '.', mostlyWhole: false }),
  'amount with a comma': number({ decimal: ',', mostlyWhole: false }),
  seconds: duration({ decimal: '.', bare: 's' }),
  minutes: duration({ decimal: ',', bare: 'min' }),
  hours: duration({ decimal: '.', bare: 'h' }),
  day: day({}, paris),
  'day, day first': day({ order: 'dmy' }, paris),
  'timestamp in Paris': timestamp({}, paris),
  'timestamp in Apia': timestamp({}, apia),
  'timestamp, day first': timestamp({ order: 'dmy' }, paris),
  'timestamp, month first': timestamp({ order: 'mdy' }, paris),
  'day, month first': day({ order: 'mdy' }, apia),
  key,
  text,
};

/** What a form in SQL gives for each text: null where it leaves it to `parse`. */
async function inSql(form: SqlForm, cells: readonly string[]): Promise<unknown[]> {
  const database = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await database.connect();
  await connection.run('CREATE TABLE cells (i INTEGER, c VARCHAR)');
  const appender = await connection.createAppender('cells');
  for (const [i, cell] of cells.entries()) {
    appender.appendInteger(i);
    appender.appendVarchar(cell);
    appender.endRow();
  }
  appender.closeSync();
  const steps: string[] = [];
  const value = form('c', (expression) => `s${steps.push(expression) - 1}`);
  const rows = await connection.runAndReadAll(
    `SELECT ${value} AS v FROM ${withSteps(steps, 'i, c', 'cells')} ORDER BY i`,
  );
  return rows.getRows().map(([value]) => value);
}

const plainly = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

const digits = fc.stringMatching(/^-?[0-9]{0,11}([.,][0-9]{0,8})?$/);
const clocks = fc
  .record({
    date: fc.stringMatching(/^(20|19|21)[0-9]{2}-[01][0-9]-[0-3][0-9]$/),
    sign: fc.constantFrom('T', ' ', 't', '  '),
    time: fc.stringMatching(/^[012][0-9]:[0-6][0-9](:[0-6][0-9])?$/),
    rest: fc.oneof(
      fc.constantFrom('', '', 'Z', 'z', '.123', '.123Z', '+01:00', ' +0100', '-0330', ' UTC', '+1', '+14:00', '-15:00'),
      fc.stringMatching(/^ ?[+-][0-9]{2}:?[0-9]{2}$/),
    ),
  })
  .map(({ date, sign, time, rest }) => `${date}${sign}${time}${rest}`);
/** Wall times around clock changes. */
const changes = fc
  .tuple(fc.constantFrom('2026-03-29', '2026-10-25', '2025-10-26', '2026-04-05'), fc.nat(23), fc.nat(59))
  .map(([date, hour, minute]) => `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`);
const odd = fc.constantFrom(
  '1e3',
  '1_000',
  '0x10',
  'nan',
  'Infinity',
  '-',
  '--',
  'n/a',
  '€ 1',
  '1 000',
  "1'000",
  '(5)',
  '5-',
  '5 %',
  '+5',
  '٣',
  '1.',
  '.5',
  '-.5',
  '00',
  '-0',
  '007',
  '2147483648',
  '999999999.999999',
  '9999999999',
  'epoch',
  'infinity',
  '2026-02-30',
  '2024-02-29',
  '20260301',
  '24:00:00',
  '2026-01-01 24:00:00',
  'a@B.c',
  'ab',
  'null',
  'abcde',
  '12-34',
  '0000000',
  '1000371308.1700053044',
  '1.2.3.4.5.6.7',
  '---',
  '___',
  '+33 6 12 34 56 78',
  '5.27762E+12',
  '#1001',
  'é@x.fr',
  'İ',
  '(not set)',
);
const dates = fc.stringMatching(/^(20|19|21)[0-9]{2}-[01][0-9]-[0-3][0-9]$/);
const anything = fc.oneof(
  odd,
  dates,
  digits,
  clocks,
  changes,
  fc.stringMatching(/^[0-9A-Za-z@._ +#-]{1,14}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const mangled = fc
  .tuple(
    anything,
    fc.constantFrom('', '', '', '', ' ', '\t', '\u00a0', "'"),
    fc.constantFrom('', '', '', '', ' ', '\n'),
  )
  .map(([cell, before, after]) => `${before}${cell}${after}`);
const seed = Number(process.env.SEED ?? 20261122);
const sample = [...new Set(fc.sample(mangled, { numRuns: 20_000, seed }))].filter(
  (cell) => cell !== '' && !cell.includes('\0'),
);

describe(`a value that SQL reads is the one that is parsed (seed ${seed})`, () => {
  it.each(Object.entries(kinds))('%s', async (_, kind) => {
    const cells = [...sample, ...kind.examples.map(([cell]) => cell).filter((cell) => cell !== '')];
    const found = (await inSql(kind.sql!, cells)).map(plainly);
    const wrong = cells.flatMap((cell, i) =>
      found[i] === null || found[i] === kind.parse(cell) ? [] : [{ cell, sql: found[i], parsed: kind.parse(cell) }],
    );
    expect(wrong).toEqual([]);
    // Most of what is written plainly is read in SQL, else the test says little.
    expect(found.filter((value) => value !== null).length).toBeGreaterThan(200);
  });
});

// A pattern lets them pass, and a cast takes the first.
it.each([
  '2025-06-30T24:00:00+01:00',
  '2025-06-30 24:00:00 +0100',
  '2025-06-30T25:00:00+01:00',
  '2025-13-30 10:00:00 +0100',
])('a time that no day has is no instant (%s)', async (cell) =>
  expect(await inSql(kinds['timestamp in Paris']!.sql!, [cell])).toEqual([null]),
);

// DuckDB's try_strptime, given several formats, makes 2 March of the first.
it.each(['2025-02-30 10:00:00 +0100', '2025-06-31T10:00:00+01:00', '2025-04-31 10:00:00-0330', '2025-02-29T10:00:00Z'])(
  'a day that no month has is no instant, whatever its offset (%s)',
  async (cell) => {
    const kind = kinds['timestamp in Paris']!;
    expect(typeof kind.parse(cell) === 'number' && Number.isFinite(kind.parse(cell))).toBe(false);
    expect(await inSql(kind.sql!, [cell])).toEqual([null]);
  },
);

/** Visitors as GA4 names them, written well and nearly so. */
const clientIds = fc
  .tuple(
    fc.stringMatching(/^[1-9][0-9]{0,10}$/),
    fc.constantFrom('.', '.', '.', '', '..', '.e', '.E', 'e', '._', '. ', '-', '.0'),
    fc.stringMatching(/^[0-9]{0,11}([.][0-9]{0,3})?$/),
    fc.constantFrom('', '', '', '', '', '', 'e2', 'E1', '_1', '.', ' ', '\t', '\v', '\u00a0'),
  )
  .map((parts) => parts.join(''));

it(`bits of a key are the same for one key and differ for others (seed ${seed})`, async () => {
  const ids = fc.sample(fc.oneof(clientIds, fc.stringMatching(/^[1-9][0-9]{6,9}[.][0-9]{10}$/)), {
    numRuns: 10_000,
    seed,
  });
  // The same digits with the dot elsewhere, or none, are the same key.
  const moved = ids.slice(0, 1000).map((id) => id.replace('.', ''));
  const cells = [...new Set([...ids, ...moved, ...sample])].filter((cell) => cell !== '');
  const keys = cells.map((cell) => key.parse(cell));
  const found = await inSql(key.bits!, cells);
  const ofKeys = await inSql(
    keyBitsSql,
    keys.map((known) => known ?? ''),
  );
  const wrong = cells.filter((_, i) => found[i] !== null && (keys[i] === null || found[i] !== ofKeys[i]));
  expect(wrong).toEqual([]);
  const known = keys.filter((one) => one !== null);
  expect(new Set(ofKeys.filter((_, i) => keys[i] !== null)).size).toBe(new Set(known).size);
  // Of ids that are written well most are cast.
  const well = ids.filter((id) => /^[1-9][0-9]{6,9}[.][0-9]{10}$/.test(id));
  expect(well.filter((id) => found[cells.indexOf(id)] === null)).toEqual([]);
  expect(well.length).toBeGreaterThan(100);
});

it('an exponent or a mark in an id is not the number that a cast makes of it', async () => {
  const cells = ['1000000.5e2', '1000000.5E2', '10000.05_00'];
  const casts = ['1000000500', '1000000500', '100000500'];
  const [found, ofCasts] = [await inSql(key.bits!, cells), await inSql(keyBitsSql, casts)];
  expect(cells.filter((_, i) => found[i] === ofCasts[i])).toEqual([]);
});
