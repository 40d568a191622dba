import { describe, expect, it } from 'vitest';
import { distance, nearest } from '../../src/core/nearest.ts';

const known = ['day', 'week', 'month', 'conversion_rate', 'visitor_conversion_rate', 'cac', 'cac_paid'];

describe('nearest', () => {
  it.each([
    ['wek', ['week']],
    ['Dya', ['day']],
    ['conversion-rate', ['conversion_rate']],
    ['convertion rate', ['conversion_rate']],
    ['paid', ['cac_paid']],
    ['zebra', []],
    ['', []],
    ['x', []],
  ])('%s', (word, found) => expect(nearest(word, known)).toEqual(found));

  it('gives as many as asked', () =>
    expect(nearest('conversion', known, 3)).toEqual(['conversion_rate', 'visitor_conversion_rate']));
});

it.each([
  ['', 'abc', 3],
  ['week', 'wek', 1],
  ['dya', 'day', 1],
  ['kitten', 'sitting', 3],
])('%s and %s are %i slips apart', (a, b, slips) => {
  expect(distance(a, b)).toBe(slips);
  expect(distance(b, a)).toBe(slips);
});
