/**
 * 128 bits by which keys (ids, customers, visitors) are distinguished without keeping or comparing their bytes: of ten
 * million keys two share them with a probability of 10^-25. The algorithm is MurmurHash3 for 128 bits in four 32-bit
 * lanes (Austin Appleby, public domain).
 */

/** Four numbers of 32 bits. */
export type Hash = Int32Array;

const c1 = 0x239b961b;
const c2 = 0xab0e9789;
const c3 = 0x38b34ae5;
const c4 = 0xa1e38b93;

const final = (h: number): number => {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
};

const word = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);

/** Up to four bytes before `to`, the rest 0. */
const rest = (bytes: Uint8Array, at: number, to: number): number => {
  let value = 0;
  for (let i = Math.min(to, at + 4) - 1; i >= at; i--) value = (value << 8) | bytes[i]!;
  return value;
};

/** Writes the hash of the bytes from `from` to `to` into `out` at `place`. The seed is one of four numbers. */
export function hashBytes(bytes: Uint8Array, from: number, to: number, seed: Hash, out: Hash, place: number): void {
  let h1 = seed[0]!;
  let h2 = seed[1]!;
  let h3 = seed[2]!;
  let h4 = seed[3]!;
  const length = to - from;
  let at = from;
  for (let left = length; left > 0; left -= 16) {
    const whole = left >= 16;
    let k1 = whole ? word(bytes, at) : rest(bytes, at, to);
    let k2 = whole ? word(bytes, at + 4) : rest(bytes, at + 4, to);
    let k3 = whole ? word(bytes, at + 8) : rest(bytes, at + 8, to);
    let k4 = whole ? word(bytes, at + 12) : rest(bytes, at + 12, to);
    at += 16;
    k1 = Math.imul(k1, c1);
    h1 ^= Math.imul((k1 << 15) | (k1 >>> 17), c2);
    h1 = Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561ccd1b;
    k2 = Math.imul(k2, c2);
    h2 ^= Math.imul((k2 << 16) | (k2 >>> 16), c3);
    h2 = Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bcaa747;
    k3 = Math.imul(k3, c3);
    h3 ^= Math.imul((k3 << 17) | (k3 >>> 15), c4);
    h3 = Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd1c35;
    k4 = Math.imul(k4, c4);
    h4 ^= Math.imul((k4 << 18) | (k4 >>> 14), c1);
    h4 = Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac3b17;
  }
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = final(h1);
  h2 = final(h2);
  h3 = final(h3);
  h4 = final(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  out[place] = h1;
  out[place + 1] = (h2 + h1) | 0;
  out[place + 2] = (h3 + h1) | 0;
  out[place + 3] = (h4 + h1) | 0;
}

let bytesOfText = new Uint8Array(1024);

/** Writes the hash of a text into `out` at `place`. */
export function hashText(text: string, seed: Hash, out: Hash, place: number): void {
  if (text.length * 3 > bytesOfText.length) bytesOfText = new Uint8Array(text.length * 6);
  hashBytes(bytesOfText, 0, textBytes(text, bytesOfText), seed, out, place);
}

/** Writes a text as bytes: each UTF-16 unit as UTF-8 would, so that any two texts differ. Returns how many. */
export function textBytes(text: string, bytes: Uint8Array): number {
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[at++] = unit;
    else {
      if (unit < 0x800) bytes[at++] = 0xc0 | (unit >> 6);
      else {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      }
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at;
}
