import { bytesAt } from './memory';

// MurmurHash3 for 128 bits in four 32-bit lanes (Austin Appleby, public domain): see src/core/hash.ts, with which it agrees.

const C1: u32 = 0x239b961b;
const C2: u32 = 0xab0e9789;
const C3: u32 = 0x38b34ae5;
const C4: u32 = 0xa1e38b93;

function final(h: u32): u32 {
  h ^= h >>> 16;
  h *= 0x85ebca6b;
  h ^= h >>> 13;
  h *= 0xc2b2ae35;
  return h ^ (h >>> 16);
}

let seed1: u32 = 0;
let seed2: u32 = 0;
let seed3: u32 = 0;
let seed4: u32 = 0;

export function seed(a: i32, b: i32, c: i32, d: i32): void {
  seed1 = a;
  seed2 = b;
  seed3 = c;
  seed4 = d;
}

/** Writes the hash of some bytes to `out`. */
export function hash(from: usize, length: i32, out: usize): void {
  let h1 = seed1;
  let h2 = seed2;
  let h3 = seed3;
  let h4 = seed4;
  for (let left = length; left > 0; left -= 16, from += 16) {
    const front = bytesAt(from, left);
    const back = left > 8 ? bytesAt(from + 8, left - 8) : 0;
    let k1 = <u32>front;
    let k2 = <u32>(front >> 32);
    let k3 = <u32>back;
    let k4 = <u32>(back >> 32);
    k1 = rotl(k1 * C1, 15) * C2;
    h1 = (rotl(h1 ^ k1, 19) + h2) * 5 + 0x561ccd1b;
    k2 = rotl(k2 * C2, 16) * C3;
    h2 = (rotl(h2 ^ k2, 17) + h3) * 5 + 0x0bcaa747;
    k3 = rotl(k3 * C3, 17) * C4;
    h3 = (rotl(h3 ^ k3, 15) + h4) * 5 + 0x96cd1c35;
    k4 = rotl(k4 * C4, 18) * C1;
    h4 = (rotl(h4 ^ k4, 13) + h1) * 5 + 0x32ac3b17;
  }
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 += h2 + h3 + h4;
  h2 += h1;
  h3 += h1;
  h4 += h1;
  h1 = final(h1);
  h2 = final(h2);
  h3 = final(h3);
  h4 = final(h4);
  h1 += h2 + h3 + h4;
  store<u32>(out, h1);
  store<u32>(out, h2 + h1, 4);
  store<u32>(out, h3 + h1, 8);
  store<u32>(out, h4 + h1, 12);
}
