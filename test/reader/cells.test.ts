import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { hashText } from '../../src/core/hash.ts';
import { printOfText } from '../../src/core/person.ts';
import { zoneOf } from '../../src/core/zone.ts';
import { signIn } from '../../src/fields/affix.ts';
import { currencyCell } from '../../src/fields/currency.ts';
import { REFUSED } from '../../src/fields/field.ts';
import { readNumber, readText, type Zones } from '../../src/plan/compile.ts';
import type { Resolved } from '../../src/plan/plan.ts';
import { Batch } from '../../src/reader/batch.ts';
import { type FieldColumns, kind, type TextPlan } from '../../src/reader/columns.ts';
import { numberColumn, type Reading, Words } from '../../src/reader/fields.ts';
import { Fields } from '../../src/reader/kept-fields.ts';
import { Parcel } from '../../src/reader/parcel.ts';
import { asWindows1252, windows1252 } from '../../src/readers/encoding.ts';
import { ended } from '../../src/readers/kernel-module.ts';
import { day, duration, integer, key, number, ratio, text, timestamp } from '../fields/with-examples.ts';

/* A value that the kernel reads from bytes is the value that the exact parser reads, for every text. */

const zones: Zones = { source: zoneOf('America/New_York'), report: zoneOf('Europe/Paris'), utc: zoneOf('UTC') };
const seed = Int32Array.of(1, 2, 3, 4);
const reading = (
  said: Reading['said'] = { from: null, otherwise: 'EUR' },
  encoding: Reading['encoding'] | undefined = 'utf-8',
): Reading => ({
  batch: Batch.ofThread(),
  zones,
  cells: ['', '', '', ''],
  said,
  encoding,
});

