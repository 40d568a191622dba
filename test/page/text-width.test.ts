import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../src/core/text.ts';
import { noPaint, paintFor } from '../../src/page/paint.ts';
import { renderWarnings } from '../../src/page/quality-lines.ts';
import { renderRows } from '../../src/page/row-table.ts';
import { cut, cutStart, widthOf, wrap, wrapAtMost } from '../../src/page/text-width.ts';

const inColour = await paintFor(true);

describe('lines', () => {
  it('break between words', () => {
    expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
    expect(wrap('the quick brown fox', 10, 2)).toEqual(['the quick', '  brown', '  fox']);
    expect(wrap('short', 10)).toEqual(['short']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('break inside words that are too long, and between wide characters', () => {
    expect(wrap('a verylongword', 5)).toEqual(['a', 'veryl', 'ongwo', 'rd']);
    expect(wrap('訪問者数の合計', 5)).toEqual(['訪問', '者数', 'の合', '計']);
  });

  it('are cut with an ellipsis', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abcdefg', 6)).toBe('abcde…');
    expect(cut('訪問者数', 6)).toBe('訪問…');
    expect(cutStart('/a/b/c.csv', 6)).toBe('…c.csv');
    expect(wrapAtMost('one two three four five', 6, 2)).toEqual(['one', 'two t…']);
  });
});

describe('a list', () => {
  const rows = [
    ['net_sales', '1,234', 'Gross sales less discounts and returns'],
    ['cac', '41', 'What a new customer costs'],
  ];

  it('has heads, a rule, and numbers right', () => {
    expect(renderRows(rows, { head: ['KPI', 'n', 'Meaning'], width: 80, paint: noPaint })).toBe(
      [
        'KPI            n  Meaning',
        '──────────────────────────────────────────────────────────',
        'net_sales  1,234  Gross sales less discounts and returns',
        'cac           41  What a new customer costs',
        '',
      ]
        .join('\n')
        .replace(/─+/, '─'.repeat(9 + 2 + 5 + 2 + 38)),
    );
  });

  it('wraps its widest column', () => {
    expect(renderRows(rows, { head: ['KPI', 'n', 'Meaning'], width: 40, paint: noPaint })).toBe(
      [
        'KPI            n  Meaning',
        '─'.repeat(40),
        'net_sales  1,234  Gross sales less',
        '                  discounts and returns',
        'cac           41  What a new customer',
        '                  costs',
        '',
      ].join('\n'),
    );
  });

  it('shows control characters, and fits whatever is in it', () => {
    const text = renderRows([['\u001b[2J', 'x'.repeat(300), '訪'.repeat(90)]], {
      head: ['a', 'b', 'c'],
      width: 60,
      paint: noPaint,
    });
    expect(text).toContain('␛[2J');
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
  });

  it('may be empty', () => {
    expect(renderRows([], { head: ['KPI'], width: 80, paint: noPaint })).toBe('KPI\n───\n');
  });
});

describe('warnings', () => {
  const warnings = [
    { code: 'stale', message: sameInAll('the last record is of 2026-11-21'), file: 'a\u001b.csv' },
    { code: 'other_table', message: sameInAll('a.csv is left out'), file: 'a.csv' },
    { code: 'zone', message: sameInAll('no time zone\n') },
  ];

  it('are a line each, with their code', () => {
    expect(renderWarnings({ warnings }, { paint: noPaint, lang: 'en' })).toBe(
      [
        'warning: a␛.csv: the last record is of 2026-11-21 [stale]',
        'warning: a.csv is left out [other_table]',
        'warning: no time zone␊ [zone]',
        '',
      ].join('\n'),
    );
  });

  it('may be coloured, in French', () => {
    expect(renderWarnings({ warnings: warnings.slice(1, 2) }, { paint: inColour, lang: 'fr' })).toBe(
      '\u001b[33mavertissement\u001b[39m\u00a0: a.csv is left out \u001b[2m[other_table]\u001b[22m\n',
    );
  });
});
