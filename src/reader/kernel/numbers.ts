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

/**
 * Reads a column of numbers of a batch, as millionths times `times`, into `out`. `blank`: what an empty cell means. Values that
 * are not whole, or below 0, are asked for where they must not be so. Records that are not plain have NaN.
 */
export function numbers(
  column: i32,
  mark: i32,
  times: f64,
  isWhole: bool,
  isPositive: bool,
  blank: f64,
  out: usize,
): void {
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
    // Of 0, which has no sign, another is made if it is multiplied with -1.
    let value = numberIn(from, to, <u8>mark) * times + 0;
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
