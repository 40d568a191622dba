import type { Hash } from '../core/hash.ts';

const bits = 14;
const chunkRows = 1 << bits;
const mask = chunkRows - 1;

/**
 * A growing column of hashes of 128 bits, four zeros for none. A dictionary would have to look up each as it comes, in
 * memory that no cache of a processor holds; here they lie one after the other until all are known, and are grouped then.
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
      this.#chunks.push(new Int32Array(chunkRows * 4));
      chunk = this.#chunks[row >> bits];
    }
    return chunk;
  }

  /** By row, the first row with its hash: itself, where it is that; -1 if it has none. */
  firsts(rows: number): Int32Array {
    const firsts = new Int32Array(rows).fill(-1);
    const parts = partsFor(rows);
    const shift = 32 - Math.log2(parts);
    const ends = this.#ends(rows, parts, shift);
    // The hashes of a part, and their rows, next to each other: looking them up then stays within a cache.
    const count = ends[parts - 1]!;
    const hashes = new Int32Array(count * 4);
    const rowOf = new Int32Array(count);
    const next = new Int32Array(parts);
    next.set(ends.subarray(0, parts - 1), 1);
    for (let row = 0; row < rows; row += 1) {
      const chunk = this.#chunks[row >> bits];
      if (chunk === undefined) break;
      const place = (row & mask) * 4;
      const [a, b, c, d] = [chunk[place]!, chunk[place + 1]!, chunk[place + 2]!, chunk[place + 3]!];
      if ((a | b | c | d) === 0) continue;
      const part = parts === 1 ? 0 : a >>> shift;
      const at = next[part]!;
      next[part] = at + 1;
      rowOf[at] = row;
      const to = at * 4;
      hashes[to] = a;
      hashes[to + 1] = b;
      hashes[to + 2] = c;
      hashes[to + 3] = d;
    }
    let table = new Int32Array(16);
    for (let part = 0, from = 0; part < parts; part += 1) {
      const to = ends[part]!;
      let slots = 16;
      while (slots < (to - from) * 2) slots *= 2;
      if (table.length < slots) table = new Int32Array(slots);
      else table.fill(0, 0, slots);
      const last = slots - 1;
      for (let at = from; at < to; at += 1) {
        const [a, b, c, d] = [hashes[at * 4]!, hashes[at * 4 + 1]!, hashes[at * 4 + 2]!, hashes[at * 4 + 3]!];
        let slot = b & last;
        let first = -1;
        for (let known = table[slot]!; known !== 0; known = table[slot]!) {
          const place = (from + known - 1) * 4;
          if (hashes[place] === a && hashes[place + 1] === b && hashes[place + 2] === c && hashes[place + 3] === d) {
            first = rowOf[from + known - 1]!;
            break;
          }
          slot = (slot + 1) & last;
        }
        if (first === -1) {
          table[slot] = at - from + 1;
          first = rowOf[at]!;
        }
        firsts[rowOf[at]!] = first;
      }
      from = to;
    }
    return firsts;
  }

  /** Where the hashes of each part will end. */
  #ends(rows: number, parts: number, shift: number): Int32Array {
    const ends = new Int32Array(parts);
    for (let row = 0; row < rows; row += 1) {
      const chunk = this.#chunks[row >> bits];
      if (chunk === undefined) break;
      const place = (row & mask) * 4;
      const a = chunk[place]!;
      if ((a | chunk[place + 1]! | chunk[place + 2]! | chunk[place + 3]!) !== 0)
        ends[parts === 1 ? 0 : a >>> shift]! += 1;
    }
    for (let part = 1; part < parts; part += 1) ends[part]! += ends[part - 1]!;
    return ends;
  }
}

/** Into how many parts so many hashes are divided: some ten thousand each, at most 4096 parts. */
function partsFor(rows: number): number {
  let parts = 1;
  while (parts < 4096 && rows / parts > 12_000) parts *= 2;
  return parts;
}
