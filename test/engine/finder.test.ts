import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Finder } from '../../src/engine/answers/finder.ts';

const span = fc
  .tuple(fc.integer({ min: -50, max: 200 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, hours]) => ({ from, to: from + hours }));
const open = fc.constantFrom({ from: Number.NEGATIVE_INFINITY, to: 20 }, { from: 10, to: Number.POSITIVE_INFINITY });

it('finds just the spans that overlap, however often and in whatever order it is asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: span }, open), { maxLength: 90 }),
      fc.array(fc.tuple(fc.integer({ min: -60, max: 340 }), fc.constantFrom(1, 1, 1, 2, 24, 168)), { minLength: 1 }),
      (spans, asked) => {
        const finder = new Finder(spans);
        for (const [from, hours] of [...asked, ...asked]) {
          const wanted = spans.flatMap((one, i) => (one.from < from + hours && one.to > from ? [i] : []));
          expect([...finder.over(from, from + hours)].sort((a, b) => a - b)).toEqual(wanted);
        }
      },
    ),
  );
});
