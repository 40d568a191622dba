import { wholeColumn } from './column.ts';

const blockBits = 18;
const blockSize = 1 << blockBits;
const firstBlock = 1 << 12;

/**
 * Texts to small whole numbers, in the order of their first appearance. There may be many millions of them, so none is
 * an object: their bytes lie consecutively in blocks, and a hash table leads from a text to its number.
 */
export class Dictionary {
  #size = 0;
  /** Open addressing, two numbers per slot: the hash of a text, and 1 + its number (0: the slot is free). */
  #table = new Int32Array(256);
  /** Where each text lies: the block, and the place in it. */
  readonly #starts = wholeColumn();
  readonly #blocks: Uint8Array[] = [];
  #used = 0;
  /** The text looked up, as bytes, with its length and hash. */
  #bytes = new Uint8Array(256);
  #length = 0;
  #hash = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a text, a new one if needed. */
  add(text: string): number {
    this.#take(text);
    const slot = this.#slot();
    const known = this.#table[slot + 1]!;
    if (known !== 0) return known - 1;
    const index = this.#size;
    this.#size += 1;
    this.#table[slot] = this.#hash;
    this.#table[slot + 1] = this.#size;
    this.#starts.set(index, this.#store());
    // Two thirds of the slots in use.
    if (this.#size * 3 > this.#table.length) this.#grow();
    return index;
  }

  /** The first of this many new numbers whose texts will never be read. */
  addUnnamed(count: number): number {
    const first = this.#size;
    this.#size += count;
    return first;
  }

  /** The number of a text, or -1. */
  get(text: string): number {
    this.#take(text);
    return this.#table[this.#slot() + 1]! - 1;
  }

  /** The text of a number. */
  text(index: number): string {
    const start = this.#starts.get(index);
    const block = this.#blocks[Math.floor(start / blockSize)]!;
    let at = start % blockSize;
    const length = lengthAt(block, at);
    at += lengthBytes(length);
    const end = at + length;
    let text = '';
    while (at < end) {
      const lead = block[at]!;
      const more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : 2;
      let unit = more === 0 ? lead : lead & (more === 1 ? 0x1f : 0x0f);
      for (let i = 1; i <= more; i += 1) unit = (unit << 6) | (block[at + i]! & 0x3f);
      text += String.fromCharCode(unit);
      at += more + 1;
    }
    return text;
  }

  /** Writes a text as bytes: each UTF-16 unit as UTF-8 would, so that any two texts differ. */
  #take(text: string): void {
    if (text.length * 3 > this.#bytes.length) this.#bytes = new Uint8Array(text.length * 6);
    const bytes = this.#bytes;
    let at = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) bytes[at++] = unit;
      else {
        if (unit < 0x800) bytes[at++] = 0xc0 | (unit >> 6);
        else {
          bytes[at++] = 0xe0 | (unit >> 12);
          bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.#length = at;
    this.#hash = hashOf(bytes, at);
  }

  /** The slot of the text looked up, or the free one where it would go. */
  #slot(): number {
    const table = this.#table;
    const mask = table.length - 1;
    const hash = this.#hash;
    let slot = (hash << 1) & mask;
    for (let known = table[slot + 1]!; known !== 0; known = table[slot + 1]!) {
      if (table[slot] === hash && this.#is(known - 1)) return slot;
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  /** Whether the text looked up is that of a number. */
  #is(index: number): boolean {
    const start = this.#starts.get(index);
    const block = this.#blocks[Math.floor(start / blockSize)]!;
    const at = start % blockSize;
    const length = this.#length;
    if (lengthAt(block, at) !== length) return false;
    const begin = at + lengthBytes(length);
    const bytes = this.#bytes;
    for (let i = 0; i < length; i += 1) if (bytes[i] !== block[begin + i]) return false;
    return true;
  }

  /** Appends the text looked up; returns its place. */
  #store(): number {
    const length = this.#length;
    const room = lengthBytes(length) + length;
    let block = this.#blocks.at(-1);
    if (block === undefined || this.#used + room > block.length) {
      block = new Uint8Array(Math.max(room, this.#blocks.length === 0 ? firstBlock : blockSize));
      this.#blocks.push(block);
      this.#used = 0;
    }
    const start = (this.#blocks.length - 1) * blockSize + this.#used;
    for (let rest = length; ; rest >>>= 7) {
      block[this.#used++] = rest < 0x80 ? rest : (rest & 0x7f) | 0x80;
      if (rest < 0x80) break;
    }
    const bytes = this.#bytes;
    for (let i = 0; i < length; i += 1) block[this.#used + i] = bytes[i]!;
    this.#used += length;
    return start;
  }

  #grow(): void {
    const before = this.#table;
    const table = new Int32Array(before.length * 2);
    const mask = table.length - 1;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      let slot = (before[from]! << 1) & mask;
      while (table[slot + 1] !== 0) slot = (slot + 2) & mask;
      table[slot] = before[from]!;
      table[slot + 1] = before[from + 1]!;
    }
    this.#table = table;
  }
}

/** FNV-1a, with its bits stirred: the table looks at the low ones. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** A length precedes its text, seven bits per byte, the low ones first. */
function lengthAt(block: Uint8Array, at: number): number {
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = block[at++]!;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) return length;
  }
}

const lengthBytes = (length: number): number => (length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : 4);
