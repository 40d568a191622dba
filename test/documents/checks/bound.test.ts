import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Fraction, ofText } from '../../../src/core/fraction.ts';
import type { Unit } from '../../../src/core/kinds.ts';
import type { Subject } from '../../../src/documents/checks/amount.ts';
import { boundOf, conflict, holds, operators, settledBy } from '../../../src/documents/checks/bound.ts';
import type { Bound } from '../../../src/documents/checks/checks-model.ts';
import { told } from '../../cli/kit.ts';

const units = ['money', 'ratio', 'multiple', 'count', 'decimal', 'duration', 'score', 'months'] as const;

describe('a bound', () => {
  it.each<[string, Unit, Subject, string, string]>([
    ['>= 1.5%', 'ratio', 'own', '0.015', 'own'],
    ['<=1.5 %', 'ratio', 'own', '0.015', 'own'],
    ['> 0.015', 'ratio', 'own', '0.015', 'own'],
    ['<= 1', 'ratio', 'own', '1', 'own'],
    ['>= 250%', 'ratio', 'own', '2.5', 'own'],
    ['>= -5%', 'ratio', 'own', '-0.05', 'own'],
    ['≥ 33.333333333333333333%', 'ratio', 'own', '0.33333333333333333333', 'own'],
    ['≤ 60', 'money', 'own', '60', 'own'],
    ['< 59.90', 'money', 'own', '59.9', 'own'],
    ['  >=   1250.505 ', 'money', 'own', '1250.505', 'own'],
    ['>= 500', 'count', 'own', '500', 'own'],
    ['<= 2.5', 'decimal', 'own', '2.5', 'own'],
    ['>= 3', 'multiple', 'own', '3', 'own'],
    ['>= 3.5x', 'multiple', 'own', '3.5', 'own'],
    ['>= 3 ×', 'multiple', 'own', '3', 'own'],
    ['>= 60', 'score', 'own', '60', 'own'],
    ['>= -10 points', 'score', 'own', '-10', 'own'],
    ['<= 12', 'months', 'own', '12', 'own'],
    ['<= 12 months', 'months', 'own', '12', 'own'],
    ['<= 1 mo', 'months', 'own', '1', 'own'],
    ['<= 8h', 'duration', 'own', '28800', 'own'],
    ['<= 1.5 hours', 'duration', 'own', '5400', 'own'],
    ['<= 90 min', 'duration', 'own', '5400', 'own'],
    ['<= 2d', 'duration', 'own', '172800', 'own'],
    ['<= 1h 30min', 'duration', 'own', '5400', 'own'],
    ['<= 1d2h3min4.5s', 'duration', 'own', '93784.5', 'own'],
    ['<= 45S', 'duration', 'own', '45', 'own'],
    ['>= -20%', 'money', 'change', '-0.2', 'relative'],
    ['>= −20 %', 'count', 'change', '-0.2', 'relative'],
    ['>= +5%', 'duration', 'change', '0.05', 'relative'],
    ['>= -500', 'money', 'change', '-500', 'absolute'],
    ['<= +2h', 'duration', 'change', '7200', 'absolute'],
    ['>= -1h 30min', 'duration', 'change', '-5400', 'absolute'],
    ['>= -0.5pt', 'ratio', 'change', '-0.005', 'absolute'],
    ['>= -0.5 pp', 'ratio', 'change', '-0.005', 'absolute'],
    ['>= -2 percentage points', 'ratio', 'change', '-0.02', 'absolute'],
    ['>= -0.5%', 'ratio', 'change', '-0.005', 'relative'],
    ['>= -5', 'score', 'change', '-5', 'absolute'],
    ['>= -5pt', 'score', 'change', '-5', 'absolute'],
    ['>= -10%', 'score', 'change', '-0.1', 'relative'],
    ['>= -0.5x', 'multiple', 'change', '-0.5', 'absolute'],
    ['>= 95%', 'money', 'attainment', '0.95', 'attainment'],
    ['>= 95 %', 'duration', 'attainment', '0.95', 'attainment'],
    ['<= 110.5%', 'ratio', 'attainment', '1.105', 'attainment'],
  ])('%s of a %s (%s)', (text, unit, subject, value, as) => {
    const bounded = boundOf(text, unit, subject);
    expect(bounded.as).toBe(as);
    expect(compare(bounded.bound.value, ofText(value))).toBe(0);
  });

  it('is kept as it is written, but for blanks and signs', () => {
    const textOf = (text: string) => boundOf(text, 'money', 'change').bound.text;
    expect(textOf('  ≥\u00a0−20\u202f% ')).toBe('>= -20 %');
    expect(textOf('<5')).toBe('< 5');
    expect(textOf('>= +5.0%')).toBe('>= +5.0%');
  });

  it.each<[string, Unit, Subject, string | RegExp]>([
    [
      '= 1.5%',
      'ratio',
      'own',
      '"= 1.5%" begins with =\na figure seldom equals a number to its last digit: write what it may not exceed or fall below, such as ">= 1.5%"',
    ],
    [
      '!= 0',
      'count',
      'own',
      '"!= 0" begins with !=\na figure seldom equals a number to its last digit: write what it may not exceed or fall below, such as ">= 1.5%"',
    ],
    ['=> 5', 'count', 'own', '"=> 5" begins with =>\nwrite >='],
    ['=< 5', 'count', 'own', '"=< 5" begins with =<\nwrite <='],
    ['>> 5', 'count', 'own', '">> 5" begins with >>\nthe operators are >=, <=, >, <'],
    ['1.5%', 'ratio', 'own', '"1.5%" does not say whether more or less is meant\nwrite ">= 1.5%" or "<= 1.5%"'],
    [
      '>= 1% and <= 2%',
      'ratio',
      'own',
      '">= 1% and <= 2%" is more than one bound\nmust and should take one each; for a lowest and a highest value write two checks',
    ],
    ['>= 1..2', 'count', 'own', /^">= 1..2" is more than one bound\n/],
    ['>= 15', 'ratio', 'own', '">= 15" would be 1500 %\nwrite ">= 15%"'],
    ['>= -1.5', 'ratio', 'own', '">= -1.5" would be -150 %\nwrite ">= -1.5%"'],
    ['>= 1,5%', 'ratio', 'own', '">= 1,5%" has a decimal comma\nwrite ">= 1.5%"'],
    ['<= 0,015', 'ratio', 'own', '"<= 0,015" has a decimal comma\nwrite "<= 0.015"'],
    ['<= 1,5h', 'duration', 'own', '"<= 1,5h" has a decimal comma\nwrite "<= 1.5h"'],
    ['<= 1,500', 'money', 'own', '"<= 1,500" may mean thousands or decimals\nwrite "<= 1500" or "<= 1.500"'],
    ['<= 1 500', 'money', 'own', '"<= 1 500" has marks between its thousands\nwrite "<= 1500"'],
    ['<= 1\u202f500,50', 'money', 'own', '"<= 1 500,50" has marks between its thousands\nwrite "<= 1500.50"'],
    ["<= 12'500", 'money', 'own', '"<= 12\'500" has marks between its thousands\nwrite "<= 12500"'],
    ['<= 1,234,567.5', 'money', 'own', '"<= 1,234,567.5" has marks between its thousands\nwrite "<= 1234567.5"'],
    ['<= 1.234.567,5', 'money', 'own', '"<= 1.234.567,5" has marks between its thousands\nwrite "<= 1234567.5"'],
    ['<= 1.234,5', 'money', 'own', '"<= 1.234,5" has marks between its thousands\nwrite "<= 1234.5"'],
    [
      '<= 60 EUR',
      'money',
      'own',
      '"<= 60 EUR" is not understood\nthis KPI is a plain amount in the currency of the report, such as 60 or 59.90',
    ],
    [
      '<= €60',
      'money',
      'own',
      '"<= €60" is not understood\nthis KPI is a plain amount in the currency of the report, such as 60 or 59.90',
    ],
    [
      '<= 5%',
      'money',
      'own',
      '"<= 5%" is a change in percent, which needs vs\nthis KPI is a plain amount in the currency of the report, such as 60 or 59.90',
    ],
    ['<= 5%', 'duration', 'own', /^"<= 5%" is a change in percent, which needs vs\nthis KPI is a length of time /],
    ['>= 300%', 'multiple', 'own', '">= 300%" is a percentage and the KPI a multiple\nwrite ">= 3"'],
    ['<= 8', 'duration', 'own', '"<= 8" has no unit of time\nwrite "<= 8h" or "<= 8 min" or "<= 8s"'],
    [
      '<= 8 m',
      'duration',
      'own',
      '"<= 8 m" is not understood\nthis KPI is a length of time with its unit: 45s, 90 min, 8h, 1h 30min or 2d',
    ],
    ['<= 30min 1h', 'duration', 'own', /is not understood/],
    ['<= 1h 1h', 'duration', 'own', /is not understood/],
    ['<= 1h 30', 'duration', 'own', /is not understood/],
    ['<= 1:30', 'duration', 'own', /is not understood/],
    ['<= h', 'duration', 'own', /is not understood/],
    ['>= 1e3', 'count', 'own', '">= 1e3" is not understood\nthis KPI is a plain number such as 500'],
    ['>= 5k', 'count', 'own', '">= 5k" is not understood\nthis KPI is a plain number such as 500'],
    ['>= .5', 'decimal', 'own', '">= .5" is not understood\nthis KPI is a plain number such as 2.5'],
    ['>=', 'count', 'own', '">= " is not understood\nthis KPI is a plain number such as 500'],
    ['>= 3 months', 'count', 'own', /is not understood/],
    ['>= 3x', 'months', 'own', '">= 3x" is not understood\nthis KPI is months such as 12'],
    ['>= much', 'score', 'own', '">= much" is not understood\nthis KPI is points such as 60'],
    ['>= much', 'multiple', 'own', '">= much" is not understood\nthis KPI is a multiple such as 3 or 3x'],
    [
      '>= 1.5x',
      'ratio',
      'own',
      '">= 1.5x" is not understood\nthis KPI is a percentage such as 1.5%, or a fraction such as 0.015',
    ],
    ['>= 1.5pt', 'ratio', 'own', '">= 1.5pt" is a difference in percentage points, which needs vs\nwrite ">= 1.5%"'],
    [
      '>= -0.5',
      'ratio',
      'change',
      '">= -0.5" may be a change in percent or in percentage points\nwrite ">= -0.5%" or ">= -0.5pt"',
    ],
    [
      '>= -0.5x',
      'ratio',
      'change',
      '">= -0.5x" is not understood\na change of this KPI is a percentage such as -20%, or percentage points such as 0.5pt',
    ],
    [
      '>= 5pt',
      'money',
      'change',
      '">= 5pt" is not understood\na change of this KPI is a percentage such as -20%, or a plain amount in the currency of the report, such as 60 or 59.90',
    ],
    ['>= -2', 'duration', 'change', '">= -2" has no unit of time\nwrite ">= -2h" or ">= -2 min" or ">= -2s"'],
    ['>= 95', 'money', 'attainment', '">= 95" has no %\nwrite ">= 95%"'],
    ['>= 0.95', 'money', 'attainment', '">= 0.95" has no %\nwrite ">= 95%"'],
    ['>= 95 EUR', 'money', 'attainment', '">= 95 EUR" has no %\nwrite ">= 95%"'],
    [
      '>= 8h 30min',
      'duration',
      'attainment',
      '">= 8h 30min" is not understood\nthe share of a target is a percentage, such as 95%',
    ],
    ['>= 3', 'text', 'own', '">= 3" bounds a word\nthis KPI is a word, not a number'],
    ['>= 3%', 'text', 'attainment', '">= 3%" bounds a word\nthis KPI is a word, not a number'],
  ])('is not %s of a %s (%s)', async (text, unit, subject, says) => {
    const words = await told(() => boundOf(text, unit, subject));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });
});

