import { describe, expect, it } from 'vitest';
import { type CsvShape, type Delimiter, detectDelimiter, headRecords } from '../../src/readers/csv.ts';
import { problemOf } from './kit.ts';

const comma: CsvShape = { delimiter: ',' };

describe('headRecords', () => {
  const head = (text: string, complete: boolean) =>
    ({ text: Buffer.from(text), complete, encoding: { name: 'utf-8', bom: false }, path: 'a.csv' }) as const;

  it('leaves out a record that may be cut', () => {
    expect(headRecords(head('a,b\n1,2', true), comma, 9)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(headRecords(head('a,b\n1,2', false), comma, 9)).toEqual([['a', 'b']]);
    expect(headRecords(head('a,b\n1,"2\n', false), comma, 9)).toEqual([['a', 'b']]);
    expect(headRecords(head('a\nb\nc\n', true), comma, 2)).toEqual([['a'], ['b']]);
    expect(headRecords(head('a\nb\n', true), comma, 0)).toEqual([]);
    const long = `"${'x'.repeat(100_000)}"\n`;
    expect(headRecords(head(`a\n${long}b\nc`, false), comma, 9).map((cells) => cells[0]?.length)).toEqual([
      1, 100_000, 1,
    ]);
  });

  it('names the file in its problems', async () => {
    expect((await problemOf(() => headRecords(head('"a"b\n', true), comma, 9))).message).toMatch(/^a\.csv: row 1 of/);
    const { path: _, ...nameless } = head('"a"b\n', true);
    expect((await problemOf(() => headRecords(nameless, comma, 9))).message).toMatch(/^the file: row 1 of/);
  });
});

describe('detectDelimiter', () => {
  it('takes one comma per row below a header without any for that of an amount, also if rows end early', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `x\t${at},50${'\t'.repeat(at % 4 === 0 ? 0 : 2)}`).join('\n');
    expect(detectDelimiter(`id\tamount\tsku\tnote\n${rows(30)}\n`)).toBe('\t');
    // A row of two cells of which some have a tab is none.
    expect(detectDelimiter(`a,b\n${'x\ty\tz,1\n'.repeat(20)}`)).toBe(',');
  });

  it('tells by the first records, whatever is wrong with one far behind them', () => {
    const row = (at: number) => `${at};a,b;c`;
    const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at)).join('\n');
    // By commas the odd line is none.
    expect(detectDelimiter(`${rows(60)}\n"x",y;1;2\n${rows(3000)}\n`)).toBe(';');
  });

  const cases: readonly (readonly [name: string, text: string, delimiter: Delimiter])[] = [
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons', 'a;b;c\n1;2;3\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['bars', 'a|b\n1|2\n', '|'],
    ['one column', 'a\n1\n', ','],
    ['nothing', '', ','],
    [
      'tabs, a decimal comma in each row, and commas in the title',
      'Report\nFrom 1 March, 00:00\nTo 31 March, 23:59\n\nday\tname\tcost\n1\ta\t"1,50"\n2\tb\t"3,50"\n',
      '\t',
    ],
    [
      'tabs of one row, below more lines with commas',
      'Report\nFrom March 1, 2026, 12:00 AM\nTo March 31, 2026, 11:59 PM\nMade April 1, 2026, 9:12 AM\n\nday\tname\tcost\tclicks\n1\ta\t2\t3\n',
      '\t',
    ],
    [
      'tabs, with commas in numbers, below more lines with commas',
      'Report\nFrom March 1, 2026\nTo March 31, 2026\nMade April 1, 2026\n\nday\tname\tcost\n1\ta\t1,012.00\n2\tb\t3\n',
      '\t',
    ],
    ['commas, with notes below', 'a,b,c,d\n1,2,3,4\n5,6,7,8\nNotes; see x\nMore; see y\nEnd; see z\n', ','],
    ['decimal commas', 'day;net;gross\n1;1,50;2,50\n2;3,50;4,50\n', ';'],
    ['decimal commas in every cell', 'rate;net\n1,5;2,5\n3,5;4,5\n', ';'],
    ['decimal commas and a comma in the header', 'day;net, EUR\n1;1,50\n2;2,50\n', ';'],
    ['a preamble', '# Report, all, of, it\n# 1-2, 3\n\nday;net;x\n1;2;3\n4;5;6\n7;8;9\n', ';'],
    ['a preamble with its own delimiter', 'Title;x\nRange;y\n\na,b,c\n1,2,3\n4,5,6\n', ','],
    ['quoted cells with other delimiters', '"a;b","c;d"\n"1;2;3","4"\n', ','],
    ['line breaks in quotes', '"a;b\nc;d\ne;f",x\n"1;2\n",y\n', ','],
    ['sep=', 'sep=;\na,b;c,d\n', ';'],
    ['sep= with a tab', '\ufeffsep=\t\r\na,b\tc\n', '\t'],
    ['sep= of another kind', 'sep=:\na;b\n', ';'],
  ];
  it.each(cases)('finds %s', (_name, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
    expect(detectDelimiter(Buffer.from(text))).toBe(delimiter);
  });
});
