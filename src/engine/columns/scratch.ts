/** Arrays of one type, by number, each as long as was ever asked for. */
class Arrays<T extends { readonly length: number }> {
  readonly #made: T[] = [];

  constructor(private readonly make: (length: number) => T) {}

  /** The array of a number, with room for so many: what is in it is of no use. */
  at(number: number, length: number): T {
    const known = this.#made[number];
    if (known !== undefined && known.length >= length) return known;
    const longer = this.make(Math.max(length, (known?.length ?? 0) * 2));
    this.#made[number] = longer;
    return longer;
  }
}

/**
 * Arrays to work in, which all tables of a run share, since only one takes rows at a time: fresh memory for each table costs more
 * than what is done in it.
 */
export class Scratch {
  readonly doubles = new Arrays((length) => new Float64Array(length));
  readonly ints = new Arrays((length) => new Int32Array(length));
  readonly bytes = new Arrays((length) => new Uint8Array(length));
}
