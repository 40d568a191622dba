import type { Span } from '../../core/calendar.ts';
import { DAY_HOURS } from '../../core/civil.ts';
import type { Measure } from '../../measures/measure.ts';
import { dimensionColumns } from '../../plan/supply.ts';
import type { Answer } from '../state/read.ts';
import { Cells } from './cells.ts';
import { Finder } from './finder.ts';
import { booking, type View } from './view.ts';

/** Tables that state a number of visitors, by the grain of the statement. */
interface Grain {
  /** Every table has one row per day. */
  daily: boolean;
  /** Whether they split visitors by nothing, or only by the report's own dimensions. */
  ofTotal: boolean;
  ofGroups: boolean;
}

/**
 * Unique visitors. If rows name their visitor, the distinct ones are `counted`, and rows without a name leave the
 * number incomplete; a number that a file exported holds
 * only for exactly the span and the group it was exported for. With another grain nothing is known, not even for no
 * rows.
 */
export function visitors(view: View, measure: Measure, spans: readonly Span[], counted: Answer): Answer {
  const { facts, groups, groupOf } = view;
  const width = groups + 1;
  const stated = facts.numbers.get('visitors');
  const cells = new Cells(spans.length, groups, null);
  const { from, to } = booking(facts, measure);
  const rows = new Int32Array(spans.length * width);
  const exact = new Int32Array(spans.length * width).fill(-1);
  const exactSpans = new Uint8Array(spans.length);
  const named = facts.keys.get('visitor_id');
  const finder = new Finder(spans);
  const tables = new Set<number>();
  /** Cells with rows of tables that say nothing of visitors. */
  const untold = new Uint8Array(spans.length * width);
  /** Whether the rows of a table name their visitors: one that names none is somebody, nobody knows whether somebody new. */
  const names = view.memory.tables.map(({ plan }) => plan.fields.visitor_id !== undefined && !plan.fields.visitors);
  const tells = view.memory.tables.map(({ plan }) => plan.fields.visitors !== undefined);
  const grain: Grain = { daily: true, ofTotal: true, ofGroups: true };
  for (let row = 0; row < facts.rows; row += 1) {
    if (facts.live[row] === 0 || (named !== undefined && !Number.isNaN(named.get(row)))) continue;
    const table = facts.table.get(row);
    const begin = from(row);
    const stop = to === null ? Number.NaN : to(row);
    const end = Number.isNaN(stop) ? begin + DAY_HOURS : stop;
    const group = groupOf(facts.combo.get(row));
    if (names[table]) {
      for (const span of finder.over(begin, Number.isNaN(stop) ? begin + 1 : end))
        for (const cell of group > 0 ? [span * width, span * width + group] : [span * width]) cells.leaveOut(cell);
      continue;
    }
    if (!tells[table]) {
      for (const span of finder.over(begin, Number.isNaN(stop) ? begin + 1 : end))
        for (const cell of group > 0 ? [span * width, span * width + group] : [span * width]) untold[cell] = 1;
      continue;
    }
    if (!tables.has(table)) meet(grain, view, table);
    tables.add(table);
    if (!Number.isNaN(stop)) grain.daily = false;
    for (const span of finder.over(begin, Number.isNaN(stop) ? begin + 1 : end)) {
      const isExact = spans[span]!.from === begin && spans[span]!.to === end;
      if (isExact) exactSpans[span] = 1;
      for (const cell of group > 0 ? [span * width, span * width + group] : [span * width]) {
        rows[cell]! += 1;
        if (isExact) exact[cell] = row;
      }
    }
  }
  for (let cell = 0; cell < rows.length; cell += 1) {
    const [span, group] = [Math.floor(cell / width), cell % width];
    const known = counted.value(span, group) ?? 0n;
    if (rows[cell] === 0 && untold[cell] === 1) continue;
    if (known === 0n && cells.incomplete(span, group)) continue;
    if (tables.size === 0) {
      cells.set(cell, known);
      continue;
    }
    const { from: first, to: past } = spans[span]!;
    const fits = exactSpans[span] === 1 || (grain.daily && past - first === DAY_HOURS);
    if (!fits || !(group === 0 ? grain.ofTotal : grain.ofGroups)) continue;
    const row = exact[cell]!;
    if (rows[cell] === 0) cells.set(cell, known);
    else if (rows[cell] === 1 && row !== -1 && known === 0n && facts.sourceRows.get(row) === 1) {
      const number = stated?.get(row) ?? Number.NaN;
      cells.set(cell, Number.isNaN(number) ? null : BigInt(number));
    }
  }
  return cells;
}

function meet(grain: Grain, { memory, by }: View, table: number): void {
  const columns: readonly string[] = dimensionColumns(memory.tables[table]!.plan);
  if (columns.length > 0) grain.ofTotal = false;
  if (columns.some((column) => !by.some((dimension) => dimension === column))) grain.ofGroups = false;
}
