import type { Span } from '../../core/calendar.ts';
import { Finder } from './finder.ts';

/** Longer lists are made again each time. */
const longestKept = 128;

/** The groups that a number stands for: none for 0, itself, or several for one above the number of groups. */
export const groupsIn = (group: number, groups: number, several: readonly (readonly number[])[]): readonly number[] =>
  group === 0 ? [] : group <= groups ? [group] : several[group - groups - 1]!;

/**
 * The cells of a question (by span, then the total and each group) and its patches: a stretch between two neighbouring bounds of the
 * spans, in one group. What is booked in one patch counts in the same cells, so that it may be added up there first.
 */
export class Patches {
  /** One more than the highest group: group 0 is all groups. */
  readonly width: number;
  /** The same with the numbers that stand for several groups. */
  readonly #wide: number;
  readonly cells: number;
  /** How many there are; the first `width` of them lie before the first bound. */
  readonly count: number;
  readonly #finder: Finder;
  /** 1 for a stretch that some span contains. */
  readonly #held: Uint8Array;
  readonly #cells: (Int32Array | undefined)[] = [];

  /** `several`: the groups that each number above `groups` stands for. */
  constructor(
    spans: readonly Span[],
    private readonly groups: number,
    private readonly several: readonly (readonly number[])[] = [],
  ) {
    this.#finder = new Finder(spans);
    this.width = groups + 1;
    this.#wide = this.width + several.length;
    this.cells = spans.length * this.width;
    const { places } = this.#finder;
    this.count = places * this.#wide;
    this.#held = Uint8Array.from({ length: places }, (_, place) => Math.min(this.#finder.spansAt(place).length, 1));
  }

  /** The patch of an hour and a group; -1 if no span contains the hour. */
  at(hour: number, group: number): number {
    const place = this.#finder.place(hour);
    return this.#held[place] === 1 ? place * this.#wide + group : -1;
  }

  /** Where a patch counts: in every span that contains it, for all groups and for its own. */
  cellsOf(patch: number): Int32Array {
    const known = this.#cells[patch];
    if (known !== undefined) return known;
    const { width } = this;
    const group = patch % this.#wide;
    const own = groupsIn(group, this.groups, this.several);
    const spans = this.#finder.spansAt((patch - group) / this.#wide);
    const cells = Int32Array.from(spans.flatMap((span) => [0, ...own].map((one) => span * width + one)));
    if (cells.length <= longestKept) this.#cells[patch] = cells;
    return cells;
  }
}
