import type { Patches } from './patches.ts';

/** Counts distinct values per cell, from the patches in which each value was seen, one value after the other. */
export class DistinctCounts {
  /** Per cell, how many values count there. */
  readonly counts: Int32Array;
  /** Per cell: the value last seen there, and how often. */
  readonly #last: Int32Array;
  readonly #times: Int32Array;
  #value = 0;

  constructor(
    private readonly patches: Patches,
    /** How often a value must be seen in a cell to count there. */
    private readonly least: 1 | 2,
  ) {
    this.#last = new Int32Array(patches.cells);
    this.#times = new Int32Array(least === 1 ? 0 : patches.cells);
    this.counts = new Int32Array(patches.cells);
  }

  /** Moves on to another value. */
  next(): void {
    this.#value += 1;
  }

  /** Counts the current value in a patch. */
  see(patch: number): void {
    const cells = this.patches.cellsOf(patch);
    if (this.least === 1) this.#seeOnce(cells);
    else this.#seeAgain(cells);
  }

  #seeOnce(cells: Int32Array): void {
    const value = this.#value;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      if (this.#last[cell] === value) continue;
      this.#last[cell] = value;
      this.counts[cell]! += 1;
    }
  }

  #seeAgain(cells: Int32Array): void {
    const value = this.#value;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      this.#times[cell] = this.#last[cell] === value ? this.#times[cell]! + 1 : 1;
      this.#last[cell] = value;
      if (this.#times[cell] === this.least) this.counts[cell]! += 1;
    }
  }
}
