import { type Column, columnChunkRows, noUnit, type Same } from './column.ts';

/*
 * A column as it is kept on disk, chunk by chunk, each in the narrowest form that holds it. Words of four bytes:
 *
 *   scale, other scale, rows, 0 for units or 1 for values of eight bytes (then those, NaN for null)
 *   of each chunk its form, its base, then its rows:
 *     0: nothing, all are the base       1, 2: so many bytes a row, 0 for null, else 1 + what is above the base
 *     4: the units as they are
 */

const heading = 4;

/** The bytes of the first rows of a column. */
export function packColumn(column: Column, rows: number): Uint8Array {
  const { scale, other, units, same } = column.state;
  const chunks = Math.ceil(rows / columnChunkRows);
  // As much as it may need: what is not written to takes no memory.
  const words = new Int32Array(heading + (units === null ? rows * 2 : rows + chunks * 2));
  words.set([scale, other, rows, units === null ? 1 : 0]);
  let at = heading;
  if (units === null) {
    const values = new Float64Array(rows);
    column.read(0, rows, values);
    words.set(new Int32Array(values.buffer), at);
    at += rows * 2;
  }
  for (let chunk = 0; chunk < chunks && units !== null; chunk += 1) {
    const count = Math.min(columnChunkRows, rows - chunk * columnChunkRows);
    const alike = units[chunk] === undefined ? (same[chunk] ?? { unit: noUnit, rows: count }) : null;
    if (alike !== null && alike.rows >= count) {
      words[at + 1] = alike.unit;
      at += 2;
    } else at = packUnits(wholeChunk(units[chunk], alike, count), count, words, at);
  }
  return new Uint8Array(words.buffer, 0, at * 4);
}

/** Whole words. */
const whole = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** A chunk with all its rows: the first of a column may have fewer. */
function wholeChunk(chunk: Int32Array | undefined, alike: Same | null, count: number): Int32Array {
  if (chunk !== undefined && chunk.length >= count) return chunk;
  const units = new Int32Array(count).fill(noUnit);
  if (chunk !== undefined) units.set(chunk);
  if (alike !== null) units.fill(alike.unit, 0, alike.rows);
  return units;
}

/** Writes the units of a chunk from a word on; returns where the next one goes. */
function packUnits(units: Int32Array, count: number, words: Int32Array, at: number): number {
  let least = 2 ** 31 - 1;
  let most = noUnit;
  let nulls = 0;
  for (let i = 0; i < count; i += 1) {
    const unit = units[i]!;
    if (unit > most) most = unit;
    if (unit === noUnit) nulls += 1;
    else if (unit < least) least = unit;
  }
  const isSame = nulls === count || (nulls === 0 && least === most);
  // One more than what is above the base must fit.
  const above = most - least + 1;
  const width = isSame ? 0 : above < 2 ** 8 ? 1 : above < 2 ** 16 ? 2 : 4;
  words[at] = width;
  words[at + 1] = isSame ? units[0]! : width === 4 ? 0 : least;
  const place = (at + 2) * 4;
  if (width === 4) words.set(units.subarray(0, count), at + 2);
  else if (width === 2) narrow(units, count, least, new Uint16Array(words.buffer, place, count));
  else if (width === 1) narrow(units, count, least, new Uint8Array(words.buffer, place, count));
  return at + 2 + whole(count * width) / 4;
}

function narrow(units: Int32Array, count: number, least: number, out: Uint8Array | Uint16Array): void {
  for (let i = 0; i < count; i += 1) {
    const unit = units[i]!;
    out[i] = unit === noUnit ? 0 : unit - least + 1;
  }
}

/** Fills a column with such bytes, which begin at a whole word. */
export function unpackColumn({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>, column: Column): void {
  const words = new Int32Array(buffer, byteOffset, byteLength / 4);
  const [scale, other, rows, form] = [words[0]!, words[1]!, words[2]!, words[3]!];
  const units: (Int32Array | undefined)[] = [];
  const same: (Same | undefined)[] = [];
  const values: Float64Array[] = [];
  let at = heading;
  for (let from = 0; from < rows; from += columnChunkRows) {
    const count = Math.min(columnChunkRows, rows - from);
    // Any column may grow: all its chunks have room for all their rows.
    if (form === 1) {
      const chunk = new Float64Array(columnChunkRows).fill(Number.NaN);
      new Uint8Array(chunk.buffer).set(new Uint8Array(buffer, byteOffset + at * 4, count * 8));
      values.push(chunk);
      at += count * 2;
      continue;
    }
    const [width, base] = [words[at]!, words[at + 1]!];
    at += 2;
    same.push(width === 0 && base !== noUnit ? { unit: base, rows: count } : undefined);
    if (width === 0) {
      units.push(undefined);
      continue;
    }
    const chunk = new Int32Array(columnChunkRows);
    if (width === 4) chunk.set(words.subarray(at, at + count));
    else {
      const place = byteOffset + at * 4;
      const narrow = width === 1 ? new Uint8Array(buffer, place, count) : new Uint16Array(buffer, place, count);
      for (let i = 0; i < count; i += 1) chunk[i] = narrow[i] === 0 ? noUnit : narrow[i]! + base - 1;
    }
    chunk.fill(noUnit, count);
    units.push(chunk);
    at += whole(count * width) / 4;
  }
  column.become({ scale, other, units: form === 1 ? null : units, same, values });
}
