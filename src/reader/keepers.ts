import { hashBytes, textBytes } from '../core/hash.ts';
import { printOfBytes, printOfText } from '../core/person.ts';
import type { TextColumn } from './columns.ts';
import { type KeyCell, noCurrency, type WordCell } from './fields.ts';
import { grown } from './words.ts';

/** Records for which there is room at first. */
export const firstRoom = 1 << 10;

export const longer = (array: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> => {
  const more = new Float64Array(length);
  more.set(array);
  return more;
};

/** Keeps the values of one text field of a segment. */
export interface TextKeeper {
  /** Takes that of the current row; false where the exact reader has to look at it. */
  take(record: number): boolean;
  /** Whether the current row has none. */
  isBlank(): boolean;
  grow(length: number): void;
  end(records: number): TextColumn;
}

/** Words, each different one once. */
export class WordKeeper implements TextKeeper {
  code = 0;
  #codes: Int32Array | null;

  /** `inCombos`: its codes follow from the combination of each record. */
  constructor(
    readonly cell: WordCell<string | null>,
    inCombos: boolean,
  ) {
    this.#codes = inCombos ? null : new Int32Array(firstRoom);
  }

  take(record: number): boolean {
    this.code = this.cell.code();
    if (this.#codes !== null) this.#codes[record] = this.code;
    return this.cell.values[this.code] !== noCurrency;
  }

  isBlank(): boolean {
    return this.cell.values[this.code] === null;
  }

  grow(length: number): void {
    if (this.#codes !== null) this.#codes = grown(this.#codes, length);
  }

  end(records: number): TextColumn {
    const words = [...this.cell.values];
    const codes = this.#codes?.slice(0, records) ?? null;
    this.cell.clear();
    return { role: 'word', words, codes };
  }
}

/** Ids: their texts one after the other, and their hashes. */
export class IdKeeper implements TextKeeper {
  #found = 0;
  #bytes = new Uint8Array(firstRoom * 16);
  #used = 0;
  #ends = new Int32Array(firstRoom);
  #hashes = new Int32Array(firstRoom * 4);

  constructor(
    readonly cell: KeyCell,
    readonly seed: Int32Array,
    readonly isOrder: boolean,
  ) {}

  take(record: number): boolean {
    const { cell } = this;
    this.#found = cell.read();
    // An id with letters beyond ASCII, or one that a spreadsheet may have damaged.
    if (this.#found === 2) return false;
    if (this.#found === 1) {
      const { bytes, from, to } = cell;
      const length = to - from;
      if (this.#used + length > this.#bytes.length) this.#more(length);
      const start = this.#used;
      for (let at = from, place = start; at < to; at++, place++) this.#bytes[place] = bytes[at]!;
      this.#used = start + length;
      const first = this.isOrder && this.#bytes[start] === 35 ? start + 1 : start;
      hashBytes(this.#bytes, first, this.#used, this.seed, this.#hashes, record * 4);
    }
    this.#ends[record] = this.#used;
    return true;
  }

  /** A record that is left to the exact reader still ends somewhere. */
  skip(record: number): void {
    this.#ends[record] = this.#used;
  }

  isBlank(): boolean {
    return this.#found === 0;
  }

  #more(length: number): void {
    const more = new Uint8Array((this.#used + length) * 2);
    more.set(this.#bytes);
    this.#bytes = more;
  }

  grow(length: number): void {
    this.#ends = grown(this.#ends, length);
    this.#hashes = grown(this.#hashes, length * 4);
  }

  end(records: number): TextColumn {
    const column = {
      role: 'id',
      bytes: this.#bytes.slice(0, this.#used),
      ends: this.#ends.slice(0, records),
      hashes: this.#hashes.slice(0, records * 4),
    } as const;
    this.#used = 0;
    return column;
  }
}

/** People: hashes and fingerprints. */
export class PersonKeeper implements TextKeeper {
  #found = 0;
  #hashes = new Int32Array(firstRoom * 4);
  #prints = new Float64Array(firstRoom);
  #own = new Uint8Array(1024);

  constructor(
    readonly cell: KeyCell,
    readonly seed: Int32Array,
  ) {}

  take(record: number): boolean {
    const { cell, seed } = this;
    this.#found = cell.read();
    if (this.#found === 0) {
      this.#prints[record] = Number.POSITIVE_INFINITY;
      this.#hashes.fill(0, record * 4, record * 4 + 4);
    } else if (this.#found === 1) {
      hashBytes(cell.bytes, cell.from, cell.to, seed, this.#hashes, record * 4);
      this.#prints[record] = printOfBytes(this.#hashes, record * 4, cell.bytes, cell.from, cell.to);
    } else {
      const text = cell.text!;
      if (text.length * 3 > this.#own.length) this.#own = new Uint8Array(text.length * 6);
      hashBytes(this.#own, 0, textBytes(text, this.#own), seed, this.#hashes, record * 4);
      this.#prints[record] = printOfText(this.#hashes, record * 4, text);
    }
    return true;
  }

  isBlank(): boolean {
    return this.#found === 0;
  }

  grow(length: number): void {
    this.#hashes = grown(this.#hashes, length * 4);
    this.#prints = longer(this.#prints, length);
  }

  end(records: number): TextColumn {
    return { role: 'person', hashes: this.#hashes.slice(0, records * 4), prints: this.#prints.slice(0, records) };
  }
}
