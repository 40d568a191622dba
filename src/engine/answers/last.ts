import type { Span } from '../../core/calendar.ts';
import type { Measure } from '../../measures/measure.ts';
import { seriesOf } from '../derive/derive-social.ts';
import type { Answer } from '../state/read.ts';
import { Cells } from './cells.ts';
import { compileExpr, compileTest } from './compile-measure.ts';
import { booking, type View } from './view.ts';

/** The snapshots of one network of one shop and account, in the order of time. */
interface Series {
  readonly rows: number[];
}

/** The snapshots that take part in a measure, series by series. */
class Snapshots {
  readonly all: readonly Series[];
  readonly #at: (row: number) => number;
  readonly #value: (row: number) => number;
  readonly #groupAt: (row: number) => number;

  constructor({ facts, options, groupOf }: View, measure: Measure) {
    const { from, to } = booking(facts, measure);
    // The count of a row of several days is that at their end.
    this.#at = (row) => {
      const end = to?.(row) ?? Number.NaN;
      return Number.isNaN(end) ? from(row) : end - 1;
    };
    this.#value = compileExpr(facts, measure.value!);
    this.#groupAt = (row) => groupOf(facts.combo.get(row));
    const fits = compileTest(facts, measure.where, options);
    const all = new Map<string, Series>();
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.live[row] === 0 || Number.isNaN(this.#at(row)) || !fits(row, 0, 0)) continue;
      const key = seriesOf(facts, row);
      const series = all.get(key) ?? { rows: [] };
      series.rows.push(row);
      all.set(key, series);
    }
    // Of two at one instant, the one read last is the newer.
    for (const { rows } of all.values()) rows.sort((a, b) => this.#at(a) - this.#at(b) || a - b);
    this.all = [...all.values()];
  }

  /** The row of the newest snapshot inside a span; undefined for none. */
  newest({ rows }: Series, { from, to }: Span): number | undefined {
    const row = rows.findLast((one) => this.#at(one) < to);
    return row !== undefined && this.#at(row) >= from ? row : undefined;
  }

  /** Whether a series begins only after a span. */
  beginsAfter({ rows }: Series, { to }: Span): boolean {
    return this.#at(rows[0]!) >= to;
  }

  /** The cells of a span in which a row counts: the total, and its group. */
  cellsOf(cells: Cells, span: number, row: number): number[] {
    const own = this.#groupAt(row);
    return own === 0 ? [cells.at(span, 0)] : [cells.at(span, 0), cells.at(span, own)];
  }

  add(cells: Cells, span: number, row: number): void {
    for (const cell of this.cellsOf(cells, span, row)) cells.add(cell, BigInt(this.#value(row)));
  }
}

/**
 * The newest snapshot of each network of each shop inside the span, added up. What a network had before its first snapshot is not
 * known: a sum without it is incomplete.
 */
export function last(view: View, measure: Measure, spans: readonly Span[]): Answer {
  const snapshots = new Snapshots(view, measure);
  const cells = new Cells(spans.length, view.groups, null);
  for (const [index, span] of spans.entries()) {
    for (const series of snapshots.all) {
      const row = snapshots.newest(series, span);
      if (row !== undefined) snapshots.add(cells, index, row);
      else if (snapshots.beginsAfter(series, span))
        for (const cell of snapshots.cellsOf(cells, index, series.rows[0]!)) cells.leaveOut(cell);
    }
  }
  return cells;
}

/**
 * The same for the second span of each pair, of the networks that have a snapshot in the first: those that follow it.
 * One that is new in between has no known change, and leaves the sum incomplete.
 */
export function lastOfKnown(view: View, measure: Measure, first: readonly Span[], second: readonly Span[]): Answer {
  const snapshots = new Snapshots(view, measure);
  const cells = new Cells(second.length, view.groups, null);
  for (const [index, span] of second.entries()) {
    for (const series of snapshots.all) {
      const row = snapshots.newest(series, span);
      const isKnown = snapshots.newest(series, first[index]!) !== undefined;
      if (row !== undefined && isKnown) snapshots.add(cells, index, row);
      else if (!isKnown)
        for (const cell of snapshots.cellsOf(cells, index, row ?? series.rows[0]!)) cells.leaveOut(cell);
    }
  }
  return cells;
}
