import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofText, toDecimal } from '../../../src/core/fraction.ts';
import { judge, wilson } from '../../../src/documents/checks/verdict.ts';
import { nothing, type Operand } from '../../../src/kpis/evaluate.ts';
import { cellOf, checksIn } from './kit.ts';

const operand = (text: string | null): Operand =>
  text === null ? nothing('missing_kind') : { value: ofText(text), marks: 0 };

/** The verdict of a check on a value, or on a value and its base, with the reason and what was compared. */
async function verdictOf(check: string, current: string | null, base?: string | null, belowBase: string | null = null) {
  const [one] = await checksIn(`checks: [{ ${check} }]\ntargets: [{ kpi: orders, period: 2026, value: 100 }]`);
  const { verdict, because, compared } = judge(one!, {
    current: operand(current),
    base: base === undefined ? null : operand(base),
    belowBase,
    cell: cellOf({ given: { purchase_sessions: '1', sessions: '10' } }),
  });
  return [verdict, because, compared === null ? null : toDecimal(compared)];
}

describe('a verdict', () => {
  it.each([
    ['kpi: orders, must: ">= 10"', '10', undefined, ['pass', null, '10']],
    ['kpi: orders, must: "> 10"', '10', undefined, ['fail', null, '10']],
    ['kpi: orders, should: ">= 10"', '9', undefined, ['warn', null, '9']],
    ['kpi: orders, must: ">= 10", should: ">= 20"', '15', undefined, ['warn', null, '15']],
    ['kpi: orders, must: ">= 10", should: ">= 20"', '5', undefined, ['fail', null, '5']],
    ['kpi: orders, must: ">= 10"', null, undefined, ['fail', 'no_value', null]],
    ['kpi: orders, must: ">= 10", on_null: skip', null, undefined, ['skip', 'no_value', null]],
    ['kpi: orders, vs: previous, must: ">= -10%"', '80', '100', ['fail', null, '-0.2']],
    ['kpi: orders, vs: previous, must: ">= -10"', '80', '100', ['fail', null, '-20']],
    [
      'kpi: orders, vs: previous, must: ">= -10%", min_abs_change: 30',
      '80',
      '100',
      ['skip', 'below_min_abs_change', '-0.2'],
    ],
    ['kpi: orders, vs: previous, must: ">= -10%"', '0', '0', ['pass', null, '0']],
    ['kpi: orders, vs: previous, must: ">= 10%"', '5', '0', ['pass', 'no_fall', null]],
    ['kpi: orders, vs: previous, must: "<= 10%"', '5', '0', ['fail', 'no_value', null]],
    ['kpi: net_sales, vs: previous, must: ">= -10%"', '5', '-5', ['pass', 'no_fall', null]],
    ['kpi: net_sales, vs: previous, must: ">= 10%"', '5', '-5', ['fail', 'no_value', null]],
    ['kpi: orders, vs: previous, must: ">= -10%"', '5', null, ['fail', 'no_value', null]],
    ['kpi: orders, vs: target, must: ">= 90%"', '95', '100', ['pass', null, '0.95']],
    ['kpi: orders, vs: target, must: ">= 90%"', '5', '0', ['fail', 'no_value', null]],
    // 1 of 10: the interval is 1.8 % to 40 %.
    ['kpi: conversion_rate, must: ">= 30%", significant: true', '0.1', undefined, ['pass', 'not_significant', '0.1']],
    ['kpi: conversion_rate, must: ">= 50%", significant: true', '0.1', undefined, ['fail', null, '0.1']],
    [
      'kpi: conversion_rate, must: ">= 30%", should: ">= 50%", significant: true',
      '0.1',
      undefined,
      ['warn', null, '0.1'],
    ],
  ])('of { %s } on %s against %s', async (check, current, base, expected) => {
    expect(await verdictOf(check, current, base)).toEqual(expected);
  });

  it('is to skip below the least base, whatever the value', async () => {
    const skipped = ['skip', 'below_min_base', null];
    expect(await verdictOf('kpi: orders, must: ">= 10"', '5', undefined, 'sessions 12 < 30')).toEqual(skipped);
    expect(await verdictOf('kpi: orders, must: ">= 10"', null, undefined, 'sessions 12 < 30')).toEqual(skipped);
  });
});

describe('the Wilson interval', () => {
  it.each([
    // Newcombe (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    // The textbook case of ten in a hundred.
    [10, 100, 0.0552, 0.1744],
    [20, 20, 0.8389, 1],
  ])('of %i in %i', (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  const counts = fc
    .integer({ min: 1, max: 10_000_000 })
    .chain((whole) => fc.tuple(fc.nat({ max: whole }), fc.constant(whole)));

  it('ends exactly where it may', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const { low, high } = wilson(part, whole);
        expect(low === 0).toBe(part === 0);
        expect(high === 1).toBe(part === whole);
      }),
    );
  });

  it('holds the share, and is that of the rest turned round', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const { low, high } = wilson(part, whole);
        expect(low).toBeLessThanOrEqual(part / whole);
        expect(high).toBeGreaterThanOrEqual(part / whole);
        const rest = wilson(whole - part, whole);
        expect(rest.low).toBeCloseTo(1 - high, 12);
        expect(rest.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it('is narrower the more is observed', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ([part, whole], times) => {
        const [few, many] = [wilson(part, whole), wilson(part * times, whole * times)];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it.each([
    [0, 0],
    [2, 1],
    [-1, 5],
    [Number.NaN, 5],
    [1, Number.NaN],
  ])('is refused of %s in %s', (part, whole) => {
    expect(() => wilson(part, whole)).toThrow(RangeError);
  });
});
