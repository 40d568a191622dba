import { describe, expect, it } from 'vitest';
import { checkOutputsOf, outputsOf, plainOutputsOf } from '../../src/cli/outputs.ts';

describe('files', () => {
  it('have the format of their ending, else the one that is named', () => {
    expect(outputsOf(['a.csv', '-', 'b.txt', 'C.JSON', 'd', 'e.{period}', 'f.htm', 'g.md'], 'json')).toEqual([
      { path: 'a.csv', format: 'csv' },
      { path: null, format: 'json' },
      { path: 'b.txt', format: 'json' },
      { path: 'C.JSON', format: 'json' },
      { path: 'd', format: 'json' },
      { path: 'e.{period}', format: 'json' },
      { path: 'f.htm', format: 'html' },
      { path: 'g.md', format: 'markdown' },
    ]);
    expect(checkOutputsOf(['a.xml', 'b.json', 'c.txt'], 'github').map(({ format }) => format)).toEqual([
      'junit',
      'json',
      'github',
    ]);
    expect(outputsOf(undefined, 'csv')).toEqual([{ path: null, format: 'csv' }]);
  });

  it.each(['report.pdf', 'report.xlsx', 'report.csv.gz', 'report.7z', 'report.xml', 'week/{period}.doc'])(
    'are not written as what no format is: %s',
    (name) => {
      expect(() => outputsOf(['good.json', name], 'table')).toThrow(
        /the endings are \.json, \.csv, \.md, \.html, \.txt$/,
      );
    },
  );

  it('of checks and of explanations have endings of their own', () => {
    expect(() => checkOutputsOf(['checks.html'], 'table')).toThrow(/the endings are \.json, \.xml, \.txt$/);
    expect(() => plainOutputsOf(['cac.md'], 'table')).toThrow(/the endings are \.json, \.csv, \.txt$/);
  });
});
