/** A Map holds 2^24 entries; several in a row hold as many as memory does. */
const mapLimit = 16_000_000;

/** Texts to small whole numbers, in the order of their first appearance. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #maps: Map<string, number>[] = [new Map()];

  get size(): number {
    return this.texts.length;
  }

  /** The number of a text, a new one if it is new. */
  add(text: string): number {
    const known = this.get(text);
    if (known !== -1) return known;
    let last = this.#maps[this.#maps.length - 1]!;
    if (last.size >= mapLimit) {
      last = new Map();
      this.#maps.push(last);
    }
    const index = this.texts.length;
    last.set(text, index);
    this.texts.push(text);
    return index;
  }

  /** The number of a text, or -1. */
  get(text: string): number {
    for (const map of this.#maps) {
      const index = map.get(text);
      if (index !== undefined) return index;
    }
    return -1;
  }
}
