import { exact } from './callers';
import { endOf, flags, PLAIN, records, startOf } from './scanning';

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
 * Reads a column of numbers of a batch, as millionths times `times`, into `out`. `blank`: what an empty cell means. Records
 * that are not plain have NaN.
 */
export function numbers(column: i32, mark: i32, times: f64, isWhole: bool, blank: f64, out: usize): void {
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
    let value = numberIn(from, to, <u8>mark) * times;
    if (!(abs(value) <= <f64>MAX_SAFE) || (isWhole && <i64>value % ONE !== 0)) value = exact(record);
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
