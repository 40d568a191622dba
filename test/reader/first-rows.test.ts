import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Random } from '../../bench/random.ts';
import { firstRows, hashChunkBits } from '../../src/reader/first-rows.ts';

const chunkRows = 1 << hashChunkBits;

function chunksOf(hashes: readonly (readonly number[])[]): Int32Array[] {
  const chunks = Array.from({ length: Math.ceil(hashes.length / chunkRows) }, () => new Int32Array(chunkRows * 4));
  for (const [row, hash] of hashes.entries()) chunks[row >> hashChunkBits]!.set(hash, (row % chunkRows) * 4);
  return chunks;
}

function expected(hashes: readonly (readonly number[])[]): number[] {
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
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number, number)), fc.nat({ max: 5 }), (hashes, more) => {
      const found = firstRows(chunksOf(hashes), hashes.length + more);
      expect([...found]).toEqual([...expected(hashes), ...new Array<number>(more).fill(-1)]);
    }),
  );
});

it('of so many that they are compared in parts, and lie in several chunks, it is the same', () => {
  const random = new Random(1, 1).at(0);
  const some = Array.from({ length: 20_000 }, () => Array.from({ length: 4 }, () => random.below(2 ** 32) | 0));
  const hashes = Array.from({ length: 50_000 }, (_, row) =>
    row % 100 === 7 ? [0, 0, 0, 0] : some[random.below(20_000)]!,
  );
  expect([...firstRows(chunksOf(hashes), hashes.length)]).toEqual(expected(hashes));
  // Copied one part at a time, and some of them.
  for (const together of [1, 20_000, 30_000])
    expect([...firstRows(chunksOf(hashes), hashes.length, together)]).toEqual(expected(hashes));
});
