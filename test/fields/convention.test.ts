import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DecimalEvidence, decideDecimal, decimalEvidence } from '../../src/fields/convention.ts';
import { REFUSED } from '../../src/fields/field.ts';
import { number } from '../../src/fields/number.ts';
import { anyNumber, print } from './print-number.ts';

test.each([
  ['1,234.5', '.'],
  ['1.234,5', ','],
  ['1.234.567', ','],
  ['1,234,567', '.'],
  ['12.5', '.'],
  ['12,5', ','],
  ['1234.567', '.'],
  ['1234,567', ','],
  ['0.125', '.'],
  ['0,125', ','],
  ['1 234,567', ','],
  ["1'234.567", '.'],
  ['.5', '.'],
  [',5', ','],
  ['-12,50 €', ','],
  ['12,3 %', ','],
  ['1,234', null],
  ['1.234', null],
  ['(1,234)', null],
  ['1234', null],
  ['1 234', null],
  ['1,23,456', null],
  ['1.2.2026', null],
  ['abc', null],
  ['n/a', null],
  ['', null],
] as const)('%j proves %s', (text, mark) => {
  expect(decimalEvidence(text)).toBe(mark);
});

test('what is printed in one convention never proves the other', () => {
  fc.assert(
    fc.property(anyNumber, fc.constantFrom('.', ','), (how, decimal) => {
      expect([decimal, null]).toContain(decimalEvidence(print(how, decimal)));
    }),
  );
});

test('a value that proves a convention is a number in it and refused in the other', () => {
  fc.assert(
    fc.property(anyNumber, fc.constantFrom('.', ','), (how, decimal) => {
      const text = print(how, decimal);
      const found = decimalEvidence(text);
      if (found === null) return;
      expect(number({ decimal: found }).parse(text)).toBe(how.value);
      expect(number({ decimal: found === '.' ? ',' : '.' }).parse(text)).toBe(REFUSED);
    }),
  );
});

test('a number that is recognised at a glance proves what it proves when it is looked at closely', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?[0-9]{0,11}[.,][0-9]{0,8}$/), (text) => {
      // A blank before it is not seen at a glance.
      expect(decimalEvidence(text)).toBe(decimalEvidence(` ${text}`));
    }),
    { numRuns: 2000 },
  );
});

const provenBy = (texts: readonly string[]) => {
  const evidence = new DecimalEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.proven;
};

describe('decideDecimal', () => {
  const decide = (texts: string[][], file: Parameters<typeof decideDecimal>[1] = { delimiter: ',' }) =>
    decideDecimal(
      texts.map((column) => ({ proven: provenBy(column) })),
      file,
    ).map(({ decimal, reason }) => `${decimal} ${reason}`);

  it('takes what the user says before what the cells say', () => {
    expect(decideDecimal([{ proven: '.', configured: ',' }], { delimiter: ',' })).toEqual([
      { decimal: ',', reason: 'configuration' },
    ]);
  });

  it('takes the evidence of the column itself before that of others', () => {
    expect(decide([['1,5'], ['1.5']])).toEqual([', evidence', '. evidence']);
  });

  it('takes the majority within a column', () => {
    expect(decide([['1,5', '2,5', '1.5']])).toEqual([', evidence']);
  });

  it('counts a tie as no evidence', () => {
    expect(decide([['1,5', '1.5']])).toEqual(['. default']);
    expect(decide([['1,5', '1.5'], ['2,5']])).toEqual([', other columns', ', evidence']);
  });

  it('follows the other columns where they agree', () => {
    expect(decide([['1.234'], ['1,5'], ['2,5'], ['7']], { delimiter: ',', format: '.' })).toEqual([
      ', other columns',
      ', evidence',
      ', evidence',
      ', other columns',
    ]);
  });

  it('does not follow them where they disagree', () => {
    expect(decide([['1.234'], ['1,5'], ['2.5']], { delimiter: ',', format: ',' })).toEqual([
      ', format',
      ', evidence',
      '. evidence',
    ]);
  });

  it('counts a configured column among the others', () => {
    expect(decideDecimal([{ proven: null }, { proven: null, configured: ',' }], { delimiter: ',' })[0]).toEqual({
      decimal: ',',
      reason: 'other columns',
    });
  });

  it('falls back to the format, then to the delimiter', () => {
    expect(decide([['1.234']], { delimiter: ';', format: '.' })).toEqual(['. format']);
    expect(decide([['1.234']], { delimiter: ';' })).toEqual([', default']);
    expect(decide([['1.234']], { delimiter: '\t' })).toEqual(['. default']);
    expect(decide([])).toEqual([]);
  });
});

it('as many counts with a point before three digits as with a comma prove nothing', () => {
  const of = (...cells: readonly string[]) => {
    const evidence = new DecimalEvidence(true);
    for (const cell of cells) evidence.add(cell);
    return evidence.proven;
  };
  expect(of('1.234', '5,678')).toBe(null);
  expect(of('1.234', '5,678', '9.876')).toBe(',');
  expect(of('1.234', '5,678', '9,876')).toBe('.');
  expect(of('1.000', '2.000')).toBe(null);
});
