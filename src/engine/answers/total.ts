import type { Span } from '../../core/calendar.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import { aloneField } from '../../core/pairs.ts';
import { shareOfDays } from '../../core/share.ts';
import { dependsOnSpan, type Measure } from '../../measures/measure.ts';
import type { Column } from '../columns/column.ts';
import { ExactSums } from '../columns/exact-sum.ts';
import type { Answer } from '../state/read.ts';
import { Cells } from './cells.ts';
import { compileExpr, compileTest, type RowNumber, type RowTest } from './compile-measure.ts';
import { eachBooked } from './each-booked.ts';
import { Finder } from './finder.ts';
import { groupsIn, Patches } from './patches.ts';
import { silentTables, untoldGroups } from './untold.ts';
import { approxTables, booking, groupRow, type View } from './view.ts';

const one = 1_000_000;

/** One of several measures that are calculated together. */
interface Part {
  /** Null if every row takes part. */
  readonly fits: RowTest | null;
  /** Whether the test asks about the span, too. */
  readonly spanwise: boolean;
  readonly value: RowNumber;
  /** The column that is the value, asked without a detour; null for any other expression. */
  readonly column: Column | null;
  readonly quantum: number;
  readonly approximate: ReadonlySet<number>;
  /** 1 for a row whose value is left out, because its counterpart is missing; null if there is none. */
  readonly alone: Column | null;
  /** Tables that say nothing of it. */
  readonly silent: ReadonlySet<number>;
  /** Values booked in one patch are added up there, the rest per cell. */
  readonly ofPatches: ExactSums;
  readonly ofCells: ExactSums;
  /** 1 if an approximate amount took part. */
  readonly loosePatches: Uint8Array;
  readonly looseCells: Uint8Array;
  /** 1 if a value was left out. */
  readonly openPatches: Uint8Array;
  readonly openCells: Uint8Array;
  /** Whether a record of a table that says something took part, as `told`, and one of another table, as `untold`. */
  readonly heardPatches: Uint8Array;
  readonly heardCells: Uint8Array;
}

const told = 1;
const untold = 2;

