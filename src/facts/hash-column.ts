import type { Hash } from '../core/hash.ts';
import { firstRows, hashChunkBits } from '../reader/first-rows.ts';
import type { FindFirsts } from './elsewhere.ts';

const bits = hashChunkBits;
const chunkRows = 1 << bits;
const mask = chunkRows - 1;

/**
 * A growing column of hashes of 128 bits, four zeros for none. A dictionary would have to look up each as it comes, in
 * memory that no cache of a processor holds; here they lie one after the other until all are known, and are grouped then:
 * where other threads see them, too.
 */
export class HashColumn {
  readonly #chunks: Int32Array[] = [];

  set(row: number, hash: Hash, at: number): void {
    const chunk = this.#chunk(row);
    const place = (row & mask) * 4;
    chunk[place] = hash[at]!;
    chunk[place + 1] = hash[at + 1]!;
    chunk[place + 2] = hash[at + 2]!;
    chunk[place + 3] = hash[at + 3]!;
  }

  /** The same for some rows, with hashes that follow each other from a place on. */
  setRange(row: number, rows: number, hashes: Hash, at: number): void {
    for (let done = 0; done < rows; ) {
      const chunk = this.#chunk(row + done);
      const own = Math.min(rows - done, chunkRows - ((row + done) & mask));
      chunk.set(hashes.subarray((at + done) * 4, (at + done + own) * 4), ((row + done) & mask) * 4);
      done += own;
    }
  }

  clear(row: number): void {
    const chunk = this.#chunks[row >> bits];
    if (chunk !== undefined) chunk.fill(0, (row & mask) * 4, (row & mask) * 4 + 4);
  }

  /** Copies the hash of a row into `out`; false if it has none. */
  get(row: number, out: Hash): boolean {
    const chunk = this.#chunks[row >> bits];
    const place = (row & mask) * 4;
    let any = 0;
    for (let i = 0; i < 4; i += 1) {
      out[i] = chunk?.[place + i] ?? 0;
      any |= out[i]!;
    }
    return any !== 0;
  }

  #chunk(row: number): Int32Array {
    let chunk = this.#chunks[row >> bits];
    while (chunk === undefined) {
      this.#chunks.push(new Int32Array(new SharedArrayBuffer(chunkRows * 16)));
      chunk = this.#chunks[row >> bits];
    }
    return chunk;
  }

  /** By row, the first row with its hash: itself, where it is that; -1 if it has none. */
  firsts(rows: number): Int32Array {
    return firstRows(this.#chunks, rows);
  }

  /** The same, found by `find` in the hashes as they lie here. */
  firstsBy(find: FindFirsts, rows: number): Promise<Int32Array> {
    return find(this.#chunks, rows);
  }
}
