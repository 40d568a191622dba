import { alloc, bytesAt, isSame, zeros } from './memory';
import { endOf, flags, PLAIN, records, startOf } from './scanning';

// Numbers for the different contents of some cells, from 0 on in the order in which they come: a table by hash, in which
// equal hashes are compared byte by byte.

/** Bytes of a table, beside those that it points to. */
const HEAD: usize = 40;

// The fields of a table, each of four bytes: how many columns, where these stand, slots, entries, how many of each, and the
// bytes: of each cell its length, then its content.
const COLUMNS: usize = 0;
const PLACES: usize = 4;
const SLOTS: usize = 8;
const SLOT_COUNT: usize = 12;
const ENTRIES: usize = 16;
const SIZE: usize = 20;
const ROOM: usize = 24;
const BYTES: usize = 28;
const USED: usize = 32;
const BYTES_ROOM: usize = 36;

// An entry: its hash, where its bytes are, and the record of the batch that it was first met in.
const ENTRY: usize = 16;

/** An odd number whose bits are as good as random. */
const MIX: u64 = ((<u64>0xff51afd7) << 32) | 0xed558ccd;

/** A table of so many columns; where to write their places is at `columnsOf`. */
export function tuples(columns: i32): usize {
  const table = alloc(HEAD);
  store<u32>(table, columns, COLUMNS);
  store<usize>(table, alloc((<usize>columns) << 2), PLACES);
  store<usize>(table, zeros(64 << 2), SLOTS);
  store<u32>(table, 64, SLOT_COUNT);
  store<usize>(table, alloc(32 * ENTRY), ENTRIES);
  store<u32>(table, 0, SIZE);
  store<u32>(table, 32, ROOM);
  store<usize>(table, alloc(1024), BYTES);
  store<u32>(table, 0, USED);
  store<u32>(table, 1024, BYTES_ROOM);
  return table;
}

export function columnsOf(table: usize): usize {
  return load<usize>(table, PLACES);
}

export function sizeOf(table: usize): i32 {
  return load<u32>(table, SIZE);
}

/** The record of the batch in which an entry was first met. */
export function firstOf(table: usize, number: i32): i32 {
  return load<u32>(load<usize>(table, ENTRIES) + <usize>number * ENTRY, 8);
}

/** The number of each plain record of a batch, into `out`. */
export function numbersOf(table: usize, out: usize): void {
  for (let record = 0; record < records; record++, out += 4)
    store<i32>(out, load<u8>(flags + record) === PLAIN ? numberOf(table, record) : 0);
}

/** The number of one record. */
export function numberOf(table: usize, record: i32): i32 {
  const columns = load<u32>(table, COLUMNS);
  const places = load<usize>(table, PLACES);
  let hash: u64 = MIX;
  let length = 0;
  for (let i: u32 = 0; i < columns; i++) {
    const column = load<i32>(places + ((<usize>i) << 2));
    const from = startOf(record, column);
    const size = sizeOfCell(record, column);
    length += size;
    hash = (hash ^ <u64>size) * MIX;
    for (let at = 0; at < size; at += 8) {
      hash = (hash ^ bytesAt(from + at, size - at)) * MIX;
      hash ^= hash >> 29;
    }
  }
  const short = <u32>(hash ^ (hash >> 32));
  const mask = load<u32>(table, SLOT_COUNT) - 1;
  const slots = load<usize>(table, SLOTS);
  const entries = load<usize>(table, ENTRIES);
  let slot = short & mask;
  for (
    let known = load<u32>(slots + ((<usize>slot) << 2));
    known !== 0;
    known = load<u32>(slots + ((<usize>slot) << 2))
  ) {
    const entry = entries + <usize>(known - 1) * ENTRY;
    if (load<u32>(entry) === short && isEntry(load<usize>(table, BYTES) + load<u32>(entry, 4), places, columns, record))
      return known - 1;
    slot = (slot + 1) & mask;
  }
  return add(table, slot, short, record, length);
}

/** The bytes of a cell, with those of doubled quotes in it. */
function sizeOfCell(record: i32, column: i32): i32 {
  return (endOf(record, column) & i32.MAX_VALUE) - startOf(record, column);
}

function isEntry(bytes: usize, places: usize, columns: u32, record: i32): bool {
  for (let i: u32 = 0; i < columns; i++) {
    const column = load<i32>(places + ((<usize>i) << 2));
    const from = startOf(record, column);
    const size = sizeOfCell(record, column);
    if (load<i32>(bytes) !== size) return false;
    bytes += 4;
    if (!isSame(from, bytes, size)) return false;
    bytes += size;
  }
  return true;
}

function add(table: usize, slot: u32, hash: u32, record: i32, length: i32): i32 {
  const columns = load<u32>(table, COLUMNS);
  const places = load<usize>(table, PLACES);
  const number = load<u32>(table, SIZE);
  if (number === load<u32>(table, ROOM)) {
    store<usize>(table, longer(load<usize>(table, ENTRIES), <usize>number * ENTRY), ENTRIES);
    store<u32>(table, number << 1, ROOM);
  }
  const used = load<u32>(table, USED);
  const needed = used + <u32>length + (columns << 2);
  if (needed > load<u32>(table, BYTES_ROOM)) {
    const more = alloc(needed << 1);
    memory.copy(more, load<usize>(table, BYTES), used);
    store<usize>(table, more, BYTES);
    store<u32>(table, needed << 1, BYTES_ROOM);
  }
  let at = load<usize>(table, BYTES) + used;
  for (let i: u32 = 0; i < columns; i++) {
    const column = load<i32>(places + ((<usize>i) << 2));
    const size = sizeOfCell(record, column);
    store<i32>(at, size);
    memory.copy(at + 4, startOf(record, column), size);
    at += 4 + size;
  }
  const entry = load<usize>(table, ENTRIES) + <usize>number * ENTRY;
  store<u32>(entry, hash);
  store<u32>(entry, used, 4);
  store<u32>(entry, record, 8);
  store<u32>(table, needed, USED);
  store<u32>(load<usize>(table, SLOTS) + ((<usize>slot) << 2), number + 1);
  store<u32>(table, number + 1, SIZE);
  if ((number + 1) << 1 > load<u32>(table, SLOT_COUNT)) spread(table);
  return number;
}

function longer(before: usize, size: usize): usize {
  const after = alloc(size << 1);
  memory.copy(after, before, size);
  return after;
}

function spread(table: usize): void {
  const count = load<u32>(table, SLOT_COUNT) << 1;
  const slots = zeros((<usize>count) << 2);
  const size = load<u32>(table, SIZE);
  const entries = load<usize>(table, ENTRIES);
  for (let number: u32 = 0; number < size; number++) {
    let slot = load<u32>(entries + <usize>number * ENTRY) & (count - 1);
    while (load<u32>(slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & (count - 1);
    store<u32>(slots + ((<usize>slot) << 2), number + 1);
  }
  store<usize>(table, slots, SLOTS);
  store<u32>(table, count, SLOT_COUNT);
}
