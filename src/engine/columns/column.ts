const bits = 14;
const chunkRows = 1 << bits;
/** A column may stay short: its first chunk grows up to the size of the others. */
const firstRows = 1 << 8;
const mask = chunkRows - 1;
const million = 1_000_000;
const noUnits = -(2 ** 31);

/**
 * What values are usually multiples of: whole units, else whole cents; whole numbers, else (instants) whole seconds.
 */
const scales = { [million]: [million, 10_000], 1: [1, 1000] } as const;

/** The first rows of a chunk, all of which have one unit that is not null; the rows after them are null. */
export interface Same {
  readonly unit: number;
  rows: number;
}

/**
 * What a column holds, chunk by chunk: units of a scale (the least number is null), row by row or all the same, or values as
 * they are. A chunk that has none of them is null throughout.
 */
export interface ColumnState {
  readonly scale: number;
  readonly other: number;
  readonly units: Chunks<Int32Array> | null;
  readonly same: Chunks<Same>;
  readonly values: Chunks<Float64Array>;
}

type Chunks<T> = readonly (T | undefined)[];

/** The rows of a chunk; the first may have fewer. */
export const columnChunkRows = chunkRows;
/** The unit that stands for null. */
export const noUnit = noUnits;

/**
 * A growing column of numbers; NaN is null. It grows by chunks, so that nothing is copied and nothing is held twice.
 * Small multiples of a common scale (counts, amounts in cents, instants in seconds) take four bytes; the column
 * switches to eight at the first other value. A chunk takes memory once two of its rows differ: many columns say the same
 * of thousands of rows, and fresh memory costs more than what is written to it.
 */
export class Column {
  #units: (Int32Array | undefined)[] | null = [];
  /** Of chunks that are not in `#units`. */
  #same: (Same | undefined)[] = [];
  #values: (Float64Array | undefined)[] = [];
  #scale: number;
  #other: number;

