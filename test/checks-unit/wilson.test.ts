import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/checks/wilson.ts';

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
