import type { VisitorCount } from '../../facts/resident.ts';

/**
 * Counts different visitors by span and group from the cells that each of them was seen in. A cell is a bucket of time and a
 * group in one number: `bucket * width + group`.
 */
export class VisitorCounts {
  /** By span, then by group: the visitor that was counted last, and how many were. */
  readonly #last: readonly Int32Array[];
  readonly #counts: readonly Int32Array[];
  #visitor = 0;

  constructor(
    /** The spans that hold each bucket. */
    private readonly spansOf: readonly (readonly number[])[],
    spans: number,
    /** One more than the highest group: 0 is all groups. */
    private readonly width: number,
  ) {
    this.#last = Array.from({ length: spans }, () => new Int32Array(width));
    this.#counts = Array.from({ length: spans }, () => new Int32Array(width));
  }

  /** Counts one visitor, who was in the cells from a place of a column to another. */
  add(cells: { getItem(at: number): number | null }, from: number, to: number): void {
    this.#visitor += 1;
    for (let at = from; at < to; at += 1) {
      const cell = cells.getItem(at)!;
      const group = cell % this.width;
      const spans = this.spansOf[(cell - group) / this.width]!;
      for (let i = 0; i < spans.length; i += 1) {
        const span = spans[i]!;
        this.#count(span, 0);
        if (group > 0) this.#count(span, group);
      }
    }
  }

  #count(span: number, group: number): void {
    const last = this.#last[span]!;
    if (last[group] === this.#visitor) return;
    last[group] = this.#visitor;
    this.#counts[span]![group]! += 1;
  }

  /** All counts above 0. */
  all(): VisitorCount[] {
    return this.#counts.flatMap((groups, span) =>
      [...groups].flatMap((count, group) => (count > 0 ? [{ span, group, count }] : [])),
    );
  }
}
