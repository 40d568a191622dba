import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bound, operators } from '../../src/checks/bound.ts';
import { holds } from '../../src/checks/hold.ts';
import { conflict, foregone } from '../../src/checks/sound.ts';
import { type Fraction, ofText } from '../../src/core/fraction.ts';

const half = (n: number): Fraction => ({ n: BigInt(n), d: 2n, divided: false });
const anyBound = fc
  .tuple(fc.constantFrom(...operators), fc.integer({ min: 0, max: 10 }))
  .map(([operator, n]): Bound => ({ operator, value: ofText(String(n)), text: `${operator} ${n}` }));
/** Values on the bounds, between them and beyond them. */
const all = Array.from({ length: 27 }, (_, at) => half(at - 3));

describe('bounds', () => {
  it('are foregone where all values of the range agree', () => {
    const end = fc.option(fc.integer({ min: -3, max: 23 }), { nil: null });
    fc.assert(
      fc.property(anyBound, end, end, (bound, from, to) => {
        const [low, high] = from !== null && to !== null && from > to ? [to, from] : [from, to];
        const inside = all.filter((_, at) => (low === null || at - 3 >= low) && (high === null || at - 3 <= high));
        const met = inside.filter((value) => holds(bound, value)).length;
        const expected = met === inside.length ? 'always' : met === 0 ? 'never' : null;
        const found = foregone(bound, {
          low: low === null ? null : half(low),
          high: high === null ? null : half(high),
        });
        expect(found?.holds ?? null).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('name the end that settles them', () => {
    const share = { low: ofText('0'), high: ofText('1') };
    const settled = (operator: Bound['operator'], value: string) =>
      foregone({ operator, value: ofText(value), text: '' }, share);
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
        expect(conflict(must, should)).toBe(!passes ? 'apart' : !warns ? 'idle' : null);
      }),
      { numRuns: 1000 },
    );
  });
});