/** Counts and sums, booked and grouped alike: one pass over the rows answers all of them. */
export function totals(view: View, measures: readonly Measure[], spans: readonly Span[]): Answer[] {
  const { facts, options, groups } = view;
  const patches = new Patches(spans, groups, view.several);
  const { width } = patches;
  const parts = measures.map(
    (measure): Part => ({
      fits: measure.where === undefined ? null : compileTest(facts, measure.where, options),
      spanwise: dependsOnSpan(measure.where),
      column: (measure.value?.op === 'field' && facts.numbers.get(measure.value.name)) || null,
      value: measure.value === undefined ? () => one : compileExpr(facts, measure.value),
      quantum: measure.unit === 'count' ? one : 1,
      approximate: approxTables(view, measure),
      alone: (measure.value?.op === 'field' && facts.numbers.get(aloneField(measure.value.name))) || null,
      ofPatches: new ExactSums(patches.count),
      ofCells: new ExactSums(patches.cells),
      loosePatches: new Uint8Array(patches.count),
      looseCells: new Uint8Array(patches.cells),
      openPatches: new Uint8Array(patches.count),
      openCells: new Uint8Array(patches.cells),
      silent: silentTables(view, measure),
      heardPatches: new Uint8Array(patches.count),
      heardCells: new Uint8Array(patches.cells),
    }),
  );
  const [like] = measures;
  if (like === undefined) return [];
  const finder = new Finder(spans);
  const { from, to } = booking(facts, like);
  const groupAt = groupRow(view, like);
  const undated = like.over === 'refund' ? facts.numbers.get('undated') : undefined;
  const cutOff = facts.numbers.get('cut');
  // Of two copies of an order one may have what the other's file lacks.
  const isSilent = ({ silent, column }: Part, row: number): boolean =>
    silent.size > 0 &&
    silent.has(facts.table.get(row)) &&
    (like?.over !== 'order' || column === null || !(column.get(row) > 0));
  const isAlone = (part: Part, row: number): boolean =>
    (part.alone !== null && part.alone.get(row) === one) || isSilent(part, row);
  const isLoose = ({ approximate }: Part, row: number): boolean =>
    (approximate.size > 0 && approximate.has(facts.table.get(row))) ||
    undated?.get(row) === one ||
    cutOff?.get(row) === 1;
  const addToSpans = (part: Part, row: number, begin: number, stop: number, amount: number): void => {
    const end = Number.isNaN(stop) ? begin + 1 : stop;
    const own = [0, ...groupsIn(groupAt(row), groups, view.several)];
    const open = isAlone(part, row);
    const loose = isLoose(part, row);
    const heard = isSilent(part, row) ? untold : told;
    for (const span of finder.over(begin, end)) {
      const { from: spanFrom, to: spanTo } = spans[span]!;
      if (part.spanwise && !part.fits!(row, spanFrom, spanTo)) continue;
      let within = amount;
      let cut = false;
      if (end - begin > DAY_HOURS && (spanFrom > begin || spanTo < end)) {
        cut = true;
        const days = (end - begin) / DAY_HOURS;
        const first = Math.max(0, Math.floor((spanFrom - begin) / DAY_HOURS));
        const past = Math.min(days, Math.floor((spanTo - begin) / DAY_HOURS));
        within = shareOfDays(amount, days, first, past, amount % part.quantum === 0 ? part.quantum : 1);
      }
      for (const group of own) {
        const cell = span * width + group;
        part.ofCells.add(cell, within);
        part.heardCells[cell]! |= heard;
        if (open) part.openCells[cell] = 1;
        if (loose || cut) part.looseCells[cell] = 1;
      }
    }
  };
  /** Null for a row of several days, which does not lie in one patch. */
  const take = (row: number, patch: number | null): void => {
    for (const part of parts) {
      const isUnsaid = like.over === 'visit' && isSilent(part, row);
      // What a row does not say cannot be tested either.
      if (!isUnsaid && part.fits !== null && !part.spanwise && !part.fits(row, 0, 0)) continue;
      const open = isAlone(part, row);
      const value = isUnsaid ? 0 : part.column === null ? part.value(row) : part.column.get(row);
      if (part.silent.size > 0 && patch !== null) part.heardPatches[patch]! |= isSilent(part, row) ? untold : told;
      // A row of several days is heard where it counts.
      if (Number.isNaN(value) && !open && (patch !== null || part.silent.size === 0)) continue;
      const amount = Number.isNaN(value) ? 0 : value;
      if (patch === null || part.spanwise) {
        addToSpans(part, row, from(row), to?.(row) ?? Number.NaN, amount);
        continue;
      }
      part.ofPatches.add(patch, amount);
      if (isLoose(part, row)) part.loosePatches[patch] = 1;
      if (open) part.openPatches[patch] = 1;
    }
  };
  eachBooked(view, like, patches, take, (row) => take(row, null));
  return parts.map((part, at) => {
    const cells = cellsOf(part, patches, spans.length, groups);
    if (part.silent.size === 0) return cells;
    const silentGroups = untoldGroups(view, measures[at]!, part.silent);
    return {
      value: (span, group) => cells.value(span, group),
      approx: (span, group) => cells.approx(span, group),
      incomplete: (span, group) => cells.incomplete(span, group),
      untold: (group) => silentGroups.has(group),
      silent: (span, group) => {
        const heard = part.heardCells[cells.at(span, group)]!;
        return (heard & untold) === 0 ? null : heard === untold ? 'wholly' : 'partly';
      },
    };
  });
}

/** The totals of patches and cells. */
function cellsOf(
  { ofPatches, ofCells, loosePatches, looseCells, openPatches, openCells, heardPatches, heardCells }: Part,
  patches: Patches,
  spans: number,
  groups: number,
): Cells {
  const sums = Array.from({ length: patches.cells }, (_, cell) => ofCells.get(cell));
  for (let patch = 0; patch < patches.count; patch += 1) {
    const sum = ofPatches.get(patch);
    const heard = heardPatches[patch]!;
    if (sum === 0n && loosePatches[patch] === 0 && openPatches[patch] === 0 && heard === 0) continue;
    for (const cell of patches.cellsOf(patch)) {
      sums[cell]! += sum;
      heardCells[cell]! |= heard;
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
