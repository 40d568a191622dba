/** A small generator of numbers that only look random: what a seed, a stream and a place say, in any order of places. */
export class Random {
  readonly #seed: number;
  #state = 0;

  constructor(seed: number, stream: number) {
    this.#seed = mixed(seed ^ Math.imul(stream, 0x9e3779b1));
  }

  /** Goes to a place: the same numbers follow whenever one goes there. */
  at(place: number): this {
    this.#state = mixed(this.#seed ^ mixed(place));
    return this;
  }

  /** A whole number from 0 to before `below`. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return Math.floor((mixed(this.#state) / 2 ** 32) * below);
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** A whole number from 0 to before `below`, the small ones more often. */
  low(below: number): number {
    return Math.min(this.below(below), this.below(below));
  }
}

/** All bits of a whole number of 32 bits stirred, as one from 0 to 2^32. */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
