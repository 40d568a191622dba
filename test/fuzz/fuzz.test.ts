import { describe, expect, it } from 'vitest';
import { wrongAccounts } from '../../fuzz/accounts.ts';
import type { Case, Table } from '../../fuzz/case.ts';
import { caseOf } from '../../fuzz/generate.ts';
import type { Outcome } from '../../fuzz/outcome.ts';
import { brokenBy, difference } from '../../fuzz/promises.ts';
import { reduced } from '../../fuzz/reduce.ts';

/* The fuzzer finds what it is there to find, and the same each time. */

const numbers = Array.from({ length: 60 }, (_, at) => at);

it('makes the same cases of a seed, in any order, and others of another', () => {
  const texts = numbers.map((number) => JSON.stringify(caseOf(5, number)));
  expect(numbers.toReversed().map((number) => JSON.stringify(caseOf(5, number)))).toEqual(texts.toReversed());
  expect(new Set(texts).size).toBe(numbers.length);
  expect(numbers.filter((number) => JSON.stringify(caseOf(6, number)) === texts[number])).toEqual([]);
});

it('makes cases of every command, form and way', () => {
  const cases = Array.from({ length: 400 }, (_, number) => caseOf(7, number));
  const contents = cases.flatMap(({ files }) => Object.values(files));
  for (const name of ['report', 'check', 'funnel', 'cohorts', 'explain', 'inspect', 'normalize', 'init'])
    expect(cases.some(({ args }) => args[0] === name)).toBe(true);
  expect(new Set(cases.flatMap(({ ways }) => ways)).size).toBe(6);
  expect(new Set(contents.flatMap((one) => ('table' in one ? [one.table.form] : [])))).toEqual(
    new Set(['csv', 'json', 'ndjson', 'xlsx']),
  );
  expect(new Set(contents.map(({ packed }) => packed))).toEqual(new Set([undefined, 'gz', 'zip']));
});

const good: Outcome = {
  args: ['report', '.', '--format', 'json'],
  code: 0,
  out: '{"a": 1}\n',
  err: '',
  written: new Map(),
  spoilt: [],
  seconds: 0.1,
  memory: 1,
};

describe('a broken promise is found', () => {
  it('and none where all are kept', () => expect(brokenBy(good, { files: {} })).toEqual([]));

  const written = (name: string, text: string) => ({ written: new Map([[name, Buffer.from(text)]]) });
  it.each<[string, string, Partial<Outcome>]>([
    ['exit code', 'an internal error', { code: 101 }],
    ['exit code', 'a failed check of a report', { code: 1 }],
    ['error message', 'an error without a message', { code: 2, out: '' }],
    ['no internal error', 'a stack', { err: 'x\n    at run (/src/a.ts:10:4)\n' }],
    ['no internal error', 'a value that is none', { out: '{"a": "undefined"}' }],
    ['files are only read', 'a file that is another now', { spoilt: ['orders.csv'] }],
    ['time', 'a minute', { seconds: 60 }],
    ['memory', 'a gigabyte', { memory: 1024 }],
    ['no control characters', 'an escape in a message', { err: 'warning: \u001b[31m\n' }],
    ['no control characters', 'a mark of direction in a message', { err: 'warning: \u202e\n' }],
    ['no control characters', 'an escape in a file', written('out.md', '\u009b')],
    ['no customer is shown', 'an address', { err: 'warning: zqx3@people.invalid-shop.example\n' }],
    ['no customer is shown', 'a telephone number', { out: '{"a": "+999 555 70007"}' }],
    ['no customer is shown', 'an id in kpi.yaml', written('kpi.yaml', 'name: zqxid7\n')],
    ['well-formed output', 'half of a JSON text', { out: '{"a": ' }],
    ['well-formed output', 'rows of two widths', written('out.csv', 'a,b\n1\n')],
  ])('%s: %s', (promise, _, over) => {
    expect(brokenBy({ ...good, ...over }, { files: {} }).map((one) => one.promise)).toEqual([promise]);
  });

  it.each<[string, Partial<Outcome>]>([
    ['exit codes', { code: 2 }],
    ['standard output', { out: '{"a": 2}\n' }],
    ['standard error', { err: 'warning\n' }],
    ['a file', written('out.csv', 'a\n')],
  ])('in the difference of two runs: %s', (_, over) => {
    expect(difference(good, { ...good })).toBeNull();
    expect(difference(good, { ...good, ...over })).not.toBeNull();
  });
});

const writing = {
  delimiter: ',',
  newline: '\r\n',
  quoteAll: true,
  encoding: 'utf8',
  mark: true,
  lastNewline: true,
} as const;
const table: Table = {
  records: [['order_id', 'total', 'note'], ...numbers.map((n) => [`A${n}`, `${n}.50`, n === 41 ? 'needle' : 'hay'])],
  form: 'csv',
  writing,
  times: 1,
};
const tried: Case = {
  args: ['report', 'orders.csv', 'other.csv', '--all', '--format', 'json'],
  files: { 'orders.csv': { table, packed: 'gz' }, 'other.csv': { text: 'a,b\n1,2\n' } },
  ways: ['columns', 'duckdb', 'cache'],
  segment: 100,
};

describe('accounts', () => {
  const account = { path: 'orders.csv', read: 60, accepted: 50, rejected: 0, skipped: 8, superseded: 2 };
  const wrong = (over: Partial<typeof account>) =>
    wrongAccounts({ ...good, out: JSON.stringify({ files: [{ ...account, ...over }] }) }, tried);
  it('are right where every row is in them once', () => expect(wrong({})).toEqual([]));
  it('are wrong where a row is lost', () => expect(wrong({ read: 59, accepted: 49 })).toHaveLength(1));
  it('are wrong where they do not add up', () => expect(wrong({ accepted: 49 })).toHaveLength(1));
  it('are wrong where a file is passed over in silence', () => expect(wrong({ path: 'x.csv' })).toHaveLength(1));
});

it('makes a case smaller, down to what breaks the promise', async () => {
  const small = await reduced(
    tried,
    async ({ files, args, ways }) =>
      JSON.stringify(files).includes('needle') && args.includes('--all') && ways.includes('duckdb'),
    400,
  );
  expect(small.args).toEqual(['--all']);
  expect(small.ways).toEqual(['duckdb']);
  expect(Object.keys(small.files)).toEqual(['orders.csv']);
  const [content] = Object.values(small.files);
  expect(content).toMatchObject({ table: { writing: { quoteAll: false, mark: false, newline: '\n' } } });
  expect(content?.packed).toBeUndefined();
  expect('table' in content! && content.table.records).toEqual([['note'], ['needle']]);
});
