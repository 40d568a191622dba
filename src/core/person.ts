import { type Hash, hashText } from './hash.ts';

/*
 * People (customers, visitors) are told apart, never named: from the reader on, a person is a hash of what identifies
 * them and a fingerprint of it, in a short text of its own. `kpi normalize`, which writes what identifies them, reads
 * without.
 */

/** Placeholders for an erased person: the tool wrote this in place of the address. */
const erased = /^(?:deleted|redacted|anonymi[sz]ed|erased|removed)\b|\.invalid$|\bredacted\b/i;

/** The first unit of a person's text: a character that no export has. */
const mark = 0xf8f0;
const units = 12;

/** A fingerprint of a number that distinguishes keys; even for addresses, odd for others. */
const printUnits = (number: number, isAddress: boolean): number => {
  const print = (number >> 1) << 1;
  return (print === -(2 ** 31) ? 0 : print) + (isAddress ? 0 : 1);
};

/**
 * A number that distinguishes keys; even for addresses and odd for ids and phones, since nobody can know whether these
 * belong to one person. NaN for nobody. That of a person is in the text.
 */
export function printOf(key: string | null | undefined): number {
  if (key === null || key === undefined || key === '') return Number.NaN;
  if (isPerson(key)) return printIn(key);
  if (erased.test(key)) return Number.NaN;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return printUnits(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d), key.includes('@'));
}

/** That of a person, from the hash of the key. */
const printOfHash = (hash: Hash, place: number, isAddress: boolean): number => printUnits(hash[place]!, isAddress);

/** The same of a key with a hash. */
export function printOfText(hash: Hash, place: number, key: string): number {
  return key === '' || erased.test(key) ? Number.NaN : printOfHash(hash, place, key.includes('@'));
}

/** Three letters as a number. */
const three = (text: string): number => [...text].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0);
const [deleted, redacted, anonymised, erasing, removed] = ['del', 'red', 'ano', 'era', 'rem'].map(three);
const [at, d, r] = [64, 100, 114];

const isWord = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95;

/** The same of a key of ASCII, from its bytes. */
export function printOfBytes(hash: Hash, place: number, bytes: Uint8Array, from: number, to: number): number {
  let isAddress = false;
  // In small letters; what this makes of other characters is no letter.
  const begin = ((bytes[from]! | 32) << 16) | ((bytes[from + 1]! | 32) << 8) | bytes[from + 2]! | 32;
  let mayBeErased =
    begin === deleted || begin === redacted || begin === anonymised || begin === erasing || begin === removed;
  // `.invalid`
  if ((bytes[to - 1]! | 32) === d && bytes[to - 8] === 46) mayBeErased = true;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    // Digits and their marks, as most ids are.
    if (byte < at) continue;
    if (byte === at) isAddress = true;
    // `redacted` as a word of its own.
    else if ((byte | 32) === r && i > from && !isWord(bytes[i - 1]!)) mayBeErased = true;
  }
  if (mayBeErased && erased.test(String.fromCharCode(...bytes.subarray(from, to)))) return Number.NaN;
  return printOfHash(hash, place, isAddress);
}

const isPerson = (text: string): boolean => text.length === units && text.charCodeAt(0) === mark;

const printIn = (text: string): number =>
  text.charCodeAt(9) === 0 ? Number.NaN : (text.charCodeAt(10) << 16) | text.charCodeAt(11);

/** The text of a person by hash and fingerprint. */
export const personText = (hash: Hash, at: number, print: number): string => {
  const [a, b, c, d] = [hash[at]!, hash[at + 1]!, hash[at + 2]!, hash[at + 3]!];
  const isKnown = !Number.isNaN(print);
  return String.fromCharCode(
    mark,
    ...[a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, c >>> 16, c & 0xffff, d >>> 16, d & 0xffff],
    isKnown ? 1 : 0,
    isKnown ? print >>> 16 : 0,
    isKnown ? print & 0xffff : 0,
  );
};

/** Reads the hash in a person's text; false if it is another text. */
export function hashIn(text: string, out: Hash): boolean {
  if (!isPerson(text)) return false;
  for (let i = 0; i < 4; i += 1) out[i] = (text.charCodeAt(1 + 2 * i) << 16) | text.charCodeAt(2 + 2 * i);
  return true;
}

const scratch = new Int32Array(4);

/** The text of the person that a key identifies. */
export function personOf(key: string, seed: Hash): string {
  hashText(key, seed, scratch, 0);
  return personText(scratch, 0, printOfText(scratch, 0, key));
}
