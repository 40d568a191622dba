/**
 * Memory for the columns of a segment: one piece, which goes from a thread to the one that takes them and comes back for another
 * segment. Many small pieces, new ones each time, would cost both more than the columns do.
 */
export class Parcel {
  /** What the columns lie in. */
  readonly memory: ArrayBuffer[];
  #used: number;

  /** `memory`: what was used before, if there is any; else so many bytes. `used`: those at its beginning that are taken. */
  constructor(memory: ArrayBuffer | null, bytes: number, used = 0) {
    this.memory = [memory ?? new ArrayBuffer(bytes)];
    this.#used = used;
  }

  /** Room for so many numbers: what they are now is of no use. */
  roomForInts(length: number): Int32Array<ArrayBuffer> {
    const at = this.#place(length * 4);
    return new Int32Array(this.memory.at(-1)!, at, length);
  }

  roomForDoubles(length: number): Float64Array<ArrayBuffer> {
    const at = this.#place(length * 8);
    return new Float64Array(this.memory.at(-1)!, at, length);
  }

  /** Copies of the first so many numbers of an array. */
  ints(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
    const copy = this.roomForInts(length);
    copy.set(from.subarray(0, length));
    return copy;
  }

  doubles(from: Float64Array, length: number): Float64Array<ArrayBuffer> {
    const copy = this.roomForDoubles(length);
    copy.set(from.subarray(0, length));
    return copy;
  }

  bytes(from: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
    const at = this.#place(length);
    const copy = new Uint8Array(this.memory.at(-1)!, at, length);
    copy.set(from.subarray(0, length));
    return copy;
  }

  /** Where so many bytes go in the last piece of memory: in another one, if there is no room. */
  #place(bytes: number): number {
    let at = Math.ceil(this.#used / 8) * 8;
    const last = this.memory.at(-1)!;
    if (at + bytes > last.byteLength) {
      this.memory.push(new ArrayBuffer(Math.max(bytes, last.byteLength)));
      at = 0;
    }
    this.#used = at + bytes;
    return at;
  }
}

/** The largest piece of some memory. */
export const largest = (memory: readonly ArrayBuffer[]): ArrayBuffer | null =>
  memory.reduce<ArrayBuffer | null>(
    (best, one) => (best === null || one.byteLength > best.byteLength ? one : best),
    null,
  );
