import type { Span } from '../../core/calendar.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import { aloneField } from '../../core/pairs.ts';
import { dependsOnSpan, type Measure } from '../../measures/measure.ts';
import { compileExpr, compileTest, numberOf, type RowNumber, type RowTest } from '../compile-measure.ts';
import { ExactSums } from '../exact-sum.ts';
import type { Answer } from '../read.ts';
import { Cells } from './cells.ts';
import { Finder } from './finder.ts';
import { groupsIn, Patches } from './patches.ts';
import { approxTables, booking, groupRow, type View } from './view.ts';

const one = 1_000_000;
const nothing: RowNumber = () => Number.NaN;

/**
 * The part of an amount, spread evenly over whole days, that falls on its days [a, b): the remainder goes to the first
 * days.
 */
export function shareOfDays(amount: number, days: number, a: number, b: number, quantum: number): number {
  const units = amount / quantum;
  const base = Math.floor(units / days);
  const rest = units - base * days;
  return (base * (b - a) + Math.max(0, Math.min(b, rest) - Math.min(a, rest))) * quantum;
}

/** One of several measures that are calculated together. */
interface Part {
  readonly fits: RowTest;
  /** Whether the test asks about the span, too. */
  readonly spanwise: boolean;
  readonly value: RowNumber;
  readonly quantum: number;
  readonly approximate: ReadonlySet<number>;
  /** 1 for a row whose value is left out, because its counterpart is missing. */
  readonly alone: RowNumber;
  /** Values booked in one patch are added up there, the rest per cell. */
  readonly ofPatches: ExactSums;
  readonly ofCells: ExactSums;
  /** 1 if an approximate amount took part. */
  readonly loosePatches: Uint8Array;
  readonly looseCells: Uint8Array;
  /** 1 if a value was left out. */
  readonly openPatches: Uint8Array;
  readonly openCells: Uint8Array;
}

/** Counts and sums, booked and grouped alike: one pass over the rows answers all of them. */
export function totals(view: View, measures: readonly Measure[], spans: readonly Span[]): Answer[] {
  const { facts, options, groups } = view;
  const patches = new Patches(spans, groups, view.several);
  const { width } = patches;
  const parts = measures.map(
    (measure): Part => ({
      fits: compileTest(facts, measure.where, options),
      spanwise: dependsOnSpan(measure.where),
      value: measure.value === undefined ? () => one : compileExpr(facts, measure.value),
      quantum: measure.unit === 'count' ? one : 1,
      approximate: approxTables(view, measure),
      alone: measure.value?.op === 'field' ? numberOf(facts, aloneField(measure.value.name)) : nothing,
      ofPatches: new ExactSums(patches.count),
      ofCells: new ExactSums(patches.cells),
      loosePatches: new Uint8Array(patches.count),
      looseCells: new Uint8Array(patches.cells),
      openPatches: new Uint8Array(patches.count),
      openCells: new Uint8Array(patches.cells),
    }),
  );
  const [like] = measures;
  if (like === undefined) return [];
  const finder = new Finder(spans);
  const { from, to } = booking(facts, like);
  const groupAt = groupRow(view, like);
  const undated = like.over === 'refund' ? facts.numbers.get('undated') : undefined;
  const cutOff = facts.numbers.get('cut');
  const isLoose = ({ approximate }: Part, row: number): boolean =>
    (approximate.size > 0 && approximate.has(facts.table.get(row))) ||
    undated?.get(row) === one ||
    cutOff?.get(row) === 1;
  const addToSpans = (part: Part, row: number, begin: number, stop: number, amount: number): void => {
    const end = Number.isNaN(stop) ? begin + 1 : stop;
    const own = groupsIn(groupAt(row), groups, view.several);
    const loose = isLoose(part, row);
    for (const span of finder.over(begin, end)) {
      const { from: spanFrom, to: spanTo } = spans[span]!;
      if (part.spanwise && !part.fits(row, spanFrom, spanTo)) continue;
      let within = amount;
      let cut = false;
      if (end - begin > DAY_HOURS && (spanFrom > begin || spanTo < end)) {
        cut = true;
        const days = (end - begin) / DAY_HOURS;
        const first = Math.max(0, Math.floor((spanFrom - begin) / DAY_HOURS));
        const past = Math.min(days, Math.floor((spanTo - begin) / DAY_HOURS));
        within = shareOfDays(amount, days, first, past, amount % part.quantum === 0 ? part.quantum : 1);
      }
      for (const cell of [0, ...own].map((group) => span * width + group)) {
        part.ofCells.add(cell, within);
        if (part.alone(row) === one) part.openCells[cell] = 1;
        if (loose || cut) part.looseCells[cell] = 1;
      }
    }
  };
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0) continue;
    const begin = from(row);
    if (Number.isNaN(begin)) continue;
    const stop = to === null ? Number.NaN : to(row);
    const patch = Number.isNaN(stop) ? patches.at(begin, groupAt(row)) : noPatch;
    if (patch === -1) continue;
    for (const part of parts) {
      if (!part.spanwise && !part.fits(row, 0, 0)) continue;
      const isAlone = part.alone(row) === one;
      const value = part.value(row);
      if (Number.isNaN(value) && !isAlone) continue;
      const amount = Number.isNaN(value) ? 0 : value;
      if (patch === noPatch || part.spanwise) {
        addToSpans(part, row, begin, stop, amount);
        continue;
      }
      part.ofPatches.add(patch, amount);
      if (isLoose(part, row)) part.loosePatches[patch] = 1;
      if (isAlone) part.openPatches[patch] = 1;
    }
  }
  return parts.map((part) => cellsOf(part, patches, spans.length, groups));
}

/** A row of several days does not lie in one patch. */
const noPatch = -2;

/** The totals of patches and cells. */
function cellsOf(
  { ofPatches, ofCells, loosePatches, looseCells, openPatches, openCells }: Part,
  patches: Patches,
  spans: number,
  groups: number,
): Answer {
  const sums = Array.from({ length: patches.cells }, (_, cell) => ofCells.get(cell));
  for (let patch = 0; patch < patches.count; patch += 1) {
    const sum = ofPatches.get(patch);
    if (sum === 0n && loosePatches[patch] === 0 && openPatches[patch] === 0) continue;
    for (const cell of patches.cellsOf(patch)) {
      sums[cell]! += sum;
      if (loosePatches[patch] === 1) looseCells[cell] = 1;
      if (openPatches[patch] === 1) openCells[cell] = 1;
    }
  }
  const cells = new Cells(spans, groups, 0n);
  for (const [cell, sum] of sums.entries()) cells.set(cell, sum);
  for (const [cell, loose] of looseCells.entries()) if (loose === 1) cells.mark(cell);
  for (const [cell, open] of openCells.entries()) if (open === 1) cells.leaveOut(cell);
  return cells;
}
