import type { Span } from '../../core/calendar.ts';
import { Finder } from './finder.ts';

/** Longer lists are made again each time. */
const longestKept = 128;

/**
 * The cells of a question (by span, then the total and each group) and its patches: a stretch between two neighbouring bounds of the
 * spans, in one group. What is booked in one patch counts in the same cells, so that it may be added up there first.
 */
export class Patches {
  /** One more than the highest group: group 0 is all groups. */
  readonly width: number;
  readonly cells: number;
  /** How many there are; the first `width` of them lie before the first bound. */
  readonly count: number;
  readonly #finder: Finder;
  /** 1 for a stretch that some span contains. */
  readonly #held: Uint8Array;
  readonly #cells: (Int32Array | undefined)[] = [];

  constructor(spans: readonly Span[], groups: number) {
    this.#finder = new Finder(spans);
    this.width = groups + 1;
    this.cells = spans.length * this.width;
    const { places } = this.#finder;
    this.count = places * this.width;
    this.#held = Uint8Array.from({ length: places }, (_, place) => Math.min(this.#finder.spansAt(place).length, 1));
  }

  /** The patch of an hour and a group; -1 if no span contains the hour. */
  at(hour: number, group: number): number {
    const place = this.#finder.place(hour);
    return this.#held[place] === 1 ? place * this.width + group : -1;
  }

  /** Where a patch counts: in every span that contains it, for all groups and for its own. */
  cellsOf(patch: number): Int32Array {
    const known = this.#cells[patch];
    if (known !== undefined) return known;
    const { width } = this;
    const group = patch % width;
    const spans = this.#finder.spansAt((patch - group) / width);
    const cells = Int32Array.from(
      spans.flatMap((span) => (group === 0 ? [span * width] : [span * width, span * width + group])),
    );
    if (cells.length <= longestKept) this.#cells[patch] = cells;
    return cells;
  }
}
