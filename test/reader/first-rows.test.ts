import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Random } from '../../bench/random.ts';
import { firstRows, type HashRuns } from '../../src/reader/first-rows.ts';

type Hashes = readonly (readonly number[])[];

/** Hashes in several arrays, in runs of so many rows; those of each array lie in it the other way round. */
function inRuns(hashes: Hashes, lengths: readonly number[]): HashRuns {
  const arrays: Int32Array[] = [];
  const runs: number[] = [];
  for (let row = 0, at = 0; row < hashes.length; at += 1) {
    const own = hashes.slice(row, row + lengths[at % lengths.length]!);
    const array = new Int32Array(own.length * 4);
    const half = own.length >> 1;
    array.set([...own.slice(half), ...own.slice(0, half)].flat());
    if (half > 0) runs.push(row, half, arrays.length, own.length - half);
    runs.push(row + half, own.length - half, arrays.length, 0);
    arrays.push(array);
    row += own.length;
  }
  return { arrays, runs: Int32Array.from(runs) };
}

function expected(hashes: Hashes): number[] {
  const first = new Map<string, number>();
  return hashes.map((hash, row) => {
    const key = hash.join();
    if (key === '0,0,0,0') return -1;
    if (!first.has(key)) first.set(key, row);
    return first.get(key)!;
  });
}

it('each row has the first row with its hash, whichever of its four numbers differ; one without a hash has none', () => {
  const number = fc.constantFrom(0, 1, -1, 2 ** 31 - 1);
  const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, number, number)),
      lengths,
      fc.nat({ max: 5 }),
      (hashes, own, more) => {
        const found = firstRows(inRuns(hashes, own), hashes.length + more);
        expect([...found]).toEqual([...expected(hashes), ...new Array<number>(more).fill(-1)]);
      },
    ),
  );
});

it('of so many that they are compared in parts, and lie in several arrays, it is the same', () => {
  const random = new Random(1, 1).at(0);
  const some = Array.from({ length: 20_000 }, () => Array.from({ length: 4 }, () => random.below(2 ** 32) | 0));
  const hashes = Array.from({ length: 50_000 }, (_, row) =>
    row % 100 === 7 ? [0, 0, 0, 0] : some[random.below(20_000)]!,
  );
  const all = inRuns(hashes, [12_000, 1, 300]);
  expect([...firstRows(all, hashes.length)]).toEqual(expected(hashes));
  // Copied one part at a time, and some of them.
  for (const together of [1, 20_000, 30_000])
    expect([...firstRows(all, hashes.length, together)]).toEqual(expected(hashes));
});
