const limit = 2 ** 52;

/** Exact sums of any number of safe integers: what exceeds 2^52 is carried over into a bigint. */
export class ExactSums {
  readonly #low: Float64Array;
  readonly #high = new Map<number, bigint>();

  constructor(cells: number) {
    this.#low = new Float64Array(cells);
  }

  add(cell: number, value: number): void {
    const low = this.#low[cell]!;
    const next = low + value;
    if (next < limit && next > -limit) this.#low[cell] = next;
    else {
      this.#high.set(cell, (this.#high.get(cell) ?? 0n) + BigInt(low) + BigInt(value));
      this.#low[cell] = 0;
    }
  }

  get(cell: number): bigint {
    return BigInt(this.#low[cell]!) + (this.#high.get(cell) ?? 0n);
  }
}
