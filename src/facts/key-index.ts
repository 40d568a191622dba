import type { Hash } from '../core/hash.ts';
import { wholeColumn } from './column.ts';
import { Dictionary } from './dictionary.ts';

/** Keys of records to rows. */
export class KeyIndex {
  readonly #keys: Dictionary;
  readonly #rows = wholeColumn();

  constructor(seed: Hash) {
    this.#keys = new Dictionary(seed);
  }

  /** The row of a key, or -1. */
  get(key: string): number {
    const place = this.#keys.get(key);
    return place === -1 ? -1 : this.#rows.get(place);
  }

  /** The place of a key, a new one if needed. */
  place(key: string): number {
    return this.#keys.add(key);
  }

  /** The row at a place, or -1. */
  rowAt(place: number): number {
    const row = this.#rows.get(place);
    return Number.isNaN(row) ? -1 : row;
  }

  /** Points a place to a row. */
  point(place: number, row: number): void {
    this.#rows.set(place, row);
  }

  get size(): number {
    return this.#keys.size;
  }

  /** The key at a place. */
  key(place: number): string {
    return this.#keys.text(place);
  }
}
