import { type Hash, hashText } from '../core/hash.ts';
import { Dictionary } from './dictionary.ts';

/** So many repeated rows are no chance. */
const least = 2;

/**
 * The rows of a file that have the days and names of rows above them. Those of parts that no column names have other figures; if most
 * are the same in every cell, two downloads were pasted below each other, or one twice.
 */
export class RepeatedRows {
  readonly #rows: Dictionary;
  readonly #hash: Hash = new Int32Array(4);
  #again = 0;
  #others = 0;

  constructor(private readonly seed: Hash) {
    this.#rows = new Dictionary(seed);
  }

  /** Takes a row; `isKnown`: one above it has its days and names. */
  meet(cells: readonly string[], isKnown: boolean): void {
    hashText(cells.join('\u0001'), this.seed, this.#hash, 0);
    const before = this.#rows.size;
    const isAgain = this.#rows.addHash(this.#hash, 0) < before;
    if (!isKnown) return;
    if (isAgain) this.#again += 1;
    else this.#others += 1;
  }

  /** The rows that repeat others by mistake. */
  get count(): number {
    return this.#again >= least && this.#again > this.#others ? this.#again : 0;
  }
}
