import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, divide, lowest, magnitude, ofMicro, ofText, toDecimal } from '../../src/core/fraction.ts';

it.each([
  ['6', '4', 3n, 2n],
  ['-6', '4', -3n, 2n],
  ['0', '4', 0n, 1n],
  ['1.5', '1', 3n, 2n],
  ['7', '7', 1n, 1n],
])('%s over %s in its lowest terms', (over, under, n, d) => {
  expect(lowest(divide(ofText(over), ofText(under)))).toEqual({ n, d, divided: true });
});

it('the lowest terms are the same number, printed the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
      const value = divide(ofMicro(n), ofMicro(d));
      const low = lowest(value);
      expect(compare(low, value)).toBe(0);
      expect(toDecimal(low)).toBe(toDecimal(value));
      expect(low.d).toBeGreaterThan(0n);
      expect(lowest(low)).toEqual(low);
    }),
  );
});

it('the magnitude is the number without its sign', () => {
  expect(['-1.5', '0', '1.5'].map((text) => toDecimal(magnitude(ofText(text))))).toEqual(['1.5', '0', '1.5']);
});
