import { isErased, oddKey } from './callers';
import { alloc } from './memory';
import { hash } from './murmur';
import { EXACT, endOf, flags, PLAIN, records, startOf } from './scanning';

/** What the key of a record is: none, one of plain bytes, another text. */
const NONE: u8 = 0;
const BYTES: u8 = 1;
const TEXT: u8 = 2;

// Sorts of bytes, each a bit of its own. STRANGE: beyond ASCII, or a `+`; they are OTHER as well.
const ZERO = 1;
const DIGIT = 2;
const LETTER = 4;
const CAPITAL = 8;
const SIGN = 16;
const MARK = 32;
const OTHER = 64;
const STRANGE = 128;

/** The sort of each byte in a key. */
let classes: usize = 0;
/** Where a key is written that is not as its cell has it; longer ones are read exactly. */
let own: usize = 0;
const LONGEST = 1024;

export function beginKeys(): void {
  classes = alloc(256);
  own = alloc(LONGEST);
  for (let byte = 0; byte < 256; byte++) store<u8>(classes + byte, <u8>sortOf(byte));
}

function sortOf(byte: i32): i32 {
  if (byte === 48) return ZERO;
  if (byte > 48 && byte <= 57) return DIGIT;
  if ((byte >= 97 && byte <= 122) || byte === 95) return LETTER;
  if (byte >= 65 && byte <= 90) return CAPITAL;
  if (byte === 64) return SIGN;
  if (byte === 45 || byte === 46) return MARK;
  return byte >= 127 || byte === 43 ? OTHER | STRANGE : OTHER;
}

// The key in hand.
let keyAt: usize = 0;
let keyLength: i32 = 0;
/** The sorts of its bytes, as they are in the cell. */
let seen: u32 = 0;

/**
 * Finds the key in a cell of the type `key`: as it is, one of digits with marks to take out, or an address with capitals. False
 * for any other.
 */
function findKey(from: i32, length: i32): bool {
  let marks = 0;
  seen = 0;
  for (let at = from; at < from + length; at++) {
    const sort = <u32>load<u8>(classes + load<u8>(at));
    seen |= sort;
    marks += sort & MARK;
  }
  marks >>= 5;
  keyAt = from;
  keyLength = length;
  if ((seen & OTHER) !== 0 || length > LONGEST) return false;
  if ((seen & SIGN) !== 0) {
    if ((seen & CAPITAL) !== 0) small();
    return true;
  }
  if ((seen & (LETTER | CAPITAL)) !== 0) return length > 4;
  if (length - marks < 7 || (seen & DIGIT) === 0) return false;
  if (marks > 0) digits();
  return true;
}

/** In small letters. */
function small(): void {
  for (let i = 0; i < keyLength; i++) {
    const byte = load<u8>(keyAt + i);
    store<u8>(own + i, byte >= 65 && byte <= 90 ? byte + 32 : byte);
  }
  keyAt = own;
}

/** Only its digits. */
function digits(): void {
  let length = 0;
  for (let i = 0; i < keyLength; i++) {
    const byte = load<u8>(keyAt + i);
    if (<u32>byte - 48 <= 9) store<u8>(own + length++, byte);
  }
  keyAt = own;
  keyLength = length;
}

/** Finds the text of a cell that is ASCII with no blank at an end, and has no `+`: an id that is its own text. */
function findText(from: i32, length: i32): bool {
  keyAt = from;
  keyLength = length;
  seen = 0;
  if (load<u8>(from) <= 32 || load<u8>(from + length - 1) <= 32) return false;
  for (let at = from; at < from + length; at++) seen |= <u32>load<u8>(classes + load<u8>(at));
  return (seen & STRANGE) === 0;
}

/** What the first filled of some cells has, as keys or texts. `columns`: of each its place, and whether it is a key. */
function find(record: i32, columns: usize, count: i32): u8 {
  for (let i = 0; i < count; i++, columns += 8) {
    const column = load<i32>(columns);
    const from = startOf(record, column);
    const to = endOf(record, column);
    if (from === to) continue;
    if (to < 0) return TEXT;
    const isFound = load<i32>(columns, 4) !== 0 ? findKey(from, to - from) : findText(from, to - from);
    return isFound ? BYTES : TEXT;
  }
  return NONE;
}

