import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microColumn, wholeColumn } from '../../src/engine/columns/column.ts';
import { packColumn, unpackColumn } from '../../src/engine/columns/packed-column.ts';

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

it('a column that becomes whole numbers has one for each row, null for one of them, and takes further ones', () => {
  const column = wholeColumn();
  column.set(3, 77);
  const numbers = Int32Array.from({ length: 40_000 }, (_, row) => (row % 7 === 0 ? -1 : row));
  column.becomeWhole(numbers, -1);
  column.set(40_005, 2 ** 40);
  for (let row = 0; row < 40_000; row += 1)
    if (!Object.is(column.get(row), row % 7 === 0 ? Number.NaN : row)) expect(column.get(row)).toBe(row);
  expect([40_000, 40_005, 40_006].map((row) => column.get(row))).toEqual([Number.NaN, 2 ** 40, Number.NaN]);
});

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

  it('takes many values at once as one after the other, and one value for many rows', () => {
    const places = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(columns, columns, places, (before, after, from) => {
        const [column, other] = [make(), make()];
        for (const [row, value] of before.entries()) for (const one of [column, other]) one.set(row, value);
        column.setRange(from, after.length, Float64Array.from(after));
        for (const [at, value] of after.entries()) other.set(from + at, value);
        const rows = Array.from({ length: 800 }, (_, row) => row);
        expect(rows.map((row) => column.get(row) + 0)).toEqual(rows.map((row) => other.get(row) + 0));
        if (after.length === 0) return;
        column.fill(from, 300, after[0]!);
        for (let row = from; row < from + 300; row += 1) other.set(row, after[0]!);
        const more = [...rows, 900, 1000];
        expect(more.map((row) => column.get(row) + 0)).toEqual(more.map((row) => other.get(row) + 0));
      }),
      { numRuns: 60 },
    );
  });

  it('takes them across the parts that it grows by', () => {
    const column = make();
    const values = Float64Array.from({ length: 40_000 }, (_, at) => at * 1_000_000);
    column.setRange(10, values.length, values);
    column.fill(50_000, 20_000, 7_000_000);
    const rows = [
      9, 10, 265, 266, 16_383, 16_384, 16_393, 32_768, 40_009, 40_010, 49_999, 50_000, 65_536, 69_999, 70_000,
    ];
    expect(rows.map((row) => column.get(row))).toEqual(
      rows.map((row) =>
        row >= 10 && row < 40_010 ? (row - 10) * 1_000_000 : row >= 50_000 && row < 70_000 ? 7_000_000 : Number.NaN,
      ),
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

  it('is what was written last, whatever rows have one value, and as kept bytes', () => {
    const few = fc.constantFrom(0, -0, 1_000_000, 250_000, 1_600_000_000_000, 7, 0.5e6 + 1, Number.NaN);
    const writes = fc.array(
      fc.record({
        from: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 16_000, max: 34_000 })),
        rows: fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 20_000 })),
        value: few,
        // The last of several values may be another one.
        last: few,
        how: fc.constantFrom('fill', 'range', 'each'),
      }),
      { maxLength: 8 },
    );
    const rows = 60_000;
    fc.assert(
      fc.property(writes, (all) => {
        const column = make();
        const model = new Float64Array(rows).fill(Number.NaN);
        for (const { from, rows: count, value, last, how } of all) {
          const written = new Float64Array(count).fill(value);
          if (how === 'fill') column.fill(from, count, value);
          else {
            written[count - 1] = last;
            if (how === 'range') column.setRange(from, count, written);
            else for (const [at, one] of written.entries()) column.set(from + at, one);
          }
          model.set(written, from);
        }
        const same = (one: number, other: number): boolean => Object.is(one + 0, other + 0);
        const kept = make();
        unpackColumn(Uint8Array.from(packColumn(column, rows)), kept);
        for (const one of [column, kept]) {
          const out = new Float64Array(rows);
          one.read(0, rows, out);
          expect(model.findIndex((value, row) => !same(out[row]!, value) || !same(one.get(row), value))).toBe(-1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
