import { describe, expect, it } from 'vitest';
import { type CsvShape, readCsv } from '../../src/readers/csv.ts';
import { defaultLimits, type Limits } from '../../src/readers/input.ts';
import { csvRecords, problemOf } from './kit.ts';

const comma: CsvShape = { delimiter: ',' };

describe('what is wrong with a CSV file', () => {
  const small: Limits = { ...defaultLimits, maxRecordBytes: 100, maxColumns: 3 };
  const cases: readonly (readonly [code: string, text: string, message: string])[] = [
    ['quote_not_closed', 'a\nb\n"c\nd\n', 'a.csv: row 3 of the file opens a quote (") that is never closed'],
    ['quote_not_closed', 'a\n5" b,"c\nd\n', 'a.csv: row 2 of the file opens a quote (") that is never closed'],
    ['text_after_quote', 'a\n"b"c\n', 'a.csv: row 2 of the file has text after the closing quote (") of a cell'],
    ['text_after_quote', 'a\n5" x\n"b"c', 'a.csv: row 3 of the file has text after the closing quote (") of a cell'],
    [
      'text_after_quote',
      'x,"He said "hi" there"\n',
      'a.csv: row 1 of the file has text after the closing quote (") of a cell',
    ],
    ['text_after_quote', '5" x,""b\n', 'a.csv: row 1 of the file has text after the closing quote (") of a cell'],
    ['record_too_long', `a\n${'x'.repeat(101)}\nb\n`, 'a.csv: row 2 of the file is longer than 100 bytes'],
    ['record_too_long', `a\n${'x'.repeat(500)}`, 'a.csv: row 2 of the file is longer than 100 bytes'],
    ['record_too_long', `a\n"${'x\n'.repeat(200)}`, 'a.csv: row 2 of the file is longer than 100 bytes'],
    ['record_too_long', `a\n5" "${'x'.repeat(200)}"\n`, 'a.csv: row 2 of the file is longer than 100 bytes'],
    ['too_many_columns', 'a,b,c\n1,2,3,4\n', 'a.csv: row 2 of the file has 4 columns, more than 3'],
  ];
  it.each(cases)('%s: %j', async (code, text, message) => {
    const problem = await problemOf(() =>
      csvRecords(text, comma, 7, code === 'record_too_long' || code === 'too_many_columns' ? small : undefined),
    );
    expect({ code: problem.code, message: problem.message }).toEqual({ code, message });
    expect(problem.place).toEqual({ file: 'a.csv' });
  });

  it('gives up on an open quote in a large file without reading all of it', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('a,b\n1,"oops\n');
      for (; ; given++) yield Buffer.alloc(65536, '1,2\n');
    }
    const limits = { ...defaultLimits, maxRecordBytes: 1024 ** 2 };
    const problem = await problemOf(() => readCsv(endless(), comma, 'a.csv', limits, () => undefined));
    expect(problem.message).toBe('a.csv: row 2 of the file is longer than 1 MiB');
    expect(problem.advice[0]?.en).toContain('never closed');
    expect(given).toBeLessThan(40);
  });
});
