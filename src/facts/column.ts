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

/** What a column holds, chunk by chunk: units of a scale (the least number is null), or values as they are. */
export interface ColumnState {
  readonly scale: number;
  readonly other: number;
  readonly units: readonly Int32Array[] | null;
  readonly values: readonly Float64Array[];
}

/** The rows of a chunk; the first may have fewer. */
export const columnChunkRows = chunkRows;
/** The unit that stands for null. */
export const noUnit = noUnits;

/**
 * A growing column of numbers; NaN is null. It grows by chunks, so that nothing is copied and nothing is held twice.
 * Small multiples of a common scale (counts, amounts in cents, instants in seconds) take four bytes; the column
 * switches to eight at the first other value.
 */
export class Column {
  #units: Int32Array[] | null = [];
  #values: Float64Array[] = [];
  #scale: number;
  #other: number;

  /** A million for millionths, 1 for days, places and instants. */
  constructor(scale: 1 | typeof million) {
    [this.#scale, this.#other] = scales[scale];
  }

  get state(): ColumnState {
    return { scale: this.#scale, other: this.#other, units: this.#units, values: this.#values };
  }

  get(row: number): number {
    if (this.#units === null) return this.#values[row >> bits]?.[row & mask] ?? Number.NaN;
    const units = this.#units[row >> bits]?.[row & mask] ?? noUnits;
    return units === noUnits ? Number.NaN : units * this.#scale;
  }

  /** Writes what some rows have into `out`, from the first row on. */
  read(row: number, rows: number, out: Float64Array): void {
    for (let done = 0; done < rows; ) {
      const place = (row + done) & mask;
      const end = Math.min(rows, done + chunkRows - place);
      const chunk = (this.#units ?? this.#values)[(row + done) >> bits];
      // The first chunk may be shorter than its rows.
      const filled = Math.min(end, done + Math.max(0, (chunk?.length ?? 0) - place));
      if (chunk instanceof Int32Array) {
        const scale = this.#scale;
        for (let from = place - done; done < filled; done += 1) {
          const units = chunk[from + done]!;
          out[done] = units === noUnits ? Number.NaN : units * scale;
        }
      } else if (chunk !== undefined) out.set(chunk.subarray(place, place + filled - done), done);
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
        else grown(this.#units, row, blankUnits)[row & mask] = units;
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
      const room = chunk === undefined ? 0 : chunk.length - (at & mask);
      if (room <= 0) {
        grown(this.#units, at, blankUnits);
        continue;
      }
      const end = Math.min(rows, done + room);
      const scale = this.#scale;
      const offset = (at & mask) - done;
      for (; done < end; done += 1) {
        const value = values[done]!;
        const units = value / scale;
        if (units === (units | 0) && units !== noUnits) chunk![offset + done] = units;
        else if (Number.isNaN(value)) chunk![offset + done] = noUnits;
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
      // The first of each chunk makes it, in the form that the value needs.
      this.set(at, value);
      const chunk = (this.#units ?? this.#values)[at >> bits]!;
      const end = Math.min(chunk.length, (at & mask) + rows - done);
      chunk.fill(chunk[at & mask]!, at & mask, end);
      done += end - (at & mask);
    }
  }

  /** Adds to what is there; null counts as 0 unless both are null. */
  add(row: number, value: number): void {
    if (Number.isNaN(value)) return;
    const before = this.get(row);
    this.set(row, Number.isNaN(before) ? value : before + value);
  }

  /** Becomes what another column was; its chunks are this column's own from now on. */
  become({ scale, other, units, values }: ColumnState): void {
    this.#scale = scale;
    this.#other = other;
    this.#units = units === null ? null : [...units];
    this.#values = [...values];
  }

  /** Switches to the other scale, once, if a value and all those present fit it. */
  #rescale(value: number): boolean {
    const [from, to] = [this.#scale, this.#other];
    const fits = (one: number): boolean => one / to === ((one / to) | 0);
    if (from === to || !fits(value)) return false;
    const units = this.#units ?? [];
    if (units.some((chunk) => chunk.some((one) => one !== noUnits && !fits(one * from)))) return false;
    for (const chunk of units)
      for (let at = 0; at < chunk.length; at += 1) if (chunk[at] !== noUnits) chunk[at] = (chunk[at]! * from) / to;
    this.#scale = to;
    return true;
  }

  #widen(): void {
    const narrow = this.#units ?? [];
    this.#values = narrow.map((chunk) =>
      Float64Array.from(chunk, (units) => (units === noUnits ? Number.NaN : units * this.#scale)),
    );
    this.#units = null;
  }
}

const blankUnits = (rows: number): Int32Array => new Int32Array(rows).fill(noUnits);
const blankValues = (rows: number): Float64Array => new Float64Array(rows).fill(Number.NaN);

/** The chunk of a row, with room for it. */
function grown<T extends Int32Array | Float64Array>(chunks: T[], row: number, blank: (rows: number) => T): T {
  const at = row >> bits;
  for (let i = 0; i <= at; i += 1) {
    const before = chunks[i];
    const rows = i < at ? chunkRows : roomFor(row & mask, i);
    if (before !== undefined && before.length >= rows) continue;
    const chunk = blank(rows);
    if (before !== undefined) chunk.set(before);
    chunks[i] = chunk;
  }
  return chunks[at]!;
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
