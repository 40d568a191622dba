/** Rows by a key that is a number from 0 on (NaN: none), in row order. */
export interface Grouped {
  readonly rows: Int32Array;
  /** Where the rows of each key begin; one entry more than keys. */
  readonly starts: Int32Array;
}

/** Groups rows in two passes, without an object per key. */
export function grouped(count: number, keys: number, keyOf: (row: number) => number): Grouped {
  const starts = new Int32Array(keys + 1);
  let total = 0;
  for (let row = 0; row < count; row += 1) {
    const key = keyOf(row);
    if (Number.isNaN(key)) continue;
    starts[key + 1]! += 1;
    total += 1;
  }
  for (let key = 0; key < keys; key += 1) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const rows = new Int32Array(total);
  for (let row = 0; row < count; row += 1) {
    const key = keyOf(row);
    if (Number.isNaN(key)) continue;
    rows[next[key]!] = row;
    next[key]! += 1;
  }
  return { rows, starts };
}
