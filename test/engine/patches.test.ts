import fc from 'fast-check';
import { expect, it } from 'vitest';
import { middle } from '../../src/engine/answers/median.ts';
import { Patches } from '../../src/engine/answers/patches.ts';
import { cellLists, countDistinct, DistinctCounts, patchesOf } from '../../src/reader/distinct-counts.ts';

const span = fc
  .tuple(fc.integer({ min: -50, max: 200 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, hours]) => ({ from, to: from + hours }));
const open = fc.constantFrom({ from: Number.NEGATIVE_INFINITY, to: 20 }, { from: 10, to: Number.POSITIVE_INFINITY });
const spans = fc.array(fc.oneof({ weight: 9, arbitrary: span }, open), { maxLength: 90 });
const groups = 3;
const seen = fc.record({ hour: fc.integer({ min: -60, max: 340 }), group: fc.integer({ min: 0, max: groups }) });

it('a patch counts in the spans that hold its hour, for all groups and for its own', () => {
  fc.assert(
    fc.property(spans, fc.array(seen, { minLength: 1 }), (all, asked) => {
      const patches = new Patches(all, groups);
      expect(patches.at(Number.NaN, 1)).toBe(-1);
      for (const { hour, group } of [...asked, ...asked]) {
        const wanted = all.flatMap(({ from, to }, place) => {
          if (hour < from || hour >= to) return [];
          const total = place * (groups + 1);
          return group === 0 ? [total] : [total, total + group];
        });
        const patch = patches.at(hour, group);
        expect(patch === -1 ? [] : [...patches.cellsOf(patch)].sort((a, b) => a - b)).toEqual(wanted);
        expect(patch).toBeLessThan(patches.count);
      }
    }),
  );
});

it('a value counts once in a cell, or once it was seen there twice', () => {
  const values = fc.array(fc.array(seen, { maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(spans, values, fc.constantFrom(1 as const, 2 as const), (all, ofValues, least) => {
      const patches = new Patches(all, groups);
      const counts = new DistinctCounts(patches, least);
      for (const places of ofValues) {
        counts.next();
        for (const { hour, group } of places) {
          const patch = patches.at(hour, group);
          if (patch !== -1) counts.see(patch);
        }
      }
      const wanted = all.flatMap(({ from, to }) =>
        Array.from({ length: groups + 1 }, (_, group) => {
          const times = ofValues.map(
            (places) =>
              places.filter((one) => one.hour >= from && one.hour < to && (group === 0 || one.group === group)).length,
          );
          return times.filter((count) => count >= least).length;
        }),
      );
      expect([...counts.counts]).toEqual(wanted);
    }),
  );
});

it('the middle of some values is that of the sorted ones, of two the mean rounded half up', () => {
  const amounts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(amounts, (all) => {
      const sorted = [...all].sort((a, b) => a - b);
      const [lower, upper] = [sorted[(all.length - 1) >> 1]!, sorted[all.length >> 1]!];
      const wanted = lower + upper >= 0 ? Math.floor((lower + upper + 1) / 2) : Math.ceil((lower + upper) / 2);
      expect(middle(Float64Array.from(all))).toBe(BigInt(wanted));
    }),
  );
});

it('values are counted by lists of cells as by patches, in whatever order they come', () => {
  const some = fc.array(
    fc.record({ value: fc.nat(9), hour: fc.integer({ min: -60, max: 340 }), group: fc.nat(groups) }),
  );
  // Far apart, they are counted stretch by stretch.
  const apart = fc.constantFrom(1, 3000, 16_384, 20_000);
  fc.assert(
    fc.property(spans, some, apart, fc.constantFrom(1 as const, 2 as const), (all, given, times, least) => {
      const patches = new Patches(all, groups);
      const booked = given.flatMap(({ value, hour, group }) => {
        const patch = patches.at(hour, group);
        return patch === -1 ? [] : [{ value: value * times, patch }];
      });
      // Room for more than there are.
      const room = (numbers: readonly number[]): Int32Array => Int32Array.of(...numbers, 7, 7);
      const seen = {
        values: room(booked.map(({ value }) => value)),
        patches: room(booked.map(({ patch }) => patch)),
        count: booked.length,
        most: Math.max(-1, ...booked.map(({ value }) => value)),
      };
      const counts = new DistinctCounts(patches, least);
      for (let value = 0; value <= 9; value += 1) {
        counts.next();
        for (const one of booked) if (one.value === value * times) counts.see(one.patch);
      }
      const lists = cellLists(patches, seen, 1e6)!;
      expect([...countDistinct(seen, patches, least)]).toEqual([...counts.counts]);
      expect([...countDistinct(seen, patchesOf(structuredClone(lists)), least)]).toEqual([...counts.counts]);
      // Longer lists are not copied.
      if (lists.lists.length > 0) expect(cellLists(patches, seen, lists.lists.length - 1)).toBeNull();
    }),
  );
});