  /** A million for millionths, 1 for days, places and instants. */
  constructor(scale: 1 | typeof million) {
    [this.#scale, this.#other] = scales[scale];
  }

  get state(): ColumnState {
    return { scale: this.#scale, other: this.#other, units: this.#units, same: this.#same, values: this.#values };
  }

  get(row: number): number {
    if (this.#units === null) return this.#values[row >> bits]?.[row & mask] ?? Number.NaN;
    const chunk = this.#units[row >> bits];
    const units = chunk === undefined ? this.#sameAt(row) : (chunk[row & mask] ?? noUnits);
    return units === noUnits ? Number.NaN : units * this.#scale;
  }

  /** Writes what some rows have into `out`, from the first row on. */
  read(row: number, rows: number, out: Float64Array): void {
    for (let done = 0; done < rows; ) {
      const place = (row + done) & mask;
      const at = (row + done) >> bits;
      const end = Math.min(rows, done + chunkRows - place);
      const chunk = (this.#units ?? this.#values)[at];
      const same = chunk === undefined ? this.#same[at] : undefined;
      // The first chunk may be shorter than its rows.
      const filled = Math.min(end, done + Math.max(0, (chunk?.length ?? same?.rows ?? 0) - place));
      if (chunk instanceof Int32Array) {
        const scale = this.#scale;
        for (let from = place - done; done < filled; done += 1) {
          const units = chunk[from + done]!;
          out[done] = units === noUnits ? Number.NaN : units * scale;
        }
      } else if (chunk !== undefined) out.set(chunk.subarray(place, place + filled - done), done);
      else if (same !== undefined) out.fill(this.#sameAt(row + done) * this.#scale, done, filled);
      out.fill(Number.NaN, filled, end);
      done = end;
    }
  }

  set(row: number, value: number): void {
    if (this.#units !== null) {
      // NaN is stored as the one value that no unit may have.
      const units = Number.isNaN(value) ? noUnits : value / this.#scale;
      if (units === (units | 0) && (units !== noUnits || Number.isNaN(value))) {
        const chunk = this.#units[row >> bits];
        if (chunk !== undefined && (row & mask) < chunk.length) chunk[row & mask] = units;
        else if (chunk !== undefined || !this.#extend(row, 1, units)) this.#grown(row)[row & mask] = units;
        return;
      }
      if (this.#rescale(value)) {
        this.set(row, value);
        return;
      }
      this.#widen();
    }
    const chunk = this.#values[row >> bits];
    if (chunk !== undefined && (row & mask) < chunk.length) chunk[row & mask] = value;
    else grown(this.#values, row, blankValues)[row & mask] = value;
  }

  /** The same for some rows, from the first of these values on. */
  setRange(row: number, rows: number, values: Float64Array): void {
    let done = 0;
    while (done < rows && this.#units !== null) {
      const at = row + done;
      const chunk = this.#units[at >> bits];
      const room = (chunk?.length ?? 0) - (at & mask);
      if (chunk === undefined || room <= 0) {
        const alike = chunk === undefined ? this.#setAlike(at, rows - done, values, done) : 0;
        done += alike;
        if (alike === 0) this.#grown(at);
        continue;
      }
      const end = Math.min(rows, done + room);
      const scale = this.#scale;
      const offset = (at & mask) - done;
      for (; done < end; done += 1) {
        const value = values[done]!;
        const units = value / scale;
        if (units === (units | 0) && units !== noUnits) chunk[offset + done] = units;
        else if (Number.isNaN(value)) chunk[offset + done] = noUnits;
        else break;
      }
      // A value of another scale, or one that needs eight bytes.
      if (done < end) {
        this.set(row + done, values[done]!);
        done += 1;
      }
    }
    for (; done < rows; done += 1) this.set(row + done, values[done]!);
  }

  /** One value for some rows. */
  fill(row: number, rows: number, value: number): void {
    let done = 0;
    while (done < rows) {
      const at = row + done;
      // The first of each chunk decides its form.
      this.set(at, value);
      const left = Math.min(rows - done, chunkRows - (at & mask));
      const chunk = (this.#units ?? this.#values)[at >> bits];
      if (chunk !== undefined) {
        const end = Math.min(chunk.length, (at & mask) + left);
        chunk.fill(chunk[at & mask]!, at & mask, end);
        done += end - (at & mask);
      } else {
        this.#extend(at, left, this.#sameAt(at));
        done += left;
      }
    }
  }

  /** Adds to what is there; null counts as 0 unless both are null. */
  add(row: number, value: number): void {
    if (Number.isNaN(value)) return;
    const before = this.get(row);
    this.set(row, Number.isNaN(before) ? value : before + value);
  }

  /** Becomes what another column was; its chunks are this column's own from now on. */
  become({ scale, other, units, same, values }: ColumnState): void {
    this.#scale = scale;
    this.#other = other;
    this.#units = units === null ? null : [...units];
    this.#same = [...same];
    this.#values = [...values];
  }

  /** Becomes whole numbers of four bytes, one a row, of which one means null; they are this column's own from now on. */
  becomeWhole(numbers: Int32Array, none: number): void {
    const units: Int32Array[] = [];
    for (let row = 0; row < numbers.length; row += 1) if (numbers[row] === none) numbers[row] = noUnits;
    for (let row = 0; row < numbers.length; row += chunkRows) units.push(numbers.subarray(row, row + chunkRows));
    this.become({ scale: 1, other: 1000, units, same: [], values: [] });
  }

  /** The units of a row whose chunk takes no memory. */
  #sameAt(row: number): number {
    const same = this.#same[row >> bits];
    return same !== undefined && (row & mask) < same.rows ? same.unit : noUnits;
  }

  /** Lets some rows of a chunk that takes no memory have units; false if their chunk would not be of one unit then. */
  #extend(row: number, rows: number, unit: number): boolean {
    const at = row >> bits;
    const from = row & mask;
    const same = this.#same[at];
    // What was never written is null.
    if (unit === noUnits && from >= (same?.rows ?? 0)) return true;
    if (same === undefined) {
      if (from > 0) return false;
      while (this.#same.length < at) this.#same.push(undefined);
      // Not -0, which no unit in memory is.
      this.#same[at] = { unit: unit | 0, rows };
      return true;
    }
    if (same.unit !== unit || from > same.rows) return false;
    same.rows = Math.max(same.rows, from + rows);
    return true;
  }

  /** Takes the first of some values if all that are of one chunk are the same, and the chunk takes no memory; how many. */
  #setAlike(row: number, rows: number, values: Float64Array, from: number): number {
    const count = Math.min(rows, chunkRows - (row & mask));
    const first = values[from]!;
    const isNull = Number.isNaN(first);
    for (let at = from + 1; at < from + count; at += 1)
      if (values[at] !== first && !(isNull && Number.isNaN(values[at]!))) return 0;
    const units = isNull ? noUnits : first / this.#scale;
    const fits = units === (units | 0) && (units !== noUnits || isNull);
    return fits && this.#extend(row, count, units) ? count : 0;
  }

  /** The chunk of a row, with room for it. */
  #grown(row: number): Int32Array {
    const at = row >> bits;
    const units = this.#units!;
    if (units[at] !== undefined) return grown(units, row, blankUnits);
    const same = this.#same[at];
    const chunk = grown(units, Math.max(row, (at << bits) + (same?.rows ?? 0) - 1), blankUnits);
    if (same !== undefined) {
      chunk.fill(same.unit, 0, same.rows);
      this.#same[at] = undefined;
    }
    return chunk;
  }

  /** Switches to the other scale, once, if a value and all those present fit it. */
  #rescale(value: number): boolean {
    const [from, to] = [this.#scale, this.#other];
    const fits = (one: number): boolean => one / to === ((one / to) | 0);
    if (from === to || !fits(value)) return false;
    const fitsUnits = (one: number): boolean => one === noUnits || fits(one * from);
    const units = this.#units ?? [];
    if (units.some((chunk) => chunk?.some((one) => !fitsUnits(one)))) return false;
    if (this.#same.some((same) => same !== undefined && !fitsUnits(same.unit))) return false;
    const rescaled = (one: number): number => (one === noUnits ? noUnits : (one * from) / to);
    for (const chunk of units)
      for (let at = 0; chunk !== undefined && at < chunk.length; at += 1) chunk[at] = rescaled(chunk[at]!);
    this.#same = this.#same.map((same) => same && { unit: rescaled(same.unit), rows: same.rows });
    this.#scale = to;
    return true;
  }

  #widen(): void {
    const toValue = (units: number): number => (units === noUnits ? Number.NaN : units * this.#scale);
    this.#values = (this.#units ?? []).map((chunk) => chunk && Float64Array.from(chunk, toValue));
    for (const [at, same] of this.#same.entries())
      if (same !== undefined)
        grown(this.#values, (at << bits) + same.rows - 1, blankValues).fill(toValue(same.unit), 0, same.rows);
    this.#units = null;
    this.#same = [];
  }
}

const blankUnits = (rows: number): Int32Array => new Int32Array(rows).fill(noUnits);
const blankValues = (rows: number): Float64Array => new Float64Array(rows).fill(Number.NaN);

/** The chunk of a row, with room for it. */
function grown<T extends Int32Array | Float64Array>(
  chunks: (T | undefined)[],
  row: number,
  blank: (rows: number) => T,
): T {
  const at = row >> bits;
  const before = chunks[at];
  const rows = roomFor(row & mask, at);
  if (before !== undefined && before.length >= rows) return before;
  const chunk = blank(rows);
  if (before !== undefined) chunk.set(before);
  while (chunks.length < at) chunks.push(undefined);
  chunks[at] = chunk;
  return chunk;
}

/** How many rows a chunk must have to contain a row. */
function roomFor(place: number, chunk: number): number {
  if (chunk > 0) return chunkRows;
  let rows = firstRows;
  while (rows <= place) rows *= 2;
  return rows;
}

/** A place for values that nobody asks for. */
export const nowhere: Pick<Column, 'set' | 'add' | 'setRange'> = { set: () => {}, add: () => {}, setRange: () => {} };

/** Millionths. */
export const microColumn = (): Column => new Column(million);
/** Whole numbers: places in a dictionary, days, hours, instants. */
export const wholeColumn = (): Column => new Column(1);