describe('any text', () => {
  it('is a bound or a Problem of the configuration', () => {
    const part = fc.constantFrom(
      '>',
      '=',
      '<',
      '≥',
      ' ',
      '1',
      '05',
      '.',
      ',',
      '-',
      '+',
      '%',
      'h',
      'min',
      'pt',
      'x',
      'é',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...units, 'text'),
        fc.constantFrom('own', 'change', 'attainment'),
        (...given) => {
          try {
            expect(operators).toContain(boundOf(...given).bound.operator);
          } catch (error) {
            expect(error).toMatchObject({ name: 'Problem', code: 'bad_config' });
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const half = (n: number): Fraction => ({ n: BigInt(n), d: 2n, divided: false });
const anyBound = fc
  .tuple(fc.constantFrom(...operators), fc.integer({ min: 0, max: 10 }))
  .map(([operator, n]): Bound => ({ operator, value: ofText(String(n)), text: `${operator} ${n}` }));
/** Values on the bounds, between them and beyond them. */
const all = Array.from({ length: 27 }, (_, at) => half(at - 3));

describe('bounds and ranges', () => {
  it('are settled where all values of the range agree', () => {
    const end = fc.option(fc.integer({ min: -3, max: 23 }), { nil: null });
    fc.assert(
      fc.property(anyBound, end, end, (bound, from, to) => {
        const [low, high] = from !== null && to !== null && from > to ? [to, from] : [from, to];
        const inside = all.filter((_, at) => (low === null || at - 3 >= low) && (high === null || at - 3 <= high));
        const met = inside.filter((value) => holds(bound, value)).length;
        const expected = met === inside.length ? 'always' : met === 0 ? 'never' : null;
        const found = settledBy(
          {
            low: low === null ? null : half(low),
            high: high === null ? null : half(high),
          },
          bound,
        );
        expect(found?.holds ?? null).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('name the end that settles them', () => {
    const share = { low: ofText('0'), high: ofText('1') };
    const settled = (operator: Bound['operator'], value: string) =>
      settledBy(share, { operator, value: ofText(value), text: '' });
    expect(settled('>=', '0')).toEqual({ holds: 'always', end: share.low, side: 'below' });
    expect(settled('>', '1')).toEqual({ holds: 'never', end: share.high, side: 'above' });
    expect(settled('<=', '1')).toEqual({ holds: 'always', end: share.high, side: 'above' });
    expect(settled('<', '0')).toEqual({ holds: 'never', end: share.low, side: 'below' });
    expect(settled('<', '1')).toBeNull();
  });

  it('conflict where a check could not pass, or should could not warn', () => {
    fc.assert(
      fc.property(anyBound, anyBound, (must, should) => {
        const met = all.filter((value) => holds(must, value));
        const passes = met.some((value) => holds(should, value));
        const warns = met.some((value) => !holds(should, value));
        expect(conflict(must, should)).toBe(!passes ? 'contradictory' : !warns ? 'redundant' : null);
      }),
      { numRuns: 1000 },
    );
  });
});
