import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import { eachHeadRecord } from '../../src/readers/csv.ts';
import type { Head } from '../../src/readers/decode.ts';
import { HeadScan, shape as shapeOf } from '../../src/readers/head-scan.ts';
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

function* copies(rows: Iterable<readonly string[]>): Generator<readonly string[]> {
  for (const row of rows) yield [...row];
}

/** What a scan has, and where it leaves the rest to others; null if it has all. */
function scanned(scan: HeadScan, columns: readonly number[], first = 0) {
  let oddFrom: number | null = null;
  const odd = (from: number): [] => {
    oddFrom = from;
    return [];
  };
  const rows = [...scan.rows(columns, first, odd)];
  // Where each takes the place of the one before, it has the same cells.
  const passing = [...copies(scan.rows(columns, first, odd, 'passing'))];
  expect(passing).toEqual(rows);
  return { rows, oddFrom };
}

describe('the scan of a head', () => {
  it('has the cells of some columns, and keeps the width of each record', () => {
    const scan = new HeadScan(headOf('a,b,c\n1,"x ""y""",é\n\n2\n'), shape, 3, 10, defaultLimits);
    const rows = [['', 'b', 'c'], ['', 'x "y"', 'é'], [''], ['']];
    expect(scanned(scan, [1, 2])).toEqual({ rows, oddFrom: null });
    expect(scanned(scan, [2], 1).rows).toEqual(
      rows.slice(1).map((cells) => cells.map((cell, at) => (at === 2 ? cell : ''))),
    );
  });

  it('ends at a record that is not strict, and says so', () => {
    const scan = new HeadScan(headOf('a,b\n1,2\n3,5" pipe\n4,5\n'), shape, 2, 10, defaultLimits);
    const rows = [
      ['a', ''],
      ['1', ''],
    ];
    expect(scanned(scan, [0])).toEqual({ rows, oddFrom: 2 });
  });

  it('leaves out a last record that the head may hold in part only', () => {
    const scan = new HeadScan(headOf('a,b\n1,2\n3,4', false), shape, 2, 10, defaultLimits);
    const rows = [
      ['', 'b'],
      ['', '2'],
    ];
    expect(scanned(scan, [1])).toEqual({ rows, oddFrom: null });
  });

  it('ends at a record beyond a limit', () => {
    const scan = new HeadScan(headOf('a,b\n1,2,3,4\n'), shape, 2, 10, { ...defaultLimits, maxColumns: 3 });
    expect(scanned(scan, [0])).toEqual({ rows: [['a', '']], oddFrom: 1 });
  });

  const cell = fc.constantFrom(
    '',
    '1',
    '1.50',
    '1,5',
    '1,234',
    '-1.5',
    '12.',
    '1234567890.5',
    '2026-03-14',
    '14/03/2026',
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

  it('has the records of the splitter, however many cells most of them have', () => {
    fc.assert(
      fc.property(
        table,
        fc.boolean(),
        fc.uniqueArray(fc.nat(5)),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(250),
        fc.nat(5),
        ([records, newline], complete, columns, width, max, first) => {
          const head = headOf(records.map((cells) => cells.join(',')).join(newline), complete);
          const scan = new HeadScan(head, shape, width, max, defaultLimits);
          const whole = split(head, columns, max);
          const { rows, oddFrom } = scanned(scan, columns, first);
          expect(rows).toEqual(whole.slice(first, oddFrom ?? max));
          // Another pass over the same head while this one is under way.
          const other = scan.rows([0], 0, () => []);
          const [own] = scan.rows(columns, 0, () => []);
          other.next();
          expect(own).toEqual(scanned(scan, columns).rows[0]);
        },
      ),
      { numRuns: 500 },
    );
  });

  const shapes: readonly (readonly [RegExp, number])[] = [
    [/^$/, shapeOf.empty],
    [/^\d+$/, shapeOf.whole],
    [/^\d{1,9}\.(\d{1,2}|\d{4,6})$/, shapeOf.point],
    [/^\d{1,9},(\d{1,2}|\d{4,6})$/, shapeOf.comma],
    [/^\d{4}-/, shapeOf.date],
  ];
  const all = shapes.map(([, one]) => one);
  const counted = (texts: readonly string[]): number[] => {
    const counts = [0, 0, 0, 0, 0, 0];
    for (const text of texts) counts[shapes.find(([pattern]) => pattern.test(text))?.[1] ?? shapeOf.other]! += 1;
    return counts;
  };

  it('counts shapes, and gives the text of each cell that has none', () => {
    const cells = ['1', '1.50', '', '1,5', '1,234', '2026-03-14', '-1.5', '12.', '1234567890.5', '"1.5"', '"a""b"'];
    const scan = new HeadScan(
      headOf(`a;b;c\n${cells.map((text) => `x;${text};y\n`).join('')}`),
      { delimiter: ';' },
      3,
      99,
      defaultLimits,
    );
    const others: string[] = [];
    const { counts } = scan.shapes(
      [1],
      1,
      3,
      () => all,
      (_, text) => others.push(text),
    );
    expect([...counts.get(1)!]).toEqual([0, 1, 1, 2, 1, 1]);
    expect(others).toEqual(['1,234', '-1.5', '12.', '1234567890.5', 'a"b']);
  });

  it('counts each cell once, in its shape or by its text, in records that have enough of them', () => {
    const narrow = fc.tuple(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 60 }), end);
    fc.assert(
      fc.property(narrow, fc.nat(4), fc.nat(3), ([records, newline], first, least) => {
        const semicolons = { delimiter: ';' } as const;
        const head = headOf(records.map((cells) => cells.join(';')).join(newline));
        const others: string[] = [];
        const { counts, oddFrom } = new HeadScan(head, semicolons, 2, 100, defaultLimits).shapes(
          [1],
          first,
          least,
          () => all,
          (_, text) => others.push(text),
        );
        const texts: string[] = [];
        try {
          let at = 0;
          for (const cells of eachHeadRecord(head, semicolons, 100)) {
            if (at >= first && at < (oddFrom ?? 100) && cells.length >= Math.max(2, least)) texts.push(cells[1]!);
            at += 1;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
        const left = counted(others);
        expect(Array.from(counts.get(1)!, (count, one) => count + left[one]!)).toEqual(counted(texts));
      }),
      { numRuns: 500 },
    );
  });
});
