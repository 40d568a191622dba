import { type Hash, hashBytes, textBytes } from '../../core/hash.ts';
import { hashIn } from '../../core/person.ts';
import { wholeColumn } from './column.ts';

const blockBits = 18;
const blockSize = 1 << blockBits;
const firstBlock = 1 << 12;

/** Hashes lie in chunks of this many keys. */
const chunkBits = 14;
const chunkKeys = 1 << chunkBits;

/**
 * Keys to small whole numbers, in the order of their first appearance. There may be many millions of them, so none is
 * an object: a key is known by its 128-bit hash (`core/hash.ts`), and its bytes lie consecutively in blocks. Of people
 * nothing but the hash is kept.
 */
export class Dictionary {
  #size = 0;
  /**
   * Open addressing, two numbers a slot: 1 + the number of a key, 0 if it is free; and a part of its hash, so that another key
   * is hardly ever looked at where it lies.
   */
  #table = new Int32Array(128);
  /** Four numbers a key. */
  readonly #hashes: Int32Array[] = [];
  /** Where each text lies: the block, and the place in it; NaN for none. */
  readonly #starts = wholeColumn();
  readonly #blocks: Uint8Array[] = [];
  #used = 0;
  /** The text looked up, as bytes, with its length and hash. */
  #bytes = new Uint8Array(256);
  #length = 0;
  readonly #hash: Hash = new Int32Array(4);

  /** `seed`: that of all hashes of the run. */
  constructor(private readonly seed: Hash) {}

  get size(): number {
    return this.#size;
  }

  /** The number of a text, a new one if needed. */
  add(text: string): number {
    const hasText = this.#take(text);
    const before = this.#size;
    const number = this.addHash(this.#hash, 0);
    if (number === before && hasText) this.#starts.set(number, this.#store(this.#bytes, 0, this.#length));
    return number;
  }

  /** The number of the key with the hash at a place, a new one without a text if needed. */
  addHash(hash: Hash, at: number): number {
    const slot = this.#slot(hash, at);
    const known = this.#table[slot]!;
    if (known !== 0) return known - 1;
    const index = this.#size;
    this.#size += 1;
    this.#table[slot] = this.#size;
    this.#table[slot + 1] = hash[at + 1]!;
    const place = (index & (chunkKeys - 1)) * 4;
    if (place === 0) this.#hashes.push(new Int32Array(index === 0 ? 1024 : chunkKeys * 4));
    let chunk = this.#hashes[index >> chunkBits]!;
    if (place >= chunk.length) {
      // The first chunk begins small: most dictionaries stay so.
      chunk = grown(chunk, Math.min(chunk.length * 4, chunkKeys * 4));
      this.#hashes[0] = chunk;
    }
    for (let i = 0; i < 4; i += 1) chunk[place + i] = hash[at + i]!;
    // Five of eight slots in use.
    if (this.#size * 3.2 > this.#table.length) this.#grow();
    return index;
  }

  /** The same of a key with the bytes of its text. */
  addBytes(hash: Hash, at: number, bytes: Uint8Array, from: number, to: number): number {
    const before = this.#size;
    const number = this.addHash(hash, at);
    if (number === before) this.#starts.set(number, this.#store(bytes, from, to));
    return number;
  }

  /** The number of a text, or -1. */
  get(text: string): number {
    this.#take(text);
    return this.#table[this.#slot(this.#hash, 0)]! - 1;
  }

  /** The text of a number; empty for one without. */
  text(index: number): string {
    const start = this.#starts.get(index);
    if (Number.isNaN(start)) return '';
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

  /** Hashes a text; false for that of a person, which has its hash in itself. */
  #take(text: string): boolean {
    if (hashIn(text, this.#hash)) return false;
    if (text.length * 3 > this.#bytes.length) this.#bytes = new Uint8Array(text.length * 6);
    this.#length = textBytes(text, this.#bytes);
    hashBytes(this.#bytes, 0, this.#length, this.seed, this.#hash, 0);
    return true;
  }

  /** The slot of a hash, or the free one where it would go. */
  #slot(hash: Hash, at: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    const [a, b, c, d] = [hash[at]!, hash[at + 1]!, hash[at + 2]!, hash[at + 3]!];
    let slot = (a * 2) & mask;
    for (let known = table[slot]!; known !== 0; known = table[slot]!) {
      if (table[slot + 1] === b) {
        const chunk = this.#hashes[(known - 1) >> chunkBits]!;
        const place = ((known - 1) & (chunkKeys - 1)) * 4;
        if (chunk[place] === a && chunk[place + 2] === c && chunk[place + 3] === d) break;
      }
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  /** Appends a text; returns its place. */
  #store(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const room = lengthBytes(length) + length;
    let block = this.#blocks.at(-1);
    if (block === undefined || this.#used + room > block.length) {
      block = new Uint8Array(Math.max(room, this.#blocks.length === 0 ? firstBlock : blockSize));
      this.#blocks.push(block);
      this.#used = 0;
    }
    const start = (this.#blocks.length - 1) * blockSize + this.#used;
    let used = this.#used;
    for (let rest = length; ; rest >>>= 7) {
      block[used++] = rest < 0x80 ? rest : (rest & 0x7f) | 0x80;
      if (rest < 0x80) break;
    }
    for (let i = from; i < to; i += 1) block[used++] = bytes[i]!;
    this.#used = used;
    return start;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let index = 0; index < this.#size; index += 1) {
      const chunk = this.#hashes[index >> chunkBits]!;
      const place = (index & (chunkKeys - 1)) * 4;
      let slot = (chunk[place]! * 2) & mask;
      while (table[slot] !== 0) slot = (slot + 2) & mask;
      table[slot] = index + 1;
      table[slot + 1] = chunk[place + 1]!;
    }
    this.#table = table;
  }
}

function grown(chunk: Int32Array, length: number): Int32Array {
  const more = new Int32Array(length);
  more.set(chunk);
  return more;
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
