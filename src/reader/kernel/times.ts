import { exact, local } from './callers';
import { UNSURE } from './numbers';
import { endOf, flags, PLAIN, records, startOf } from './scanning';

const DAY: f64 = 86400000;
const MINUTE: f64 = 60000;

/** Two digits; far above any if they are not. */
function two(at: i32): u32 {
  const a = <u32>load<u8>(at) - 48;
  const b = <u32>load<u8>(at + 1) - 48;
  return a <= 9 && b <= 9 ? a * 10 + b : 1000;
}

function daysInMonth(year: u32, month: u32): u32 {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The days from 1970-01-01 to a date; years are counted from March, so that the leap day is the last of its year. */
function dayNumber(year: u32, month: u32, day: u32): f64 {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leaps = marchYear / 4 - marchYear / 100 + marchYear / 400;
  const days = marchYear * 365 + leaps + (153 * marchMonth + 2) / 5 + day - 1;
  return <f64>(<i32>days - 719468);
}

// The last date read, by its bytes: rows are mostly in order of time.
let lastYear: u64 = 0;
let lastEnd: u32 = 0;
let lastDay: f64 = 0;

/** The day of the `YYYY-MM-DD` at a place. */
function dayAt(at: i32): f64 {
  const front = load<u64>(at);
  const end = <u32>load<u16>(at + 8);
  if (front === lastYear && end === lastEnd) return lastDay;
  if (load<u8>(at + 4) !== 45 || load<u8>(at + 7) !== 45) return UNSURE;
  const year = two(at) * 100 + two(at + 2);
  const month = two(at + 5);
  const day = two(at + 8);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return UNSURE;
  lastYear = front;
  lastEnd = end;
  lastDay = dayNumber(year, month, day);
  return lastDay;
}

/** Which number of `03/11/2026` is the month: in the order of a column, neither, the second, or the first. */
const DMY = 1;
const MDY = 2;

let lastOrder = 0;
let lastFront: u64 = 0;
let lastBack: u32 = 0;
let lastOrdered: f64 = 0;

/** The day of the `DD/MM/YYYY` or `MM/DD/YYYY` at a place, with `/`, `.` or `-`. */
function orderedDayAt(at: i32, order: i32): f64 {
  const front = load<u64>(at);
  const back = <u32>load<u16>(at + 8);
  if (front === lastFront && back === lastBack && order === lastOrder) return lastOrdered;
  const mark = load<u8>(at + 2);
  if ((mark !== 47 && mark !== 46 && mark !== 45) || load<u8>(at + 5) !== mark) return UNSURE;
  const year = two(at + 6) * 100 + two(at + 8);
  const month = two(order === DMY ? at + 3 : at);
  const day = two(order === DMY ? at : at + 3);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return UNSURE;
  lastFront = front;
  lastBack = back;
  lastOrder = order;
  lastOrdered = dayNumber(year, month, day);
  return lastOrdered;
}

/** `DD/MM/YYYY HH:MM` or `MM/DD/YYYY HH:MM`, with or without seconds, without an offset. */
function orderedInstantIn(from: i32, to: i32, order: i32): f64 {
  const length = to - from;
  if ((length !== 16 && length !== 19) || load<u8>(from + 10) !== 32 || load<u8>(from + 13) !== 58) return UNSURE;
  if (length === 19 && load<u8>(from + 16) !== 58) return UNSURE;
  const hour = two(from + 11);
  const minute = two(from + 14);
  const second = length === 19 ? two(from + 17) : 0;
  if (hour > 23 || minute > 59 || second > 59) return UNSURE;
  const day = orderedDayAt(from, order);
  return day === UNSURE ? UNSURE : local(day * DAY + <f64>(((hour * 60 + minute) * 60 + second) * 1000));
}

/** `YYYY-MM-DD HH:MM:SS`, with `T` or a blank, and `Z`, `+0100`, ` +0100`, `+01:00` or no offset at all. */
function instantIn(from: i32, to: i32): f64 {
  const length = to - from;
  if (length < 19 || length > 26) return UNSURE;
  const between = load<u8>(from + 10);
  if ((between !== 32 && between !== 84) || load<u8>(from + 13) !== 58 || load<u8>(from + 16) !== 58) return UNSURE;
  const hour = two(from + 11);
  const minute = two(from + 14);
  const second = two(from + 17);
  if (hour > 23 || minute > 59 || second > 59) return UNSURE;
  const day = dayAt(from);
  if (day === UNSURE) return UNSURE;
  const wall = day * DAY + <f64>(((hour * 60 + minute) * 60 + second) * 1000);
  let at = from + 19;
  if (at === to) return local(wall);
  if (load<u8>(at) === 90) return at + 1 === to ? wall : UNSURE;
  if (load<u8>(at) === 32) at++;
  const sign = load<u8>(at);
  if (sign !== 43 && sign !== 45) return UNSURE;
  const colon = load<u8>(at + 3) === 58 ? 1 : 0;
  if (at + 5 + colon !== to) return UNSURE;
  const minutes = two(at + 3 + colon);
  const offset = two(at + 1) * 60 + minutes;
  if (minutes > 59 || offset > 14 * 60) return UNSURE;
  return sign === 43 ? wall - <f64>offset * MINUTE : wall + <f64>offset * MINUTE;
}

/**
 * Reads a column of instants of a batch, in milliseconds, into `out`. `order`: that of its dates. `blank`: what an empty cell
 * means.
 */
export function instants(column: i32, order: i32, blank: f64, out: usize): void {
  for (let record = 0; record < records; record++, out += 8) {
    if (load<u8>(flags + record) !== PLAIN) {
      store<f64>(out, NaN);
      continue;
    }
    const from = startOf(record, column);
    const to = endOf(record, column);
    let value = from === to ? blank : instantIn(from, to);
    if (value === UNSURE && (order === DMY || order === MDY)) value = orderedInstantIn(from, to, order);
    store<f64>(out, value === UNSURE ? exact(record) : value);
  }
}

/** The same of days, counted from 1970-01-01. */
export function days(column: i32, order: i32, blank: f64, out: usize): void {
  for (let record = 0; record < records; record++, out += 8) {
    if (load<u8>(flags + record) !== PLAIN) {
      store<f64>(out, NaN);
      continue;
    }
    const from = startOf(record, column);
    const to = endOf(record, column);
    let value = from === to ? blank : to - from === 10 ? dayAt(from) : UNSURE;
    if (value === UNSURE && to - from === 10 && (order === DMY || order === MDY)) value = orderedDayAt(from, order);
    store<f64>(out, value === UNSURE ? exact(record) : value);
  }
}
