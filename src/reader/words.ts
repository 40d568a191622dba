/**
 * Numbers for the different byte sequences of a few cells, from 0 on in the order in which they come: a table by hash,
 * in which equal hashes are compared byte by byte.
 */
export class Words {
  size = 0;
  #table = new Int32Array(64);
  #hashes = new Int32Array(32);
  #ends = new Int32Array(32);
  #bytes = new Uint8Array(512);

  /** Forgets all. */
  clear(): void {
    this.size = 0;
    this.#table.fill(0);
  }

  /** The number of these bytes: `size` from before if they are new. */
  number(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let known = this.#table[slot]!; known !== 0; known = this.#table[slot]!) {
      if (this.#hashes[known - 1] === hash && this.#is(known - 1, bytes, from, to)) return known - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, hash, bytes, from, to);
  }

  #is(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    let at = number === 0 ? 0 : this.#ends[number - 1]!;
    if (this.#ends[number]! - at !== to - from) return false;
    for (let i = from; i < to; i++, at++) if (this.#bytes[at] !== bytes[i]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const number = this.size;
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    const end = start + to - from;
    if (number === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, number * 2);
      this.#ends = grown(this.#ends, number * 2);
    }
    if (end > this.#bytes.length) {
      const more = new Uint8Array(end * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    for (let i = from, at = start; i < to; i++, at++) this.#bytes[at] = bytes[i]!;
    this.#hashes[number] = hash;
    this.#ends[number] = end;
    this.#table[slot] = number + 1;
    this.size = number + 1;
    if (this.size * 2 > this.#table.length) this.#spread();
    return number;
  }

  #spread(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.#table = table;
  }
}

/** The same numbers in a longer array. */
export function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(array);
  return more;
}
