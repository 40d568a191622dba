import { type Column, columnChunkRows, noUnit } from './column.ts';

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
  const { scale, other, units, values } = column.state;
  const parts: ArrayBufferView[] = [Int32Array.of(scale, other, rows, units === null ? 1 : 0)];
  for (let from = 0, at = 0; from < rows; from += columnChunkRows, at += 1) {
    const count = Math.min(columnChunkRows, rows - from);
    if (units === null) parts.push(filled(values[at], new Float64Array(count).fill(Number.NaN)));
    else parts.push(...packUnits(units[at], count));
  }
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + whole(byteLength), 0));
  let end = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), end);
    end += whole(byteLength);
  }
  return bytes;
}

/** Whole words. */
const whole = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** A chunk with all its rows: the first of a column may have fewer. */
function filled<T extends Int32Array | Float64Array>(chunk: T | undefined, blank: T): T {
  if (chunk !== undefined) blank.set(chunk.subarray(0, blank.length) as typeof blank & ArrayLike<number>);
  return blank;
}

function packUnits(chunk: Int32Array | undefined, count: number): ArrayBufferView[] {
  const units =
    chunk !== undefined && chunk.length >= count ? chunk : filled(chunk, new Int32Array(count).fill(noUnit));
  let [least, most, nulls] = [2 ** 31, noUnit, 0];
  for (let i = 0; i < count; i += 1) {
    const unit = units[i]!;
    if (unit === noUnit) nulls += 1;
    else {
      if (unit < least) least = unit;
      if (unit > most) most = unit;
    }
  }
  if (nulls === count) return [Int32Array.of(0, noUnit)];
  if (nulls === 0 && least === most) return [Int32Array.of(0, least)];
  // One more than what is above the base must fit.
  const above = most - least + 1;
  const width = above < 2 ** 8 ? 1 : above < 2 ** 16 ? 2 : 4;
  if (width === 4) return [Int32Array.of(width, 0), units.subarray(0, count)];
  const narrow = width === 1 ? new Uint8Array(count) : new Uint16Array(count);
  for (let i = 0; i < count; i += 1) narrow[i] = units[i] === noUnit ? 0 : units[i]! - least + 1;
  return [Int32Array.of(width, least), narrow];
}

/** Fills a column with such bytes, which begin at a whole word. */
export function unpackColumn({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>, column: Column): void {
  const words = new Int32Array(buffer, byteOffset, byteLength / 4);
  const [scale, other, rows, form] = [words[0]!, words[1]!, words[2]!, words[3]!];
  const units: Int32Array[] = [];
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
    const chunk = new Int32Array(columnChunkRows);
    if (width === 4) chunk.set(words.subarray(at, at + count));
    else if (width === 0) chunk.fill(base);
    else {
      const place = byteOffset + at * 4;
      const narrow = width === 1 ? new Uint8Array(buffer, place, count) : new Uint16Array(buffer, place, count);
      for (let i = 0; i < count; i += 1) chunk[i] = narrow[i] === 0 ? noUnit : narrow[i]! + base - 1;
    }
    chunk.fill(noUnit, count);
    units.push(chunk);
    at += whole(count * width) / 4;
  }
  column.become({ scale, other, units: form === 1 ? null : units, values });
}
