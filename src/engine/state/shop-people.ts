import { type Hash, hashText } from '../../core/hash.ts';
import { hashIn, isOwnNumber, printOf } from '../../core/person.ts';
import type { Dictionary } from '../columns/dictionary.ts';

/**
 * The people of a table as numbers. Addresses and telephone numbers are the same everywhere; what else identifies a customer
 * is a number that a shop gives. Of files that are said to be of two stores, number 1 of one is not number 1 of the other.
 */
export class ShopPeople {
  /** Distinguishes the numbers of its shop; null where none is said. */
  readonly #shop: Hash | null;
  readonly #hash: Hash = new Int32Array(4);

  constructor(
    private readonly dictionary: Dictionary,
    private readonly store: string | null,
    seed: Hash,
  ) {
    this.#shop = store === null ? null : new Int32Array(4);
    if (this.#shop !== null) hashText(`store\u0001${store?.toLowerCase()}`, seed, this.#shop, 0);
  }

  /** The number of the person with the hash at a place, and a fingerprint. */
  add(hashes: Hash, at: number, print: number): number {
    if (this.#shop === null || !isOwnNumber(print)) return this.dictionary.addHash(hashes, at);
    for (let i = 0; i < 4; i += 1) this.#hash[i] = hashes[at + i]! ^ this.#shop[i]!;
    return this.dictionary.addHash(this.#hash, 0);
  }

  /** The same of the text of a person; or of what identifies one, which is written with its shop where that has given it. */
  addText(text: string): number {
    if (this.#shop === null) return this.dictionary.add(text);
    if (hashIn(text, this.#hash)) return this.add(this.#hash, 0, printOf(text));
    return this.dictionary.add(isOwnNumber(printOf(text)) ? `${this.store}:${text}` : text);
  }
}
