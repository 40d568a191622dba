import type { VisitorCount } from '../../facts/resident.ts';

/**
 * Counts different visitors by span and group from the cells that one after the other was seen in. A cell is a bucket of time and a
 * group in one number: `bucket * width + group`.
 */
export class VisitorCounts {
  /** By span and group, `span * width + group`: the visitor that was counted last, and how many were. */
  readonly #last: Int32Array;
  readonly #counts: Int32Array;
  /** By cell, where in these it counts: in every span that holds its bucket, for its group and for all. */
  readonly #places: Int32Array[] = [];
  #visitor = 0;

  constructor(
    /** The spans that hold each bucket. */
    private readonly spansOf: readonly (readonly number[])[],
    spans: number,
    /** One more than the highest group: 0 is all groups. */
    private readonly width: number,
  ) {
    this.#last = new Int32Array(spans * width);
    this.#counts = new Int32Array(spans * width);
  }

  /** Goes on to another visitor. */
  next(): void {
    this.#visitor += 1;
  }

  /** Counts the visitor at hand in a cell. */
  see(cell: number): void {
    const places = this.#places[cell] ?? this.#placesOf(cell);
    const visitor = this.#visitor;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i]!;
      if (this.#last[place] === visitor) continue;
      this.#last[place] = visitor;
      this.#counts[place]! += 1;
    }
  }

  #placesOf(cell: number): Int32Array {
    const group = cell % this.width;
    const spans = this.spansOf[(cell - group) / this.width]!;
    const places = spans.flatMap((span) => {
      const all = span * this.width;
      return group === 0 ? [all] : [all, all + group];
    });
    this.#places[cell] = Int32Array.from(places);
    return this.#places[cell];
  }

  /** All counts above 0. */
  all(): VisitorCount[] {
    return [...this.#counts].flatMap((count, place) => {
      const group = place % this.width;
      return count > 0 ? [{ span: (place - group) / this.width, group, count }] : [];
    });
  }
}
