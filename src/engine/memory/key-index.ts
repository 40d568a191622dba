const mapLimit = 16_000_000;

/** Keys of records to rows. */
export class KeyIndex {
  readonly #maps: Map<string, number>[] = [new Map()];

  /** The row of a key, or -1. */
  get(key: string): number {
    for (const map of this.#maps) {
      const row = map.get(key);
      if (row !== undefined) return row;
    }
    return -1;
  }

  /** Points a key to a row. */
  set(key: string, row: number): void {
    for (const map of this.#maps) {
      if (map.has(key)) {
        map.set(key, row);
        return;
      }
    }
    let last = this.#maps[this.#maps.length - 1]!;
    // A Map of V8 holds 2^24 entries.
    if (last.size >= mapLimit) {
      last = new Map();
      this.#maps.push(last);
    }
    last.set(key, row);
  }

  *rows(): Iterable<number> {
    for (const map of this.#maps) yield* map.values();
  }
}
