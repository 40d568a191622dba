/** Hashes lie in chunks of two to the power of this rows. */
export const hashChunkBits = 14;
const bits = hashChunkBits;
const mask = (1 << bits) - 1;

/**
 * Of hashes of 128 bits, in chunks, four zeros for none: by row, the first row with its hash: itself, where it is that;
 * -1 if it has none.
 */
export function firstRows(chunks: readonly Int32Array[], rows: number): Int32Array {
  const firsts = new Int32Array(rows).fill(-1);
  const parts = partsFor(rows);
  const shift = 32 - Math.log2(parts);
  const ends = endsOf(chunks, rows, parts, shift);
  // The hashes of a part, and their rows, next to each other: looking them up then stays within a cache.
  const count = ends[parts - 1]!;
  const hashes = new Int32Array(count * 4);
  const rowOf = new Int32Array(count);
  const next = new Int32Array(parts);
  next.set(ends.subarray(0, parts - 1), 1);
  for (let row = 0; row < rows; row += 1) {
    const chunk = chunks[row >> bits];
    if (chunk === undefined) break;
    const place = (row & mask) * 4;
    const [a, b, c, d] = [chunk[place]!, chunk[place + 1]!, chunk[place + 2]!, chunk[place + 3]!];
    if ((a | b | c | d) === 0) continue;
    const part = parts === 1 ? 0 : a >>> shift;
    const at = next[part]!;
    next[part] = at + 1;
    rowOf[at] = row;
    const to = at * 4;
    hashes[to] = a;
    hashes[to + 1] = b;
    hashes[to + 2] = c;
    hashes[to + 3] = d;
  }
  let table = new Int32Array(16);
  for (let part = 0, from = 0; part < parts; part += 1) {
    const to = ends[part]!;
    let slots = 16;
    while (slots < (to - from) * 2) slots *= 2;
    if (table.length < slots) table = new Int32Array(slots);
    else table.fill(0, 0, slots);
    const last = slots - 1;
    for (let at = from; at < to; at += 1) {
      const [a, b, c, d] = [hashes[at * 4]!, hashes[at * 4 + 1]!, hashes[at * 4 + 2]!, hashes[at * 4 + 3]!];
      let slot = b & last;
      let first = -1;
      for (let known = table[slot]!; known !== 0; known = table[slot]!) {
        const place = (from + known - 1) * 4;
        if (hashes[place] === a && hashes[place + 1] === b && hashes[place + 2] === c && hashes[place + 3] === d) {
          first = rowOf[from + known - 1]!;
          break;
        }
        slot = (slot + 1) & last;
      }
      if (first === -1) {
        table[slot] = at - from + 1;
        first = rowOf[at]!;
      }
      firsts[rowOf[at]!] = first;
    }
    from = to;
  }
  return firsts;
}

/** Where the hashes of each part will end. */
function endsOf(chunks: readonly Int32Array[], rows: number, parts: number, shift: number): Int32Array {
  const ends = new Int32Array(parts);
  for (let row = 0; row < rows; row += 1) {
    const chunk = chunks[row >> bits];
    if (chunk === undefined) break;
    const place = (row & mask) * 4;
    const a = chunk[place]!;
    if ((a | chunk[place + 1]! | chunk[place + 2]! | chunk[place + 3]!) !== 0)
      ends[parts === 1 ? 0 : a >>> shift]! += 1;
  }
  for (let part = 1; part < parts; part += 1) ends[part]! += ends[part - 1]!;
  return ends;
}

/** Into how many parts so many hashes are divided: some ten thousand each, at most 4096 parts. */
function partsFor(rows: number): number {
  let parts = 1;
  while (parts < 4096 && rows / parts > 12_000) parts *= 2;
  return parts;
}
