import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import { eachHeadRecord } from '../../src/readers/csv.ts';
import type { Head } from '../../src/readers/decode.ts';
import { HeadIndex } from '../../src/readers/head-index.ts';
import { defaultLimits } from '../../src/readers/input.ts';

const headOf = (text: string, complete = true): Head => ({
  text: Buffer.from(text),
  complete,
  encoding: { name: 'utf-8' } as Head['encoding'],
});
const shape = { delimiter: ',' } as const;

/** The records as the splitter has them, with only these columns, up to a fault. */
function split(head: Head, columns: readonly number[], max: number): string[][] {
  const records: string[][] = [];
  try {
    for (const cells of eachHeadRecord(head, shape, max))
      records.push(cells.map((cell, at) => (columns.includes(at) ? cell : '')));
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
  }
  return records;
}

describe('the index of a head', () => {
  it('has the cells of its columns, and keeps the width of each record', () => {
    const index = new HeadIndex(headOf('a,b,c\n1,"x ""y""",é\n\n2\n'), shape, [1, 2], 10, defaultLimits);
    const rows = [['', 'b', 'c'], ['', 'x "y"', 'é'], [''], ['']];
    expect([...index.rows()]).toEqual(rows);
    // The second time nothing is looked for.
    expect([...index.rows([2])]).toEqual(rows.map((cells) => cells.map((cell, at) => (at === 2 ? cell : ''))));
    expect(index.oddFrom).toBeNull();
  });

  it('ends at a record that is not strict, and says so', () => {
    const index = new HeadIndex(headOf('a,b\n1,2\n3,5" pipe\n4,5\n'), shape, [0], 10, defaultLimits);
    expect([...index.rows()]).toEqual([
      ['a', ''],
      ['1', ''],
    ]);
    expect(index.oddFrom).toBe(2);
  });

  it('leaves out a last record that the head may hold in part only', () => {
    const index = new HeadIndex(headOf('a,b\n1,2\n3,4', false), shape, [1], 10, defaultLimits);
    expect([...index.rows()]).toEqual([
      ['', 'b'],
      ['', '2'],
    ]);
    expect(index.oddFrom).toBeNull();
  });

  it('ends at a record beyond a limit', () => {
    const limits = { ...defaultLimits, maxColumns: 3 };
    const index = new HeadIndex(headOf('a,b\n1,2,3,4\n'), shape, [0], 10, limits);
    expect([...index.rows()]).toEqual([['a', '']]);
    expect(index.oddFrom).toBe(1);
  });

  it('has the records of the splitter, whoever has looked at which before', () => {
    const cell = fc.constantFrom(
      '',
      '1',
      '1.50',
      '"a,b"',
      '"two\nlines"',
      '"say ""yes"""',
      'été',
      '€ 5',
      '5" pipe',
      '"open',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const table = fc.tuple(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 200 }), end);
    fc.assert(
      fc.property(
        table,
        fc.boolean(),
        fc.uniqueArray(fc.nat(5)),
        fc.nat(250),
        fc.nat(250),
        (given, complete, columns, seen, max) => {
          const [records, newline] = given;
          const head = headOf(records.map((cells) => cells.join(',')).join(newline), complete);
          const sorted = columns;
          const index = new HeadIndex(head, shape, sorted, max, defaultLimits);
          for (const _ of index.rows()) if (seen-- === 0) break;
          const rows = [...index.rows()];
          const { oddFrom } = index;
          const whole = split(head, sorted, max);
          expect(rows).toEqual(oddFrom === null ? whole : whole.slice(0, oddFrom));
        },
      ),
      { numRuns: 500 },
    );
  });
});
