/** Hashes of 128 bits of rows, four zeros for none. */
export interface HashRuns {
  /** Four numbers a hash. */
  readonly arrays: readonly Int32Array[];
  /**
   * Rows that follow each other, as their hashes do, four numbers a run, in the order of rows: the first row, how many, in which
   * of the arrays, and which hash of it is the first. Rows in none have no hash.
   */
  readonly runs: Int32Array;
}

/** Hashes that are copied at a time: 20 bytes each. */
const usual = 1_500_000;

/**
 * By row, the first row with its hash: itself, where it is that; -1 if it has none. `together`: about how many hashes are
 * copied at a time.
 */
export function firstRows(all: HashRuns, rows: number, together = usual): Int32Array {
  const firsts = new Int32Array(rows).fill(-1);
  const parts = partsFor(rows);
  const ends = endsOf(all, parts);
  const before = (part: number): number => (part === 0 ? 0 : ends[part - 1]!);
  const stretches: { readonly from: number; readonly to: number }[] = [];
  for (let from = 0, to = 0; from < parts; from = to) {
    while (to === from || (to < parts && ends[to]! - before(from) <= together)) to += 1;
    stretches.push({ from, to });
  }
  const most = Math.max(...stretches.map(({ from, to }) => ends[to - 1]! - before(from)));
  const copies: Copies = { hashes: new Int32Array(most * 4), rowOf: new Int32Array(most) };
  for (const { from, to } of stretches) {
    const places = Int32Array.from({ length: to - from + 1 }, (_, at) => before(from + at) - before(from));
    copyParts(all, parts, from, places, copies);
    findFirsts(places, copies, firsts);
  }
  return firsts;
}

/** The hashes of some parts, and their rows, next to each other: looking them up then stays within a cache. */
interface Copies {
  readonly hashes: Int32Array;
  readonly rowOf: Int32Array;
}

/** Copies the parts from one on, each to its place. */
function copyParts(
  { arrays, runs }: HashRuns,
  parts: number,
  from: number,
  places: Int32Array,
  { hashes, rowOf }: Copies,
): void {
  const shift = 32 - Math.log2(parts);
  const count = places.length - 1;
  const next = places.slice();
  for (let run = 0; run < runs.length; run += 4) {
    const [first, rows, begin] = [runs[run]!, runs[run + 1]!, runs[run + 3]! * 4];
    const array = arrays[runs[run + 2]!]!;
    for (let i = 0; i < rows; i += 1) {
      const place = begin + i * 4;
      const a = array[place]!;
      const part = (parts === 1 ? 0 : a >>> shift) - from;
      if (part < 0 || part >= count) continue;
      const [b, c, d] = [array[place + 1]!, array[place + 2]!, array[place + 3]!];
      if ((a | b | c | d) === 0) continue;
      const at = next[part]!;
      next[part] = at + 1;
      rowOf[at] = first + i;
      const to = at * 4;
      hashes[to] = a;
      hashes[to + 1] = b;
      hashes[to + 2] = c;
      hashes[to + 3] = d;
    }
  }
}

/** The first row of each hash of the parts that lie at these places. */
function findFirsts(places: Int32Array, { hashes, rowOf }: Copies, firsts: Int32Array): void {
  let table = new Int32Array(16);
  for (let part = 1; part < places.length; part += 1) {
    const [from, to] = [places[part - 1]!, places[part]!];
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
  }
}

/** Where the hashes of each part will end. */
function endsOf({ arrays, runs }: HashRuns, parts: number): Int32Array {
  const shift = 32 - Math.log2(parts);
  const ends = new Int32Array(parts);
  for (let run = 0; run < runs.length; run += 4) {
    const array = arrays[runs[run + 2]!]!;
    const from = runs[run + 3]! * 4;
    const to = from + runs[run + 1]! * 4;
    for (let place = from; place < to; place += 4) {
      const a = array[place]!;
      if ((a | array[place + 1]! | array[place + 2]! | array[place + 3]!) !== 0)
        ends[parts === 1 ? 0 : a >>> shift]! += 1;
    }
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
