import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachBooked } from '../../src/engine/answers/each-booked.ts';
import { Patches } from '../../src/engine/answers/patches.ts';
import type { View } from '../../src/engine/answers/view.ts';
import { Facts } from '../../src/engine/state/facts.ts';
import { adSpend } from '../../src/measures/spend.ts';

const groups = 2;
const hour = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -60, max: 260 }) }, fc.constant(Number.NaN));
const record = fc.record({
  from: hour,
  to: fc.constantFrom(Number.NaN, Number.NaN, 300),
  combo: fc.nat({ max: groups }),
  live: fc.boolean(),
});
const span = fc
  .tuple(fc.integer({ min: -50, max: 200 }), fc.integer({ min: 1, max: 120 }))
  .map(([from, hours]) => ({ from, to: from + hours }));

it('rows that count are given with their patch, those of several days apart or where they begin', () => {
  fc.assert(
    fc.property(fc.array(record), fc.array(span, { maxLength: 6 }), fc.boolean(), (records, spans, grouped) => {
      const facts = new Facts('spend');
      facts.rows = records.length;
      facts.live = Uint8Array.from(records, ({ live }) => (live ? 1 : 0));
      for (const [row, { from, to, combo }] of records.entries()) {
        facts.whole('from').set(row, from);
        facts.whole('to').set(row, to);
        facts.combo.set(row, combo);
      }
      const shown = grouped ? groups : 0;
      const groupOf = (combo: number) => (grouped ? combo : 0);
      const view = { facts, groups: shown, groupOf } as Partial<View> as View;
      const patches = new Patches(spans, shown);
      const counted = records.map((one, row) => ({ ...one, row })).filter(({ live }) => live);
      const patched = (rows: typeof counted) =>
        rows
          .map(({ row, from, combo }) => [row, patches.at(from, groupOf(combo))] as const)
          .filter(([, patch]) => patch !== -1);
      const [taken, spread, begun]: [[number, number][], number[], [number, number][]] = [[], [], []];
      const measure = adSpend;
      eachBooked(
        view,
        measure,
        patches,
        (...one) => taken.push(one),
        (row) => spread.push(row),
      );
      eachBooked(view, measure, patches, (...one) => begun.push(one));
      expect(taken).toEqual(patched(counted.filter(({ to }) => Number.isNaN(to))));
      const days = counted.filter(({ from, to }) => !Number.isNaN(to) && !Number.isNaN(from));
      expect(spread).toEqual(days.map(({ row }) => row));
      expect(begun).toEqual(patched(counted));
    }),
  );
});