/** The same; where the bytes do not tell, or `count` is below 0, those who call know it. */
function keyOf(record: i32, columns: usize, count: i32): u8 {
  const found = count < 0 ? TEXT : find(record, columns, count);
  return found === TEXT ? <u8>oddKey(record) : found;
}

/**
 * Keeps ids of a batch: their texts one after the other from `texts` on, where each ends, counted from `used`, and their
 * hashes, of which that of an order has no `#`. A record with another text is left to the exact reader, and one without an id
 * if it is `required`. Returns what `used` is then.
 */
export function ids(
  columns: usize,
  count: i32,
  isOrder: bool,
  required: bool,
  texts: usize,
  used: i32,
  ends: usize,
  hashes: usize,
): i32 {
  const before = used;
  for (let record = 0; record < records; record++, ends += 4, hashes += 16) {
    let found = NONE;
    if (load<u8>(flags + record) === PLAIN) {
      found = keyOf(record, columns, count);
      if (found === TEXT || (found === NONE && required)) store<u8>(flags + record, EXACT);
    }
    if (found === BYTES) {
      const at = texts + (used - before);
      memory.copy(at, keyAt, keyLength);
      used += keyLength;
      const skipped = isOrder && load<u8>(at) === 35 ? 1 : 0;
      hash(at + skipped, keyLength - skipped, hashes);
    } else memory.fill(hashes, 0, 16);
    store<i32>(ends, used);
  }
  return used;
}

/**
 * Keeps people of a batch: hashes and fingerprints, Infinity for a record that names none. `oddKey` keeps its person itself.
 * `required`: a record that names none is left to the exact reader.
 */
export function people(columns: usize, count: i32, required: bool, hashes: usize, prints: usize): void {
  for (let record = 0; record < records; record++, hashes += 16, prints += 8) {
    let found = NONE;
    if (load<u8>(flags + record) === PLAIN) {
      found = keyOf(record, columns, count);
      if (found === NONE && required) store<u8>(flags + record, EXACT);
    }
    if (found === NONE) {
      memory.fill(hashes, 0, 16);
      store<f64>(prints, Infinity);
    } else if (found === BYTES) {
      hash(keyAt, keyLength, hashes);
      const four = load<i32>(hashes) & ~3;
      const print = <f64>(four === i32.MIN_VALUE ? 0 : four) + ((seen & SIGN) !== 0 ? 0 : isLongNumber() ? 1 : 3);
      store<f64>(prints, mayBeErased() && isErased(keyAt, keyLength) ? NaN : print);
    }
  }
}

/** Whether the key in hand is digits that may be a telephone number, as in `core/person.ts`. */
function isLongNumber(): bool {
  // Marks are taken out of a copy only.
  return keyLength >= 7 && (seen & ~(ZERO | DIGIT | MARK)) === 0 && ((seen & MARK) === 0 || keyAt === own);
}

/** Whether the key in hand has letters where the placeholders of erased people have some. */
function mayBeErased(): bool {
  if ((seen & (LETTER | CAPITAL)) === 0) return false;
  const begin =
    ((<u32>load<u8>(keyAt)) << 16) | ((<u32>load<u8>(keyAt + 1)) << 8) | <u32>load<u8>(keyAt + 2) | 0x202020;
  // del, red, ano, era, rem
  if (begin === 0x64656c || begin === 0x726564 || begin === 0x616e6f || begin === 0x657261 || begin === 0x72656d)
    return true;
  // .invalid
  const end = keyAt + keyLength;
  if (keyLength >= 8 && load<u8>(end - 8) === 46 && (load<u8>(end - 1) | 32) === 100) return true;
  // redacted, as a word of its own
  for (let at = keyAt + 1; at < end; at++)
    if ((load<u8>(at) | 32) === 114 && (load<u8>(classes + load<u8>(at - 1)) & (MARK | SIGN | OTHER)) !== 0)
      return true;
  return false;
}
