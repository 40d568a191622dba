import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blocks, eachValue } from '../../src/engine/columns/blocks.ts';
import { microColumn } from '../../src/engine/columns/column.ts';

/** Rows on both sides of where chunks of a column and blocks end. */
const row = fc.oneof(
  fc.nat({ max: 600 }),
  fc.tuple(fc.constantFrom(2048, 4096, 16_384, 32_768), fc.integer({ min: -2, max: 2 })).map(([at, by]) => at + by),
);
const whole = fc.integer({ min: -50, max: 50 }).map((units) => units * 1_000_000);
/** Of four bytes, or now and then of eight. */
const value = fc.oneof({ weight: 20, arbitrary: whole }, fc.constantFrom(1, 0.5, 2 ** 50), fc.constant(Number.NaN));
const written = fc.array(fc.tuple(row, value), { maxLength: 30 });
const columnOf = (all: readonly (readonly [number, number])[]) => {
  const column = microColumn();
  for (const [at, one] of all) column.set(at, one);
  return column;
};

it('a column reads out what it gives for each row, wherever the rows begin and end', () => {
  fc.assert(
    fc.property(written, row, fc.nat({ max: 5000 }), (all, from, rows) => {
      const column = columnOf(all);
      const out = new Float64Array(rows + 1).fill(7);
      column.read(from, rows, out);
      const wanted = Float64Array.from({ length: rows + 1 }, (_, i) => (i === rows ? 7 : column.get(from + i)));
      expect(out).toEqual(wanted);
    }),
  );
});

it('blocks hold each row once, in order, with what it has in each column', () => {
  fc.assert(
    fc.property(written, written, row, (some, others, rows) => {
      const [one, other] = [columnOf(some), columnOf(others)];
      let next = 0;
      for (const { first, rows: count, values } of blocks(rows, [one, other])) {
        expect(first).toBe(next);
        next += count;
        for (const [place, column] of [one, other].entries()) {
          const wanted = Float64Array.from({ length: count }, (_, i) => column.get(first + i));
          expect(values[place]!.slice(0, count)).toEqual(wanted);
        }
      }
      expect(next).toBe(rows);
    }),
    { numRuns: 50 },
  );
});

it('each row with a value is given once, in order, without those behind the last row', () => {
  fc.assert(
    fc.property(written, row, (all, rows) => {
      const column = columnOf(all);
      const found: [number, number][] = [];
      eachValue(column, rows, (at, one) => found.push([at, one]));
      const named = [...new Set(all.map(([at]) => at))].sort((a, b) => a - b);
      const wanted = named.filter((at) => at < rows && !Number.isNaN(column.get(at)));
      expect(found).toEqual(wanted.map((at) => [at, column.get(at)]));
    }),
  );
});
