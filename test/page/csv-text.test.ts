import { expect, it } from 'vitest';
import { csvText, textCell } from '../../src/page/csv-text.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+33 6', "'+33 6"],
  ['@x', "'@x"],
  ['-2+3', "'-2+3"],
  ['-1e3', "'-1e3"],
  ['-12', '-12'],
  ['-12.5', '-12.5'],
  ['a,b "c"', '"a,b ""c"""'],
  ['5" disc', '"5"" disc"'],
  ['a,b', '"a,b"'],
  ['a\nb', '"a\nb"'],
  ['a\rb', '"a\rb"'],
  ['a\u001bb', 'a␛b'],
  ['', ''],
])('%j is written %s', (text, cell) => expect(textCell(text)).toBe(cell));

it('writes rows as lines', () => {
  expect(csvText([['a', 'b\nc'], []])).toBe('a,"b\nc"\n\n');
});
