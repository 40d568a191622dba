import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../src/core/zone.ts';
import { signIn } from '../../src/fields/affix.ts';
import { day, timestamp } from '../../src/fields/date.ts';
import { duration } from '../../src/fields/duration.ts';
import { REFUSED } from '../../src/fields/field.ts';
import { key } from '../../src/fields/key.ts';
import { integer, number, ratio } from '../../src/fields/number.ts';
import { text } from '../../src/fields/text-field.ts';
import { readNumber, readText, type Zones } from '../../src/plan/compile.ts';
import type { Resolved } from '../../src/plan/plan.ts';
import { Dates } from '../../src/reader/cell-bytes.ts';
import { KeyCell, numberCell, type Reading, WordCell } from '../../src/reader/fields.ts';
import { Row } from '../../src/readers/row.ts';

/* A value read from bytes is the value that the exact parser reads, for every text. */

const zones: Zones = { source: zoneOf('America/New_York'), report: zoneOf('Europe/Paris'), utc: zoneOf('UTC') };
const reading = (): Reading => ({ row: new Row(44), zones, dates: new Dates(), cells: ['', ''] });

/** Puts cells into a row, after others in the same bytes. */
function put({ row }: Reading, ...cells: readonly string[]): void {
  const bytes = cells.map((cell) => Buffer.from(cell));
  row.bytes = Buffer.concat([Buffer.from('9'), ...bytes, Buffer.from('9')]);
  row.width = cells.length;
  let at = 1;
  for (const [place, { length }] of bytes.entries()) {
    row.starts[place] = at;
    at += length;
    row.ends[place] = at;
  }
}

type Column = Extract<Resolved, { op: 'column' }>;
const column = (as: Column['as'], more: Partial<Column> = {}): Column => ({
  ...{ op: 'column', index: 0, name: 'a', as, decimal: '.', order: 'ymd' },
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
  ['a blank that means 0', column({ type: 'money', blank: 0 }), ['', ' ', '-', '1']],
  ['a cell of a workbook', column({ type: 'money' }, { typed: true, decimal: ',' }), ['1.5', '1,5', '-3', '€2.50']],
];

const pieces = [
  '0',
  '1',
  '9',
  '12',
  '00',
  '2026',
  '-',
  '+',
  '.',
  ',',
  ' ',
  ':',
  'T',
  'Z',
  '%',
  '€',
  'e',
  '03',
  '31',
  '01:00',
];
const written = fc.oneof(
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
  fc.double().map(String),
  fc.integer().map(String),
  fc.string({ maxLength: 8 }),
);

describe('a number of bytes', () => {
  it.each(kinds)('%s', (_, from, examples) => {
    const own = reading();
    const cell = numberCell(from, own);
    const exact = readNumber(from, zones);
    const check = (given: string): void => {
      put(own, given);
      const [found, wanted] = [cell(), exact([given])];
      // An amount with a sign is left to the reader of rows, which knows the currency.
      if (found === REFUSED && from.as.type === 'money' && signIn(given) !== null) return;
      expect(found, JSON.stringify(given)).toBe(wanted);
    };
    for (const example of examples) check(example);
    fc.assert(fc.property(written, check), { numRuns: 3000 });
  });

  it('of several columns', () => {
    const [a, b] = [column({ type: 'money' }), column({ type: 'money' }, { index: 1 })];
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
      const cell = numberCell(from, own);
      const exact = readNumber(from, zones);
      const amount = fc.constantFrom('', '0', '1.50', '-2', 'x', ' 3 ', '1,000.25', '-');
      fc.assert(
        fc.property(amount, amount, (one, two) => {
          put(own, one, two);
          expect(cell(), `${from.op} ${one} ${two}`).toBe(exact([one, two]));
        }),
      );
    }
  });
});

describe('a key of bytes', () => {
  const parts = ['a', 'Z', '0', '7', '1234567', '@', '.', '-', '_', ' ', "'", 'é', 'null', 'n/a', '+', '(', '"'];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 10 }).map((some) => some.join('')),
    fc.string({ maxLength: 12 }),
  );
  const all: readonly (readonly [string, Resolved, readonly (readonly [string, ...unknown[]])[]])[] = [
    ['a key', column({ type: 'key' }), key.examples],
    ['an id', column({ type: 'text' }), text.examples],
    ['a translated text', column({ type: 'text', words: { a: 'b', '': 'c' } }), text.examples],
    [
      'the first of two',
      { op: 'first', of: [column({ type: 'key' }), column({ type: 'key' }, { index: 1 })] },
      key.examples,
    ],
  ];

  it.each(all)('%s', (_, from, examples) => {
    const own = reading();
    const cell = new KeyCell(from, own);
    const exact = readText(from);
    const check = (one: string, two: string): void => {
      put(own, one, two);
      const found = cell.read();
      const bytes = (): string => Buffer.from(cell.bytes.subarray(cell.from, cell.to)).toString('latin1');
      const value = found === 0 ? null : found === 1 ? bytes() : cell.text;
      expect(value, JSON.stringify([one, two])).toBe(exact([one, two]));
    };
    for (const [example] of examples) check(example, 'c-1001');
    fc.assert(fc.property(texts, texts, check), { numRuns: 3000 });
  });
});

describe('words of bytes', () => {
  it('are those of their texts, each different one once', () => {
    const own = reading();
    const words = new WordCell([0, 1], own, () => own.cells.join('|'));
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom('', 'a', 'ab', 'é', 'b'), fc.constantFrom('', 'b', 'bb', 'a'), (one, two) => {
        put(own, one, two);
        seen.add(`${one}|${two}`);
        expect(words.values[words.code()]).toBe(`${one}|${two}`);
        expect(words.values).toHaveLength(seen.size);
      }),
      { numRuns: 300 },
    );
    words.clear();
    put(own, 'z', '');
    expect([words.code(), words.values]).toEqual([0, ['z|']]);
  });
});
