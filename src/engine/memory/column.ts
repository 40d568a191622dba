const bits = 14;
const chunkRows = 1 << bits;
const mask = chunkRows - 1;
const million = 1_000_000;
const noUnits = -(2 ** 31);

/**
 * A growing column of numbers; NaN is null. It grows by chunks, so that nothing is copied and nothing is held twice. Whole
 * units (counts, most of all) take four bytes; the column turns to eight when the first other value comes.
 */
export class Column {
  #units: Int32Array[] | null = [];
  #values: Float64Array[] = [];
  #scale: number;

  /** `scale` is what a stored value is usually a multiple of: a million for millionths, 1 for days and places. */
  constructor(scale: 1 | typeof million) {
    this.#scale = scale;
  }

  get(row: number): number {
    if (this.#units === null) return this.#values[row >> bits]?.[row & mask] ?? Number.NaN;
    const units = this.#units[row >> bits]?.[row & mask] ?? noUnits;
    return units === noUnits ? Number.NaN : units * this.#scale;
  }

  set(row: number, value: number): void {
    if (this.#units !== null) {
      // NaN is stored as the one value that no unit may have.
      const units = Number.isNaN(value) ? noUnits : value / this.#scale;
      if (units === (units | 0) && (units !== noUnits || Number.isNaN(value))) {
        this.#chunk(this.#units, row)[row & mask] = units;
        return;
      }
      this.#widen();
    }
    this.#wideChunk(row)[row & mask] = value;
  }

  /** Adds to what is there; null counts as 0 unless both are null. */
  add(row: number, value: number): void {
    if (Number.isNaN(value)) return;
    const before = this.get(row);
    this.set(row, Number.isNaN(before) ? value : before + value);
  }

  #chunk(chunks: Int32Array[], row: number): Int32Array {
    const at = row >> bits;
    while (chunks.length <= at) chunks.push(new Int32Array(chunkRows).fill(noUnits));
    return chunks[at]!;
  }

  #wideChunk(row: number): Float64Array {
    const at = row >> bits;
    while (this.#values.length <= at) this.#values.push(new Float64Array(chunkRows).fill(Number.NaN));
    return this.#values[at]!;
  }

  #widen(): void {
    const narrow = this.#units ?? [];
    this.#values = narrow.map((chunk) =>
      Float64Array.from(chunk, (units) => (units === noUnits ? Number.NaN : units * this.#scale)),
    );
    this.#units = null;
  }
}

/** Millionths. */
export const microColumn = (): Column => new Column(million);
/** Whole numbers: places in a dictionary, days, hours. Also instants, which do not fit four bytes and take eight. */
export const wholeColumn = (): Column => new Column(1);
