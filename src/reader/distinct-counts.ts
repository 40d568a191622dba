/** The cells that what is seen in a patch counts in, by number of the patch. */
export interface PatchCells {
  /** How many cells there are. */
  readonly cells: number;
  cellsOf(patch: number): Int32Array;
}

/** Counts distinct values per cell, from the patches in which each value was seen, one value after the other. */
export class DistinctCounts {
  /** Per cell, how many values count there. */
  readonly counts: Int32Array;
  /** Per cell: the value last seen there, and how often. */
  readonly #last: Int32Array;
  readonly #times: Int32Array;
  #value = 0;

  constructor(
    private readonly patches: PatchCells,
    /** How often a value must be seen in a cell to count there. */
    private readonly least: 1 | 2,
  ) {
    this.#last = new Int32Array(patches.cells);
    this.#times = new Int32Array(least === 1 ? 0 : patches.cells);
    this.counts = new Int32Array(patches.cells);
  }

  /** Moves on to another value. */
  next(): void {
    this.#value += 1;
  }

  /** Counts the current value in a patch. */
  see(patch: number): void {
    const cells = this.patches.cellsOf(patch);
    if (this.least === 1) this.#seeOnce(cells);
    else this.#seeAgain(cells);
  }

  #seeOnce(cells: Int32Array): void {
    const value = this.#value;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      if (this.#last[cell] === value) continue;
      this.#last[cell] = value;
      this.counts[cell]! += 1;
    }
  }

  #seeAgain(cells: Int32Array): void {
    const value = this.#value;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      this.#times[cell] = this.#last[cell] === value ? this.#times[cell]! + 1 : 1;
      this.#last[cell] = value;
      if (this.#times[cell] === this.least) this.counts[cell]! += 1;
    }
  }
}

/** Whole numbers from 0 on, each with the patch that it was seen in. */
export interface Seen {
  readonly values: Int32Array;
  readonly patches: Int32Array;
  /** So many of them. */
  readonly count: number;
  /** The highest value; -1 for none. */
  readonly most: number;
}

/** Rows value by value, so that each value is seen once and completely. */
export interface ByValue {
  /** What came with the values. */
  readonly all: Int32Array;
  /** By value, where it begins. */
  readonly starts: Int32Array;
}

const stretchBits = 14;
const stretch = 1 << stretchBits;

/** Puts values in order, each with what came with it. */
export function byValue({ values, patches: had, count, most }: Seen): ByValue {
  const starts = new Int32Array(most + 2);
  for (let place = 0; place < count; place += 1) starts[values[place]! + 1]! += 1;
  for (let value = 0; value <= most; value += 1) starts[value + 1]! += starts[value]!;
  const next = starts.slice();
  const all = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const value = values[place]!;
    all[next[value]!] = had[place]!;
    next[value]! += 1;
  }
  return { all, starts };
}

/** By cell, the distinct values seen there, or those seen there at least twice. */
export function countDistinct(seen: Seen, patches: PatchCells, least: 1 | 2): Int32Array {
  const counts = new DistinctCounts(patches, least);
  for (const near of stretchesOf(seen)) {
    const { all, starts } = byValue(near);
    for (let value = 0; value + 1 < starts.length; value += 1) {
      counts.next();
      const end = starts[value + 1]!;
      for (let place = starts[value]!; place < end; place += 1) counts.see(all[place]!);
    }
  }
  return counts.counts;
}

/** The same in stretches of values, each counted from its lowest: putting millions in order at once would miss every cache. */
function* stretchesOf(seen: Seen): Generator<Seen> {
  const { count, most } = seen;
  const parts = Math.floor(most / stretch) + 1;
  if (parts <= 4) {
    yield seen;
    return;
  }
  const starts = new Int32Array(parts + 1);
  for (let place = 0; place < count; place += 1) starts[(seen.values[place]! >>> stretchBits) + 1]! += 1;
  for (let part = 0; part < parts; part += 1) starts[part + 1]! += starts[part]!;
  const next = starts.slice();
  const values = new Int32Array(count);
  const patches = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const value = seen.values[place]!;
    const part = value >>> stretchBits;
    const at = next[part]!;
    next[part] = at + 1;
    values[at] = value & (stretch - 1);
    patches[at] = seen.patches[place]!;
  }
  for (let part = 0; part < parts; part += 1) {
    const [from, to] = [starts[part]!, starts[part + 1]!];
    yield {
      values: values.subarray(from, to),
      patches: patches.subarray(from, to),
      count: to - from,
      most: stretch - 1,
    };
  }
}

/** The cells of some patches as plain data, for another thread. */
export interface CellLists {
  readonly cells: number;
  /** The numbers of the patches. */
  readonly patches: Int32Array;
  /** Where the list of each ends. */
  readonly ends: Int32Array;
  readonly lists: Int32Array;
}

/** The cells of the patches in which something was seen; null if the lists are longer than `most` together. */
export function cellLists(all: PatchCells, { patches, count }: Seen, most: number): CellLists | null {
  const used = new Map<number, Int32Array>();
  let length = 0;
  for (let place = 0, last = -1; place < count && length <= most; place += 1) {
    const patch = patches[place]!;
    // Most rows are booked where the one before is.
    if (patch === last || used.has(patch)) continue;
    last = patch;
    const list = all.cellsOf(patch);
    used.set(patch, list);
    length += list.length;
  }
  if (length > most) return null;
  const ends = new Int32Array(used.size);
  const lists = new Int32Array(length);
  let end = 0;
  for (const [place, list] of [...used.values()].entries()) {
    lists.set(list, end);
    end += list.length;
    ends[place] = end;
  }
  return { cells: all.cells, patches: Int32Array.from(used.keys()), ends, lists };
}

/** The patches of such data. */
export function patchesOf({ cells, patches, ends, lists }: CellLists): PatchCells {
  const known: Int32Array[] = [];
  for (const [place, patch] of patches.entries())
    known[patch] = lists.subarray(place === 0 ? 0 : ends[place - 1]!, ends[place]!);
  return { cells, cellsOf: (patch) => known[patch]! };
}
