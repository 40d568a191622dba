import { alloc, isSame } from './memory';

/** What each record of a batch is. */
export const PLAIN: u8 = 0;
export const EXACT: u8 = 1;
export const BLANK: u8 = 2;

/** What ended a batch. */
const FULL = 0;
const ODD = 1;
const CUT = 2;
const TOO_LONG = 3;

const QUOTE: u8 = 34;
const LF: u8 = 10;
const CR: u8 = 13;

/** Cells of a batch, of which there is at least one record. */
const CELLS = 48 * 1024;
const MOST_RECORDS = 2048;

// Of the table.
let width = 0;
let delimiter: u8 = 44;
let again: usize = 0;
let againLength = 0;
let maxRecord = 0;

// Of a batch: by record its flag, its first byte, and for each of its cells where it begins and ends. The end of one with
// doubled quotes in it is below 0: its bytes are not yet its text.
export let records = 0;
export let flags: usize = 0;
export let places: usize = 0;
let cells: usize = 0;
let room = 0;

/** The table of which batches are scanned. `most`: bytes of a record. Returns where to put the bytes of `again`. */
export function table(cellsOfRow: i32, delimiting: i32, lengthOfAgain: i32, most: i32): usize {
  width = cellsOfRow;
  delimiter = <u8>delimiting;
  maxRecord = most;
  againLength = lengthOfAgain;
  again = alloc(lengthOfAgain);
  room = min(MOST_RECORDS, max(1, CELLS / width));
  flags = alloc(room);
  places = alloc((room + 1) << 2);
  cells = alloc((room * width) << 3);
  return again;
}

/** How many records a batch may have. */
export function roomOf(): i32 {
  return room;
}

export function recordsOf(): i32 {
  return records;
}

export function flagsOf(): usize {
  return flags;
}

export function placesOf(): usize {
  return places;
}

export function cellsOf(): usize {
  return cells;
}

/** Where a cell begins. */
export function startOf(record: i32, column: i32): i32 {
  return load<i32>(cells + ((<usize>(record * width + column)) << 3));
}

/** Where it ends; below 0 if there are doubled quotes in it. */
export function endOf(record: i32, column: i32): i32 {
  return load<i32>(cells + ((<usize>(record * width + column)) << 3), 4);
}

function endsCell(byte: u8): bool {
  return byte === delimiter || byte === LF || byte === CR;
}

/** The bits of the bytes in a block of 64 before `length` that may end a cell or begin one. */
function marks(at: i32, length: i32, delimiters: v128): u64 {
  let bits: u64 = 0;
  for (let part = 0; part < 4; part++) {
    const block = v128.load(at + (part << 4));
    const found = v128.or(
      v128.or(i8x16.eq(block, delimiters), i8x16.eq(block, i8x16.splat(QUOTE))),
      v128.or(i8x16.eq(block, i8x16.splat(LF)), i8x16.eq(block, i8x16.splat(CR))),
    );
    bits |= (<u64>(<u32>i8x16.bitmask(found))) << (part << 4);
  }
  return length - at < 64 ? bits & (((<u64>1) << (length - at)) - 1) : bits;
}

/**
 * Finds the cells of the records from `from` on, up to the first that begins at `stop` or after, at most as many as a batch
 * may have. `last`: nothing follows after `length`. Says what ended the batch; `places` has where the next record begins.
 */
export function scan(from: i32, stop: i32, length: i32, last: bool): i32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  let record = 0;
  let start = from;
  let column = 0;
  let cell = start;
  let isAlone = true;
  // Within quotes, and behind them, when the cell has ended.
  let isQuoted = false;
  let isClosed = false;
  let isDoubled = false;
  /** Marks before this place have had their effect. */
  let done = start;
  let block = start;
  let row = cells;
  records = 0;
  store<i32>(places, start);
  if (start >= stop) return FULL;
  let bits = start < length ? marks(block, length, delimiters) : 0;
  while (true) {
    let at: i32;
    let byte: u8;
    if (bits === 0) {
      block += 64;
      if (block < length) {
        bits = marks(block, length, delimiters);
        continue;
      }
      // The bytes end.
      if (!last) return ended(record, CUT);
      if (isQuoted) return ended(record, ODD);
      at = length;
      byte = LF;
    } else {
      at = block + <i32>ctz(bits);
      bits &= bits - 1;
      if (at < done) continue;
      byte = load<u8>(at);
      if (isQuoted) {
        if (byte !== QUOTE) continue;
        if (at + 1 < length && load<u8>(at + 1) === QUOTE) {
          isDoubled = true;
          done = at + 2;
          continue;
        }
        if (at + 1 >= length) {
          if (!last) return ended(record, CUT);
        } else if (!endsCell(load<u8>(at + 1))) return ended(record, ODD);
        isQuoted = false;
        isClosed = true;
        done = at + 1;
        if (column < width) {
          store<i32>(row, cell);
          store<i32>(row, isDoubled ? at | i32.MIN_VALUE : at, 4);
        }
        if (column > 0 && at > cell) {
          const first = load<u8>(cell);
          if (first > 32 && first < 127) isAlone = false;
        }
        continue;
      }
      if (byte === QUOTE) {
        if (at !== cell) return ended(record, ODD);
        isQuoted = true;
        cell = at + 1;
        done = at + 1;
        continue;
      }
    }
    // A cell ends here.
    if (!isClosed) {
      if (column < width) {
        store<i32>(row, cell);
        store<i32>(row, at, 4);
      }
      if (column > 0 && at > cell) {
        const first = load<u8>(cell);
        if (first > 32 && first < 127) isAlone = false;
      }
    }
    const isFirstEmpty = column === 0 && (isClosed ? at - 1 === cell : at === cell);
    column++;
    row += 8;
    isClosed = false;
    isDoubled = false;
    cell = at + 1;
    done = cell;
    if (byte === delimiter && at < length) continue;
    // A record does.
    if (byte === CR) {
      if (cell === length && !last) return ended(record, CUT);
      if (cell < length && load<u8>(cell) === LF) {
        cell++;
        done = cell;
      }
    }
    const next = min(cell, length);
    if (next - start > maxRecord) return ended(record, TOO_LONG);
    let flag = PLAIN;
    if (column === 1 && isFirstEmpty) flag = BLANK;
    else if (column !== width || isAlone || isAgain(record)) flag = EXACT;
    store<u8>(flags + record, flag);
    record++;
    start = next;
    store<i32>(places + ((<usize>record) << 2), start);
    if (start >= stop || record === room) return ended(record, FULL);
    column = 0;
    isAlone = true;
    row = cells + ((<usize>(record * width)) << 3);
  }
}

function ended(record: i32, reason: i32): i32 {
  records = record;
  return reason;
}

/** Whether a record begins with the first name of the header. */
function isAgain(record: i32): bool {
  const start = startOf(record, 0);
  const end = endOf(record, 0);
  return end - start === againLength && isSame(start, again, againLength);
}

/** Whether any byte of a cell is a digit. */
export function hasDigit(record: i32, column: i32): bool {
  const end = endOf(record, column) & i32.MAX_VALUE;
  for (let at = startOf(record, column); at < end; at++) if (<u32>load<u8>(at) - 48 <= 9) return true;
  return false;
}
