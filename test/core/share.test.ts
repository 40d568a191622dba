import fc from 'fast-check';
import { expect, it } from 'vitest';
import { share } from '../../src/core/share.ts';

/** a × b / c, rounded half away from zero, by whole numbers of any size. */
function exact(a: bigint, b: bigint, c: bigint): bigint {
  if (c === 0n) return 0n;
  const [top, bottom] = c < 0n ? [-a * b, -c] : [a * b, c];
  const size = top < 0n ? -top : top;
  const rounded = (size * 2n + bottom) / (bottom * 2n);
  return top < 0n ? -rounded : rounded;
}

it('shares of amounts are exact, in whole cents and in millionths, small and large', () => {
  const cents = fc.integer({ min: -(10 ** 8), max: 10 ** 8 }).map((count) => count * 10_000);
  const amount = fc.oneof(cents, fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.constantFrom(0, 10_000, 15_000));
  fc.assert(
    fc.property(amount, amount, amount, (a, b, c) => {
      const whole = exact(BigInt(a), BigInt(b), BigInt(c));
      fc.pre(whole > -(2n ** 53n) && whole < 2n ** 53n);
      expect(BigInt(share(a, b, c))).toBe(whole);
    }),
    { numRuns: 5000 },
  );
});
