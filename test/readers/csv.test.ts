import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type CsvShape, readCsv } from '../../src/readers/csv.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import { chunksOf, csvAnyhow, csvRecords } from './kit.ts';

const comma: CsvShape = { delimiter: ',' };

describe('readCsv', () => {
  const cases: readonly (readonly [name: string, text: string, records: string[][]])[] = [
    ['nothing', '', []],
    [
      'a last line without end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['mixed line ends', 'a\r\nb\nc\rd\r\n', [['a'], ['b'], ['c'], ['d']]],
    [
      'only CR',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['blank lines', 'a\n\n\r\n \nb\n\n', [['a'], [''], [''], [' '], ['b'], ['']]],
    ['no trimming', ' a ,\tb\n', [[' a ', '\tb']]],
    [
      'empty cells',
      ',\n"",""\n,,',
      [
        ['', ''],
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['ragged rows', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['quotes', '"a,b","say ""hi""",""""\n', [['a,b', 'say "hi"', '"']]],
    [
      'line breaks in quotes',
      '"a\nb\r\nc\rd",e\r\nf,g',
      [
        ['a\nb\r\nc\rd', 'e'],
        ['f', 'g'],
      ],
    ],
    [
      'quotes inside bare cells',
      '5" pipe,a "b" c,x\n1,2,3\n',
      [
        ['5" pipe', 'a "b" c', 'x'],
        ['1', '2', '3'],
      ],
    ],
    [
      'both',
      '5" pipe,"a ""b"", c"\r\n"x",6" y\r\n',
      [
        ['5" pipe', 'a "b", c'],
        ['x', '6" y'],
      ],
    ],
    ['a cell that begins with a quote', '6" y,"""a"" b"\n', [['6" y', '"a" b']]],
    ['a closed quote at the very end', 'a,"b"', [['a', 'b']]],
    ['a mark and sep=', '\ufeffsep=,\r\na,b\n', [['a', 'b']]],
    ['sep= in quotes', '"sep=,"\na,b\n', [['a', 'b']]],
    ['only sep=', 'SEP=,', []],
    ['two marks', '\ufeff\ufeffa\n', [['a']]],
    ['sep= further down', 'a\nsep=,\n', [['a'], ['sep=', '']]],
    ['long cells beyond ASCII', `${'é'.repeat(40)},${'x'.repeat(40)}\n`, [['é'.repeat(40), 'x'.repeat(40)]]],
  ];
  it.each(cases)('reads %s', async (_name, text, records) => {
    expect(await csvAnyhow(text, comma)).toEqual(records);
  });

  it('reads a long odd stretch as csv-parse does', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? `${i}" pipe,"a, ""${i}""\nb",c` : `${i},b,c`));
    const text = `${rows.join('\n')}\n"${'x\n'.repeat(20_000)}",6" y,z\n`;
    const expected: unknown = parse(text, { relax_quotes: true });
    expect(await csvRecords(text, comma, 1000)).toEqual(expected);
  });

  it('stops when told to', async () => {
    for (const row of ['a,b\n', '"a",b\n', 'a",b\n']) {
      let count = 0;
      const chunks = chunksOf(Buffer.from(row.repeat(50_000)), 4096);
      await readCsv(chunks, comma, 'a.csv', defaultLimits, () => ++count < 3);
      expect(count).toBe(3);
      expect((await chunks.next()).done).toBe(true);
    }
  });

  it('passes on what the receiver throws', async () => {
    const mistake = new TypeError('ours');
    for (const text of ['a\n', '"a"\n', 'a"\n']) {
      const run = readCsv(chunksOf(Buffer.from(text), 9), comma, 'a.csv', defaultLimits, () => {
        throw mistake;
      });
      await expect(run).rejects.toBe(mistake);
    }
  });
});
