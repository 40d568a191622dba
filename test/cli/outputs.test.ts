import { describe, expect, it } from 'vitest';
import { outputsOf } from '../../src/cli/run/outputs.ts';
import { formats } from '../../src/core/choices.ts';
import { formatsOf } from '../../src/documents/define-document.ts';
import { documents } from '../../src/documents/index.ts';

const ofReport = formatsOf(documents.report);
const ofChecks = formatsOf(documents.checks);

describe('files', () => {
  it('have the format of their ending, else the one that is named', () => {
    expect(outputsOf(['a.csv', '-', 'b.txt', 'C.JSON', 'd', 'e.{period}', 'f.htm', 'g.md'], 'json', ofReport)).toEqual([
      { path: 'a.csv', format: 'csv' },
      { path: null, format: 'json' },
      { path: 'b.txt', format: 'json' },
      { path: 'C.JSON', format: 'json' },
      { path: 'd', format: 'json' },
      { path: 'e.{period}', format: 'json' },
      { path: 'f.htm', format: 'html' },
      { path: 'g.md', format: 'markdown' },
    ]);
    expect(outputsOf(['a.xml', 'b.json', 'c.txt'], 'github', ofChecks).map(({ format }) => format)).toEqual([
      'junit',
      'json',
      'github',
    ]);
    expect(outputsOf(undefined, 'csv', ofReport)).toEqual([{ path: null, format: 'csv' }]);
  });

  it.each(['report.pdf', 'report.xls', 'report.csv.gz', 'report.7z', 'report.xml', 'week/{period}.doc'])(
    'are not written as what no format is: %s',
    (name) => {
      expect(() => outputsOf(['good.json', name], 'table', ofReport)).toThrow(
        /the extensions are \.json, \.csv, \.md, \.html, \.xlsx, \.eml, \.txt$/,
      );
    },
  );

  it('of checks and of explanations have endings of their own', () => {
    expect(() => outputsOf(['checks.html'], 'table', ofChecks)).toThrow(/the extensions are \.json, \.xml, \.txt$/);
    expect(() => outputsOf(['cac.md'], 'table', formats)).toThrow(/the extensions are \.json, \.csv, \.txt$/);
  });
});
