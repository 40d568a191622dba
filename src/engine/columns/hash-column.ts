import type { Hash } from '../../core/hash.ts';
import { firstRows, type HashRuns } from '../../reader/first-rows.ts';
import type { FindFirsts } from './elsewhere.ts';

/** Hashes of rows that come one by one lie together, so many at a time. */
const chunkHashes = 1 << 12;

/**
 * A growing column of hashes of 128 bits, four zeros for none. A dictionary would have to look up each as it comes, in
 * memory that no cache of a processor holds; here they lie one after the other until all are known, and are grouped then:
 * where other threads see them, too. Those of a segment stay where its reader has put them.
 */
export class HashColumn {
  readonly #arrays: Int32Array[] = [];
  /** As in `HashRuns`; there is room for more. */
  #runs = new Int32Array(64);
  #count = 0;
  /** Where the next hash goes that comes alone: the number of its array, and the place in it. */
  #own = { array: -1, next: chunkHashes };
  /** The number of the last array that came with many. */
  #adopted = -1;

  set(row: number, hash: Hash, at: number): void {
    let place = this.#find(row);
    if (place === null) {
      if (this.#own.next === chunkHashes) {
        this.#own = { array: this.#arrays.length, next: 0 };
        this.#arrays.push(new Int32Array(new SharedArrayBuffer(chunkHashes * 16)));
      }
      const { array, next } = this.#own;
      this.#own.next += 1;
      this.#insert(row, 1, array, next);
      place = { array: this.#arrays[array]!, at: next * 4 };
    }
    for (let i = 0; i < 4; i += 1) place.array[place.at + i] = hash[at + i]!;
  }

  /** The same for some rows, with hashes that follow each other from a place on: they are this column's own from now on. */
  adopt(row: number, rows: number, hashes: Int32Array, at: number): void {
    // Those of a segment come in several stretches, with others between them.
    if (this.#arrays[this.#adopted] !== hashes) {
      this.#adopted = this.#arrays.length;
      this.#arrays.push(hashes);
    }
    this.#insert(row, rows, this.#adopted, at);
  }

  clear(row: number): void {
    const place = this.#find(row);
    if (place !== null) place.array.fill(0, place.at, place.at + 4);
  }

  /** Copies the hash of a row into `out`; false if it has none. */
  get(row: number, out: Hash): boolean {
    const place = this.#find(row);
    let any = 0;
    for (let i = 0; i < 4; i += 1) {
      out[i] = place?.array[place.at + i] ?? 0;
      any |= out[i]!;
    }
    return any !== 0;
  }

  /** Forgets all of them. */
  forget(): void {
    this.#arrays.length = 0;
    this.#count = 0;
    this.#adopted = -1;
    this.#own = { array: -1, next: chunkHashes };
  }

  /** By row, the first row with its hash: itself, where it is that; -1 if it has none. */
  firsts(rows: number): Int32Array {
    return firstRows(this.#all(), rows);
  }

  /** The same, found by `find` in the hashes as they lie here. */
  firstsBy(find: FindFirsts, rows: number): Promise<Int32Array> {
    return find(this.#all(), rows);
  }

  #all(): HashRuns {
    return { arrays: this.#arrays, runs: this.#runs.slice(0, this.#count * 4) };
  }

  /** The number of the first run that begins after a row. */
  #after(row: number): number {
    let [low, high] = [0, this.#count];
    // Nearly all rows come in their order.
    if (high > 0 && this.#runs[(high - 1) * 4]! <= row) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle * 4]! <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #find(row: number): { readonly array: Int32Array; readonly at: number } | null {
    const run = (this.#after(row) - 1) * 4;
    if (run < 0) return null;
    const place = row - this.#runs[run]!;
    if (place >= this.#runs[run + 1]!) return null;
    return { array: this.#arrays[this.#runs[run + 2]!]!, at: (this.#runs[run + 3]! + place) * 4 };
  }

  /** Adds a run of rows that are in none. */
  #insert(row: number, rows: number, array: number, at: number): void {
    const next = this.#after(row);
    const before = (next - 1) * 4;
    const runs = this.#runs;
    const goesOn =
      before >= 0 &&
      runs[before]! + runs[before + 1]! === row &&
      runs[before + 2] === array &&
      runs[before + 3]! + runs[before + 1]! === at;
    if (goesOn) {
      runs[before + 1]! += rows;
      return;
    }
    if ((this.#count + 1) * 4 > runs.length) {
      this.#runs = new Int32Array(runs.length * 2);
      this.#runs.set(runs);
    }
    this.#runs.copyWithin((next + 1) * 4, next * 4, this.#count * 4);
    this.#runs.set([row, rows, array, at], next * 4);
    this.#count += 1;
  }
}
