import type { WordKeeper } from './keepers.ts';
import { grown } from './words.ts';

/** Numbers for combinations of codes. */
export class Combos {
  size = 0;
  #table = new Int32Array(256);
  #codes: Int32Array;
  #hashes = new Int32Array(64);

  constructor(readonly keepers: readonly WordKeeper[]) {
    this.#codes = new Int32Array(64 * Math.max(1, keepers.length));
  }

  /** That of the current row. */
  number(): number {
    const { keepers } = this;
    const width = keepers.length;
    let hash = 0;
    for (let i = 0; i < width; i++) hash = Math.imul(hash ^ keepers[i]!.code, 0x01000193) ^ (hash >>> 13);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let known = this.#table[slot]!; known !== 0; known = this.#table[slot]!) {
      if (this.#hashes[known - 1] === hash && this.#is((known - 1) * width)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.size;
    if (number === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, number * 2);
      this.#codes = grown(this.#codes, this.#codes.length * 2);
    }
    for (let i = 0; i < width; i++) this.#codes[number * width + i] = keepers[i]!.code;
    this.#hashes[number] = hash;
    this.#table[slot] = number + 1;
    this.size = number + 1;
    if (this.size * 2 > this.#table.length) this.#spread();
    return number;
  }

  #is(at: number): boolean {
    for (let i = 0; i < this.keepers.length; i++) if (this.#codes[at + i] !== this.keepers[i]!.code) return false;
    return true;
  }

  #spread(): void {
    const table = new Int32Array(this.#table.length * 2);
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = number + 1;
    }
    this.#table = table;
  }

  end(): Int32Array {
    const codes = this.#codes.slice(0, this.size * this.keepers.length);
    this.size = 0;
    this.#table.fill(0);
    return codes;
  }
}
