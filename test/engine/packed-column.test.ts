import fc from 'fast-check';
import { expect, it } from 'vitest';
import { microColumn, wholeColumn } from '../../src/engine/columns/column.ts';
import { packColumn, unpackColumn } from '../../src/engine/columns/packed-column.ts';

/* A column that was packed and unpacked has the same values, and takes further ones. */

const million = 1_000_000;
const value = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: -3, max: 300 }).map((n) => n * million),
  fc.integer({ min: -70_000, max: 70_000 }).map((n) => n * 10_000),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -million, 2 ** 31 - 1, -(2 ** 31), 2 ** 31 * million),
);
/** Values repeated: chunks of one value, and of few. */
const runs = fc.array(fc.tuple(value, fc.integer({ min: 1, max: 9000 })), { maxLength: 7 });

const moved = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  // Somewhere in a file, at a whole block.
  const place = new Uint8Array(48 + bytes.length);
  place.set(bytes, 48);
  return place.subarray(48);
};

it.each([
  ['millionths', microColumn],
  ['whole numbers', wholeColumn],
] as const)('%s', (_, make) => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 40_000 }), value, (given, gap, further) => {
      const column = make();
      const values = given.flatMap(([one, count]) => Array.from({ length: count }, () => one));
      for (const [row, one] of values.entries()) column.set(row, one);
      // Rows after the last that was set are null, whole chunks of them are not there.
      const rows = values.length + gap;
      const found = make();
      unpackColumn(moved(packColumn(column, rows)), found);
      found.set(rows, further);
      for (let row = 0; row < rows; row += 1)
        if (!Object.is(found.get(row), column.get(row))) expect([row, found.get(row)]).toEqual([row, column.get(row)]);
      expect(found.get(rows)).toBe(further);
    }),
    { numRuns: 60 },
  );
});

it('takes a byte a row where the values lie close together, and none where they are one', () => {
  const column = wholeColumn();
  const rows = 16_384;
  for (let row = 0; row < rows; row += 1) column.set(row, 1_000_000 + (row % 200));
  for (let row = rows; row < 2 * rows; row += 1) column.set(row, 7);
  expect(packColumn(column, 2 * rows).length).toBe(4 * 4 + 8 + rows + 8);
});