const written = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const isBare = (cell: string): boolean => cell !== '' && !/["\n\r,]/.test(cell);
/** Rows of files with a NUL are none of the kernel's. */
const withoutNul = (cell: string): string => cell.replaceAll('\0', '');

/**
 * Puts rows of cells into a batch, between others that make them rows of a table, quoted where they must be. `begin`: what
 * needs memory of the kernel, of which a stretch has its own.
 */
function put({ batch, encoding }: Reading, rows: readonly (readonly string[])[], begin: () => void = () => {}): void {
  const cell = (one: string): string => (isBare(one) ? one : written(one));
  const lines = rows.map((cells) => `x,${cells.map(cell).join()},x\n`);
  const bytes = encoding === 'utf-8' ? Buffer.from(lines.join('')) : asWindows1252(lines.join(''));
  const width = 2 + (rows[0]?.length ?? 0);
  batch.begin({ delimiter: ',', encoding, width, again: 'id', seed, maxRecordBytes: 1e6 }, bytes.length);
  begin();
  bytes.copy(batch.input(bytes.length));
  expect(batch.scan(0, bytes.length, bytes.length, true)).toBe(ended.full);
  expect([...batch.kinds]).toEqual(rows.map(() => kind.plain));
}

type Column = Extract<Resolved, { op: 'column' }>;
const column = (as: Column['as'], more: Partial<Column> = {}): Column => ({
  ...{ op: 'column', index: 1, name: 'a', as, decimal: '.', order: 'ymd' },
  ...more,
});

const shapes = { decimal: '.' } as const;
const kinds: readonly (readonly [string, Column, readonly string[]])[] = [
  ['money', column({ type: 'money' }), number(shapes).examples.map(([cell]) => cell)],
  [
    'money with a comma',
    column({ type: 'money' }, { decimal: ',' }),
    number({ decimal: ',' }).examples.map(([cell]) => cell),
  ],
  [
    'money below 0',
    column({ type: 'money' }, { below: true, positive: true }),
    number(shapes).examples.map(([cell]) => cell),
  ],
  [
    'money above 0',
    column({ type: 'money' }, { positive: true }),
    [...number(shapes).examples.map(([cell]) => cell), '-1', '0', '-0'],
  ],
  ['money below 0 or above', column({ type: 'money' }, { below: true }), ['0', '-0', '-1', '1', '']],
  ['a count', column({ type: 'count' }), integer(shapes).examples.map(([cell]) => cell)],
  ['an estimated count', column({ type: 'count', estimated: true }), integer(shapes).examples.map(([cell]) => cell)],
  ['a number or a flag', column({ type: 'number', flags: true }), ['yes', 'no', '1', '0', 'true', '2.5']],
  ['a ratio', column({ type: 'ratio' }), ratio(shapes).examples.map(([cell]) => cell)],
  [
    'percent',
    column({ type: 'ratio', bare: 'percent' }),
    ratio({ ...shapes, bare: 'percent' }).examples.map(([cell]) => cell),
  ],
  ['seconds', column({ type: 'duration' }), duration({ ...shapes, bare: 's' }).examples.map(([cell]) => cell)],
  [
    'minutes',
    column({ type: 'duration', unit: 'minutes' }),
    duration({ ...shapes, bare: 'min' }).examples.map(([cell]) => cell),
  ],
  [
    'hours',
    column({ type: 'duration', unit: 'hours' }),
    duration({ ...shapes, bare: 'h' }).examples.map(([cell]) => cell),
  ],
  ['a time', column({ type: 'instant' }), timestamp({ order: 'ymd' }, zones).examples.map(([cell]) => cell)],
  [
    'a time in UTC',
    column({ type: 'instant', zone: 'UTC' }),
    timestamp({ order: 'ymd' }, zones).examples.map(([cell]) => cell),
  ],
  ['a day', column({ type: 'day' }), day({ order: 'ymd' }, zones).examples.map(([cell]) => cell)],
  ...(['dmy', 'mdy'] as const).flatMap((order) => [
    [
      `a time, ${order}`,
      column({ type: 'instant' }, { order }),
      timestamp({ order }, zones).examples.map(([cell]) => cell),
    ] as const,
    [
      `a time that is always ${order}`,
      column({ type: 'instant', order }),
      ['03/11/2026 10:00', '31.12.2026 23:59:59'],
    ] as const,
    [
      `a day, ${order}`,
      column({ type: 'day' }, { order }),
      day({ order }, zones).examples.map(([cell]) => cell),
    ] as const,
  ]),
  ['a blank that means 0', column({ type: 'money', blank: 0 }), ['', ' ', '-', '1']],
  ['a cell of a workbook', column({ type: 'money' }, { typed: true, decimal: ',' }), ['1.5', '1,5', '-3', '€2.50']],
];

const pieces = [
  ...['0', '1', '9', '12', '00', '2026', '-', '+', '.', ',', ' ', ':', 'T', 'Z', '%', '€', 'e', '03', '31', '01:00'],
  ...['"', '9007199254', '000000000'],
];
const numbers = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .date({ min: new Date('1890-01-01'), max: new Date('2210-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  fc
    .tuple(
      fc.date({ noInvalidDate: true, min: new Date(0) }),
      fc.constantFrom('+0100', ' +0100', '-05:00', '', 'Z', '+1460'),
    )
    .map(([at, offset]) => `${at.toISOString().slice(0, 19).replace('T', ' ')}${offset}`),
  // As spreadsheets show amounts.
  fc
    .tuple(
      fc.constantFrom('', '-', '€', '€ ', '-€', '€-', '$', 'EUR ', '\u20ac\u202f', ' '),
      fc.array(fc.constantFrom('1', '12', '123', '012', '000', '7'), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(' ', '\u00a0', '\u202f', ',', '.', "'", '\u2009', ''),
      fc.constantFrom('', '.5', ',50', '.123456', ',1234567', '.', ','),
      fc.constantFrom('', '€', ' €', '\u00a0€', '\u202f€', '  €', '$', ' £', '-', ' %', ' EUR', '€€'),
    )
    .map(([before, groups, by, fraction, after]) => `${before}${groups.join(by)}${fraction}${after}`),
  // As they write dates.
  fc
    .tuple(
      fc.constantFrom('01', '12', '13', '28', '29', '30', '31', '00', '3', '99'),
      fc.constantFrom('/', '.', '-', ' '),
      fc.constantFrom('02', '11', '12', '13', '31', '4'),
      fc.constantFrom('/', '.', '-'),
      fc.constantFrom('2024', '2026', '1899', '2200', '26', '1900'),
      fc.constantFrom(
        '',
        ' 10:00',
        ' 02:30:00',
        ' 23:59:59',
        ' 24:00',
        'T10:00',
        ' 9:05',
        '  10:00',
        ' 10:00:60',
        ' 10:00Z',
        ', 10:00',
      ),
    )
    .map((parts) => parts.join('')),
  fc.double().map(String),
  fc.integer().map(String),
  fc.integer({ min: -1e15, max: 1e15 }).map((cents) => (cents / 100).toFixed(2)),
  fc.string({ maxLength: 8 }),
);
/** Some in one batch: what is remembered of one row must not reach the next. */
const several = fc.array(numbers, { minLength: 1, maxLength: 6 });

/** What Windows-1252 can write of a text. */
const inWindows1252 = (text: string): string => windows1252(asWindows1252(text));

describe('a number of bytes', () => {
  const encodings = ['utf-8', 'windows-1252'] as const;
  it.each(encodings.flatMap((encoding) => kinds.map((kind) => [encoding, ...kind] as const)))(
    '%s: %s',
    (encoding, _, from, examples) => {
      const own = reading(undefined, encoding);
      const read = numberColumn(from, own);
      const exact = readNumber(from, zones);
      const check = (given: readonly string[]): void => {
        const cells = given.map((text) => withoutNul(encoding === 'utf-8' ? text : inWindows1252(text)));
        put(
          own,
          cells.map((cell) => [cell]),
        );
        const found = [...read()];
        const wanted = cells.map((cell) => {
          // An amount with a sign of another currency is left to the reader of rows, which says so.
          if (from.as.type === 'money' && signIn(cell)?.codes.includes('EUR') === false) return REFUSED;
          return exact(['', cell]);
        });
        expect(found, JSON.stringify(cells)).toEqual(wanted);
      };
      for (const example of examples) check([example]);
      check(examples);
      fc.assert(fc.property(several, check), { numRuns: 2000 });
    },
  );

  const plain: readonly (readonly [string, Column, readonly string[], Reading['encoding']])[] = [
    [
      'amounts as French spreadsheets write them',
      column({ type: 'money' }, { decimal: ',' }),
      ['423,94\u00a0€', '1\u202f234,50\u00a0€', '-1 234 567,8 €', '12€', '€ 5', '1.234,50'],
      'utf-8',
    ],
    [
      'amounts as English ones do',
      column({ type: 'money' }),
      ['€1,234.50', '1,234', '-12.5', '12,345,678.90 €'],
      'utf-8',
    ],
    ['counts in groups', column({ type: 'count' }), ['1,234', '12 345', '1\u00a0234\u00a0567'], 'utf-8'],
    ['days first', column({ type: 'instant' }, { order: 'dmy' }), ['13/11/2026 10:05', '03.11.2026 23:59:59'], 'utf-8'],
    ['months first', column({ type: 'day' }, { order: 'mdy' }), ['11/13/2026', '02-29-2028'], 'utf-8'],
    [
      'amounts of Windows-1252',
      column({ type: 'money' }, { decimal: ',' }),
      ['423,94\u00a0€', '1\u00a0234,50 €', '-1\u00a0234\u00a0567,8 €', '€\u00a05', '12€'],
      'windows-1252',
    ],
  ];
  it.each(plain)('%s are read without the exact parser', (_, from, cells, encoding) => {
    const own = reading(undefined, encoding);
    const read = numberColumn(from, own);
    put(
      own,
      cells.map((cell) => [cell]),
    );
    const text = vi.spyOn(own.batch, 'text');
    const found = [...read()];
    expect(text).not.toHaveBeenCalled();
    expect(found).toEqual(cells.map((cell) => readNumber(from, zones)(['', cell])));
    text.mockRestore();
  });

  it.each([
    ['none', { from: null, otherwise: null }],
    ['dollars', { from: null, otherwise: 'USD' }],
    ['francs, which have no sign of their own', { from: null, otherwise: 'CHF' }],
    ['pounds for all rows', { from: { op: 'text', value: 'GBP' }, otherwise: 'EUR' }],
    ['euros for all rows, whatever the report has', { from: { op: 'text', value: '€' }, otherwise: 'USD' }],
    ['a column', { from: column({ type: 'text' }, { index: 2 }), otherwise: 'EUR' }],
  ] as const)('beside the sign of another currency than the stated one is refused: %s', (_, said) => {
    const own = reading(said);
    const money = column({ type: 'money' });
    const read = numberColumn(money, own);
    const exact = readNumber(money, zones);
    const rows = ['€', '£', '$', '', 'CHF '].flatMap((sign) =>
      ['EUR', 'usd', ''].flatMap((code) => [
        [`${sign}1,234.50`, code],
        [`12.5 ${sign}`.trim(), code],
      ]),
    );
    put(own, rows);
    const wanted = rows.map(([cell = '', code = '']) => {
      const currency =
        said.from === null || said.from.op === 'text'
          ? said.from === null
            ? said.otherwise
            : currencyCell(said.from.value)
          : (currencyCell(code) ?? said.otherwise);
      const sign = signIn(cell);
      return sign !== null && currency !== null && !sign.codes.includes(currency) ? REFUSED : exact(['', cell]);
    });
    expect([...read()]).toEqual(wanted);
    expect(wanted.includes(REFUSED)).toBe(said.from !== null || said.otherwise !== null);
  });

  it('of several columns', () => {
    const [a, b] = [column({ type: 'money' }), column({ type: 'money' }, { index: 2 })];
    const all: Resolved[] = [
      { op: 'first', of: [a, b] },
      { op: 'plus', of: [a, b] },
      { op: 'minus', of: [a, b] },
      { op: 'difference', a, b },
      { op: 'times', a, b },
      { op: 'over', a, b },
      { op: 'constant', value: '7', as: { type: 'count' } },
    ];
    for (const from of all) {
      const own = reading();
      const read = numberColumn(from, own);
      const exact = readNumber(from, zones);
      const amount = fc.constantFrom('', '0', '1.50', '-2', 'x', ' 3 ', '1,000.25', '-');
      fc.assert(
        fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 5 }), (rows) => {
          put(own, rows);
          expect([...read()], `${from.op} ${JSON.stringify(rows)}`).toEqual(rows.map((row) => exact(['', ...row])));
        }),
      );
    }
  });
});

describe('a key of bytes', () => {
  const parts = ['a', 'Z', '0', '7', '1234567', '@', '.', '-', '_', ' ', "'", 'é', 'null', 'n/a', '+', '(', '"', '#'];
  const erased = ['deleted', 'Redacted', 'anonymised', 'a@b.invalid', 'x redacted', 'removed@x.fr'];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 10 }).map((some) => some.join('')),
    fc.array(fc.constantFrom(...parts, ...erased), { maxLength: 3 }).map((some) => some.join('')),
    fc.string({ maxLength: 40 }).map(withoutNul),
    fc.emailAddress(),
    fc.constantFrom('A'.repeat(1024).concat('@b'), `${'A'.repeat(1021)}@b`),
  );
  const all: readonly (readonly [string, Resolved, readonly (readonly [string, ...unknown[]])[]])[] = [
    ['a key', column({ type: 'key' }), key.examples],
    ['an id', column({ type: 'text' }), text.examples],
    ['a translated text', column({ type: 'text', words: { a: 'b', '': 'c' } }), text.examples],
    [
      'the first of two',
      { op: 'first', of: [column({ type: 'key' }), column({ type: 'key' }, { index: 2 })] },
      key.examples,
    ],
  ];
  const hashed = (key: string): number[] => {
    const hash = new Int32Array(4);
    hashText(key, seed, hash, 0);
    return [...hash];
  };
  const rows = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 5 });
  const textPlan = (from: Resolved, role: TextPlan['role'], isOrder = false): TextPlan => ({
    ...{ from, role, required: false, isOrder, currency: false, isLasting: false },
  });
  /** What a field of texts keeps of some rows, and of which of them. */
  function kept(plan: TextPlan, of: readonly (readonly string[])[]) {
    const own = reading();
    const fields = new Fields({ numbers: [], texts: [plan] }, own, seed, true, false);
    put(own, of, () => fields.begin());
    fields.take(0);
    return {
      kinds: [...own.batch.kinds],
      column: fields.end(of.length, new Parcel(null, 0)).texts[0]! as FieldColumns['texts'][number],
    };
  }

  it.each(all)('%s is that of a person', (_, from, examples) => {
    const exact = readText(from);
    const check = (given: readonly (readonly [string, string])[]): void => {
      const of = given.map((row) => row.map(withoutNul));
      const { column: person } = kept(textPlan(from, 'person'), of);
      if (person.role !== 'person') throw new Error(person.role);
      for (const [at, row] of of.entries()) {
        const wanted = exact(['', ...row]);
        const hash = wanted === null ? [0, 0, 0, 0] : hashed(wanted);
        const print = wanted === null ? Number.POSITIVE_INFINITY : printOfText(Int32Array.from(hash), 0, wanted);
        const found = [...person.hashes.subarray(at * 4, at * 4 + 4), person.prints[at]];
        expect(found, JSON.stringify(row)).toEqual([...hash, print]);
      }
    };
    for (const [example] of examples) check([[example, 'c-1001']]);
    fc.assert(fc.property(rows, check), { numRuns: 2000 });
  });

  it.each(all)('%s is that of a record', (_, from, examples) => {
    const exact = readText(from);
    const check = (given: readonly (readonly [string, string])[]): void => {
      const of = given.map((row) => row.map(withoutNul));
      const { kinds: found, column: id } = kept(textPlan(from, 'id', true), of);
      if (id.role !== 'id') throw new Error(id.role);
      for (const [at, row] of of.entries()) {
        const wanted = exact(['', ...row]);
        const own = Buffer.from(id.bytes.subarray(at === 0 ? 0 : id.ends[at - 1], id.ends[at])).toString('latin1');
        // Those with another text than their bytes are left to the exact reader, and so is none that is blank.
        if (found[at] === kind.exact) {
          expect([own, wanted === null], JSON.stringify(row)).toEqual(['', false]);
          continue;
        }
        expect(own, JSON.stringify(row)).toBe(wanted ?? '');
        const hash = own === '' ? [0, 0, 0, 0] : hashed(own.replace(/^#/, ''));
        expect([...id.hashes.subarray(at * 4, at * 4 + 4)], own).toEqual(hash);
      }
      // Without its text it is the same, in memory that all threads see if it is of use when all files are read.
      for (const isLasting of [false, true]) {
        const { kinds: others, column: alone } = kept({ ...textPlan(from, 'key', true), isLasting }, of);
        if (alone.role !== 'key') throw new Error(alone.role);
        expect([others, [...alone.hashes]]).toEqual([found, [...id.hashes]]);
        expect(alone.hashes.buffer instanceof SharedArrayBuffer).toBe(isLasting);
      }
    };
    for (const [example] of examples) check([[example, 'c-1001']]);
    fc.assert(fc.property(rows, check), { numRuns: 2000 });
  });

  it.each([
    ...['deleted', 'Redacted', 'ANONYMIZED', 'anonymised user', 'erased', 'removed-1', 'x@example.invalid', '.invalid'],
    ...['user redacted 7', '[redacted]', 'redactedly', 'deletes@x.org', 'invalid@x.org', 'remote@x.org', 'a@anon.org'],
  ])('%s is that of nobody, or of somebody, as its text is', (cell) => {
    for (const type of ['key', 'text'] as const) {
      const { column: person } = kept(textPlan(column({ type }), 'person'), [[cell, '']]);
      if (person.role !== 'person') throw new Error(person.role);
      expect(person.prints[0]).toBe(printOfText(person.hashes, 0, cell));
    }
  });

  it('of plain rows is not left to the exact reader', () => {
    const ids = ['A-1001', '#1002', 'v-0000000003', 'x'];
    const { kinds: found } = kept(
      textPlan(column({ type: 'text' }), 'id'),
      ids.map((id) => [id, '']),
    );
    expect(found).toEqual(ids.map(() => kind.plain));
  });
});

describe('words of bytes', () => {
  const own = reading();
  const words = new Words([1, 2], own, (record) => `${own.batch.text(record, 1)}|${own.batch.text(record, 2)}`);
  const begin = (): void => words.begin();

  it('are those of their texts, each different one once', () => {
    const cell = fc.constantFrom('', 'a', 'ab', 'é', 'b', 'a"', 'longer than eight bytes', 'longer than eight, too');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 60 }), (rows) => {
        put(own, rows, begin);
        const codes = [...words.codes(own.batch.out)];
        const texts = rows.map((row) => row.join('|'));
        expect(codes.map((code) => words.values[code])).toEqual(texts);
        expect(words.values).toEqual([...new Set(texts)]);
        expect(rows.map((_, record) => words.code(record))).toEqual(codes);
      }),
    );
  });

  it('are told apart in their thousands', () => {
    const rows = Array.from({ length: 1500 }, (_, n) => [`word ${n * 7919}`, `${n % 3}`]);
    put(own, rows, begin);
    expect([...words.codes(own.batch.out)]).toEqual(rows.map((_, n) => n));
    expect(words.values[1499]).toBe('word 11870581|2');
  });
});
