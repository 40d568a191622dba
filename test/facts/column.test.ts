import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microColumn, wholeColumn } from '../../src/facts/column.ts';

const values = {
  'whole units': fc.integer({ min: -5000, max: 5000 }).map((units) => units * 1_000_000),
  'whole cents': fc.integer({ min: -(10 ** 7), max: 10 ** 7 }).map((cents) => cents * 10_000),
  'instants in seconds': fc.integer({ min: 1_600_000_000, max: 2_100_000_000 }).map((seconds) => seconds * 1000),
  'any whole number': fc.maxSafeInteger(),
  'numbers at the bounds of four bytes': fc.constantFrom(
    -(2 ** 31),
    -(2 ** 31) + 1,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31) * 1000,
  ),
  nothing: fc.constant(Number.NaN),
};
/** Mostly of one kind, so that the kinds meet in all orders. */
const columns = fc
  .array(fc.oneof(...Object.values(values).map((value) => fc.array(value, { maxLength: 20 }))), { maxLength: 6 })
  .map((parts) => parts.flat());

describe.each([
  ['of millionths', microColumn],
  ['of whole numbers', wholeColumn],
])('a column %s', (_, make) => {
  it('gives back what was put into it, in whatever order kinds of numbers come', () => {
    fc.assert(
      fc.property(columns, (numbers) => {
        const column = make();
        for (const [row, value] of numbers.entries()) column.set(row, value);
        // -0 is 0.
        expect(numbers.map((_, row) => column.get(row) + 0)).toEqual(numbers.map((value) => value + 0));
        expect(column.get(numbers.length)).toBeNaN();
      }),
    );
  });

  it('takes a value in the place of another', () => {
    fc.assert(
      fc.property(columns, columns, (before, after) => {
        const column = make();
        for (const [row, value] of before.entries()) column.set(row, value);
        for (const [row, value] of after.entries()) column.set(row, value);
        const expected = [...after, ...before.slice(after.length)];
        expect(expected.map((_, row) => column.get(row) + 0)).toEqual(expected.map((value) => value + 0));
      }),
    );
  });
});
