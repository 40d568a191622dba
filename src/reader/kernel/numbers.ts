import { exact } from './callers';
import { EXACT, endOf, flags, PLAIN, records, startOf } from './scanning';

/** A value that the bytes do not tell. */
export const UNSURE: f64 = Infinity;

const MAX_SAFE: u64 = 9007199254740991;
const ONE: u64 = 1000000;

/** A minus or none, digits, at most one `mark` with one to six digits after it: in millionths. */
function numberIn(from: i32, to: i32, mark: u8): f64 {
  const isNegative = load<u8>(from) === 45;
  let at = isNegative ? from + 1 : from;
  // More digits may be too many.
  if (at >= to || to - at > 18) return UNSURE;
  let digits: u64 = 0;
  let point = 0;
  for (; at < to; at++) {
    const byte = load<u8>(at);
    const digit = <u32>byte - 48;
    if (digit <= 9) digits = digits * 10 + digit;
    else if (byte === mark && point === 0) point = at;
    else return UNSURE;
  }
  let unit = ONE;
  if (point !== 0) {
    const places = to - 1 - point;
    if (places === 0 || places > 6) return UNSURE;
    for (let i = 0; i < places; i++) unit /= 10;
  }
  if (digits > MAX_SAFE / unit) return UNSURE;
  const value = <f64>(digits * unit);
  return isNegative && value !== 0 ? -value : value;
}

/** Whether letters beyond ASCII are one byte, as in Windows-1252: else UTF-8. */
let isSingle = false;

/** The bytes of the blank that begins at a place: plain, no-break (C2 A0, or A0) or narrow (E2 80 AF); 0 for none. */
function blankAt(at: i32, to: i32): i32 {
  const byte = load<u8>(at);
  if (byte === 32) return 1;
  if (isSingle) return byte === 0xa0 ? 1 : 0;
  if (byte === 0xc2) return at + 2 <= to && load<u8>(at + 1) === 0xa0 ? 2 : 0;
  return byte === 0xe2 && at + 3 <= to && load<u16>(at + 1) === 0xaf80 ? 3 : 0;
}

/** The same of the blank that ends before a place. */
function blankBefore(from: i32, to: i32): i32 {
  for (let length = 1; length <= 3; length++)
    if (to - length > from && blankAt(to - length, to) === length) return length;
  return 0;
}

/** Whether the bytes of a sign, the first in the lowest, are at a place. */
function isSign(at: i32, sign: u32, length: i32): bool {
  for (let i = 0; i < length; i++) if (load<u8>(at + i) !== <u8>(sign >> (8 * i))) return false;
  return true;
}

/**
 * The same for a number with the sign of its currency (0: it may have none) before or after it, and with thousands in groups of
 * three, separated by one kind of blank or by the mark that is not that of decimals.
 */
function writtenIn(from: i32, to: i32, mark: u8, sign: u32): f64 {
  const length = sign === 0 ? 0 : sign > 0xffff ? 3 : sign > 0xff ? 2 : 1;
  if (length > 0 && to - from > length) {
    if (isSign(to - length, sign, length)) {
      to -= length;
      to -= blankBefore(from, to);
    } else if (isSign(from, sign, length)) {
      from += length;
      from += blankAt(from, to);
      if (load<u8>(from) === 45) return UNSURE;
    }
  }
  const isNegative = load<u8>(from) === 45;
  const first = isNegative ? from + 1 : from;
  let digits: u64 = 0;
  let count = 0;
  let inGroup = 0;
  let grouper: u8 = 0;
  let hasPoint = false;
  for (let at = first; at < to; ) {
    const byte = load<u8>(at);
    const digit = <u32>byte - 48;
    if (digit <= 9) {
      digits = digits * 10 + digit;
      count++;
      inGroup++;
      at++;
      continue;
    }
    if (hasPoint) return UNSURE;
    if (byte === mark) {
      if (count === 0 || (grouper !== 0 && inGroup !== 3)) return UNSURE;
      hasPoint = true;
      at++;
    } else {
      const width = byte === 44 || byte === 46 ? 1 : blankAt(at, to);
      if (width === 0) return UNSURE;
      if (grouper === 0 ? inGroup < 1 || inGroup > 3 || load<u8>(first) === 48 : byte !== grouper || inGroup !== 3)
        return UNSURE;
      grouper = byte;
      at += width;
    }
    inGroup = 0;
  }
  if (count === 0 || count > 18 || (hasPoint ? inGroup === 0 || inGroup > 6 : grouper !== 0 && inGroup !== 3))
    return UNSURE;
  let unit = ONE;
  if (hasPoint) for (let i = 0; i < inGroup; i++) unit /= 10;
  if (digits > MAX_SAFE / unit) return UNSURE;
  const value = <f64>(digits * unit);
  return isNegative && value !== 0 ? -value : value;
}

/**
 * Reads a column of numbers of a batch, as millionths times `times`, into `out`. `blank`: what an empty cell means. Values that
 * are not whole, or below 0, are asked for where they must not be so. Records that are not plain have NaN. `written`: not 0 if
 * numbers may have groups of thousands, and the `sign` of their currency; 2 in Windows-1252.
 */
export function numbers(
  column: i32,
  mark: i32,
  times: f64,
  isWhole: bool,
  isPositive: bool,
  blank: f64,
  written: i32,
  sign: u32,
  out: usize,
): void {
  isSingle = written === 2;
  for (let record = 0; record < records; record++, out += 8) {
    if (load<u8>(flags + record) !== PLAIN) {
      store<f64>(out, NaN);
      continue;
    }
    const from = startOf(record, column);
    const to = endOf(record, column);
    if (from === to) {
      store<f64>(out, blank);
      continue;
    }
    let found = numberIn(from, to, <u8>mark);
    // Below 0: a cell with doubled quotes.
    if (found === UNSURE && written !== 0 && to > 0) found = writtenIn(from, to, <u8>mark, sign);
    // Of 0, which has no sign, another is made if it is multiplied with -1.
    let value = found * times + 0;
    if (!(abs(value) <= <f64>MAX_SAFE) || (isWhole && <i64>value % ONE !== 0) || (isPositive && value < 0))
      value = exact(record);
    store<f64>(out, value);
  }
}

/** The most digits after the last `mark` of a plain record's cell. */
export function places(column: i32, mark: i32): i32 {
  let most = 0;
  for (let record = 0; record < records; record++) {
    if (load<u8>(flags + record) !== PLAIN) continue;
    const from = startOf(record, column);
    const to = endOf(record, column) & i32.MAX_VALUE;
    let at = to - 1;
    while (at >= from && load<u8>(at) !== <u8>mark) at--;
    if (at < from) continue;
    let end = at + 1;
    while (end < to && <u32>load<u8>(end) - 48 <= 9) end++;
    most = max(most, end - at - 1);
  }
  return most;
}

/**
 * Leaves plain records to the exact reader: those with a value that cannot be read, with none where one is needed, or with one
 * below 0 where that has to be looked at.
 */
export function leaveOdd(values: usize, isNeeded: bool, isExactBelow0: bool): void {
  for (let record = 0; record < records; record++, values += 8) {
    if (load<u8>(flags + record) !== PLAIN) continue;
    const value = load<f64>(values);
    if (value === -Infinity || (isNeeded && !(value > -Infinity)) || (isExactBelow0 && value < 0))
      store<u8>(flags + record, EXACT);
  }
}
