import type { Hash } from '../../core/hash.ts';
import type { TextColumn } from '../../reader/columns.ts';
import { wholeColumn } from './column.ts';
import { Dictionary } from './dictionary.ts';

type Ids = Extract<TextColumn, { role: 'id' }>;

/**
 * Keys of records to rows: `#` and an id, or the values of a record without one. Ids may be numbered by a dictionary that
 * others use as well.
 */
export class KeyIndex {
  readonly #ids: Dictionary;
  readonly #keys: Dictionary;
  /** By number of an id or a key. */
  readonly #rowsOfIds = wholeColumn();
  readonly #rowsOfKeys = wholeColumn();
  /** Rows of ids that are not numbered. */
  readonly #heads: { readonly row: number; readonly id: () => string }[] = [];

  constructor(seed: Hash, ids = new Dictionary(seed)) {
    this.#ids = ids;
    this.#keys = new Dictionary(seed);
  }

  /** The row of a key, or -1. */
  get(key: string): number {
    const isId = key.startsWith('#');
    const number = isId ? this.#ids.get(key.slice(1)) : this.#keys.get(key);
    return number === -1 ? -1 : this.rowAt(isId ? placeOfId(number) : number * 2 + 1);
  }

  /** The place of a key, a new one if needed. */
  place(key: string): number {
    return key.startsWith('#') ? placeOfId(this.#ids.add(key.slice(1))) : this.#keys.add(key) * 2 + 1;
  }

  /** The same of the id of a record in columns. */
  placeAt({ hashes, bytes, ends }: Ids, record: number): number {
    const from = record === 0 ? 0 : ends[record - 1]!;
    return placeOfId(this.#ids.addBytes(hashes, record * 4, bytes, from, ends[record]!));
  }

  /** The row at a place, or -1. */
  rowAt(place: number): number {
    const rows = place % 2 === 0 ? this.#rowsOfIds : this.#rowsOfKeys;
    const row = rows.get(Math.floor(place / 2));
    return Number.isNaN(row) ? -1 : row;
  }

  /** Points a place to a row. */
  point(place: number, row: number): void {
    const rows = place % 2 === 0 ? this.#rowsOfIds : this.#rowsOfKeys;
    rows.set(Math.floor(place / 2), row);
  }

  /** How many ids may have a row. */
  get ids(): number {
    return this.#ids.size;
  }

  /** Each id that has a row. */
  *idsWithRows(): Generator<{ readonly id: string; readonly row: number }> {
    for (let number = 0; number < this.#ids.size; number += 1) {
      const row = this.#rowsOfIds.get(number);
      if (!Number.isNaN(row)) yield { id: this.#ids.text(number), row };
    }
  }

  /** Adds the row of an id that was not looked up here. */
  addHead(row: number, id: () => string): void {
    this.#heads.push({ row, id });
  }

  /** The rows that are wanted of all ids, then of all other keys, with the id that they have. */
  *heads(isWanted: (row: number) => boolean): Generator<{ readonly row: number; readonly id: (() => string) | null }> {
    for (let number = 0; number < this.#ids.size; number += 1) {
      const row = this.#rowsOfIds.get(number);
      if (!Number.isNaN(row) && isWanted(row)) yield { row, id: () => this.#ids.text(number) };
    }
    for (const head of this.#heads) if (isWanted(head.row)) yield head;
    for (let number = 0; number < this.#keys.size; number += 1) {
      const row = this.#rowsOfKeys.get(number);
      if (!Number.isNaN(row) && isWanted(row)) yield { row, id: null };
    }
  }
}

/** The place of an id by its number. */
export const placeOfId = (number: number): number => number * 2;
