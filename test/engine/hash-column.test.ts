import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashColumn } from '../../src/engine/columns/hash-column.ts';

type Write = {
  readonly rows: number;
  readonly gap: number;
  readonly how: 'adopt' | 'each' | 'skip';
  readonly value: number;
};

const hashOf = (value: number): number[] => [value, 0, value % 3, 0];

it('has what was written last, whether hashes come one by one or with those of a segment, in whatever order', () => {
  const writes = fc.array(
    fc.record({
      rows: fc.integer({ min: 1, max: 40 }),
      gap: fc.constantFrom(0, 0, 0, 3),
      how: fc.constantFrom('adopt', 'each', 'skip'),
      value: fc.integer({ min: 0, max: 5 }),
    }) as fc.Arbitrary<Write>,
    { maxLength: 12 },
  );
  const later = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: -1, max: 5 })), { maxLength: 20 });
  fc.assert(
    fc.property(writes, later, (all, changes) => {
      const column = new HashColumn();
      const model = new Map<number, number[]>();
      // One segment: stretches of it are taken, with rows of their own between them.
      const segment = new Int32Array(new SharedArrayBuffer(600 * 16));
      let [row, record] = [0, 0];
      for (const { rows, gap, how, value } of all) {
        row += gap;
        for (let at = 0; at < rows; at += 1) {
          const hash = hashOf(value + at);
          segment.set(hash, (record + at) * 4);
          if (how !== 'skip') model.set(row + at, hash);
          if (how === 'each') column.set(row + at, Int32Array.from([9, ...hash]), 1);
        }
        if (how === 'adopt') column.adopt(row, rows, segment, record);
        record += rows;
        row += rows;
      }
      for (const [at, value] of changes) {
        if (value === -1) column.clear(at);
        else column.set(at, Int32Array.from(hashOf(value)), 0);
        model.set(at, value === -1 ? [0, 0, 0, 0] : hashOf(value));
      }
      const out = new Int32Array(4);
      const first = new Map<string, number>();
      const firsts: number[] = [];
      for (let at = 0; at < 320; at += 1) {
        const wanted = model.get(at) ?? [0, 0, 0, 0];
        const isNone = wanted.every((one) => one === 0);
        expect([column.get(at, out), [...out]]).toEqual([!isNone, wanted]);
        if (!isNone && !first.has(wanted.join())) first.set(wanted.join(), at);
        firsts.push(isNone ? -1 : first.get(wanted.join())!);
      }
      expect([...column.firsts(320)]).toEqual(firsts);
      column.forget();
      expect(column.get(0, out)).toBe(false);
    }),
  );
});
