/** Deeper nesting than this is an attack, not an export. */
export const maxDepth = 100;

/** Thrown by `valueEnd`; the caller knows the file and the record. */
export class TooDeep extends Error {}

const [quote, backslash, comma, colon, minus] = [34, 92, 44, 58, 45];
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125];

/** Space, tab, CR, LF. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** The first byte from `at` on that is not white space. */
export function skipSpace(bytes: Buffer, at: number): number {
  let next = at;
  while (isSpace(bytes[next])) next++;
  return next;
}

/** One JSON value among the bytes: where it ends, and the numbers in it, as pairs of start and end. */
export interface Extent {
  readonly end: number;
  readonly numbers: readonly number[];
}

/** The extent of the value that starts at `start`; null when it does not end in these bytes. Checks brackets only. */
export function extentAt(bytes: Buffer, start: number): Extent | null {
  const numbers: number[] = [];
  let depth = 0;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === quote) {
      at = stringEnd(bytes, at);
      if (at < 0) return null;
    } else if (byte === minus || (byte >= 48 && byte <= 57)) {
      const end = numberEnd(bytes, at);
      if (end === bytes.length) return null;
      // A number before a colon would be a key: left as it is, so that the parser refuses it.
      if (bytes[skipSpace(bytes, end)] !== colon) numbers.push(at, end);
      at = end;
    } else {
      at++;
      if (byte === openObject || byte === openArray) {
        if (++depth > maxDepth) throw new TooDeep();
      } else if (byte === closeObject || byte === closeArray) depth--;
      else if (depth === 0) {
        // A literal, or garbage: up to the next separator of values.
        while (at < bytes.length && !isSeparator(bytes[at]!)) at++;
        if (at === bytes.length) return null;
      }
    }
    if (depth <= 0) return { end: at, numbers };
  }
  return null;
}

/** Just after the closing quote of the string at `start`, -1 when it is cut. */
export function stringEnd(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === backslash) at++;
  }
  return -1;
}

function numberEnd(bytes: Buffer, start: number): number {
  let at = start + 1;
  while (at < bytes.length && isNumberByte(bytes[at]!)) at++;
  return at;
}

/** Digits and `+ - . E e`. */
function isNumberByte(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 46 || byte === 45 || byte === 43 || byte === 69 || byte === 101;
}

function isSeparator(byte: number): boolean {
  return isSpace(byte) || byte === comma || byte === closeArray || byte === closeObject;
}
