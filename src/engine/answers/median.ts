import { quickselect } from 'd3-array';
import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import type { Answer } from '../state/read.ts';
import { Cells } from './cells.ts';
import { compileExpr, compileTest } from './compile-measure.ts';
import { eachBooked } from './each-booked.ts';
import { Patches } from './patches.ts';
import type { View } from './view.ts';

/** The middle of all values, exactly. */
export function median(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const { facts, options, groups } = view;
  const cells = new Cells(spans.length, groups, null);
  const patches = new Patches(spans, groups, view.several);
  const fits = compileTest(facts, measure.where, options);
  const value = compileExpr(facts, measure.value!);
  const patchOf = new Int32Array(facts.rows).fill(-1);
  const counts = new Int32Array(patches.cells);
  eachBooked(view, measure, patches, (row, patch) => {
    if (Number.isNaN(value(row)) || !fits(row, 0, 0)) return;
    patchOf[row] = patch;
    const own = patches.cellsOf(patch);
    for (let i = 0; i < own.length; i += 1) counts[own[i]!]! += 1;
  });
  // Counted before they are kept: millions of values must not take memory twice.
  const values = Array.from(counts, (count) => (count === 0 ? null : new Float64Array(count)));
  for (let row = 0; row < facts.rows; row += 1) {
    if (patchOf[row] === -1) continue;
    const amount = value(row);
    const own = patches.cellsOf(patchOf[row]!);
    for (let i = 0; i < own.length; i += 1) {
      const cell = own[i]!;
      counts[cell]! -= 1;
      values[cell]![counts[cell]!] = amount;
    }
  }
  for (const [cell, list] of values.entries()) if (list !== null) cells.set(cell, middle(list));
  return cells;
}

/** The middle of some millionths, which are reordered; the mean of the two middle ones for an even count, rounded half up. */
export function middle(values: Float64Array): bigint {
  const half = values.length >> 1;
  quickselect(values, half);
  const upper = BigInt(values[half]!);
  if (values.length % 2 === 1) return upper;
  let before = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < half; place += 1) before = Math.max(before, values[place]!);
  const both = upper + BigInt(before);
  return both >= 0n ? (both + 1n) / 2n : both / 2n;
}
