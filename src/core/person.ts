import { type Hash, hashText } from './hash.ts';

/*
 * People (customers, visitors) are distinguished, never named: from the reader on, a person is a hash of what identifies
 * them and a fingerprint of it, in a short text of its own. `kpi normalize`, which writes what identifies them, reads
 * without.
 */

/** Placeholders for an erased person: the tool wrote this in place of the address. */
const erased = /^(?:deleted|redacted|anonymi[sz]ed|erased|removed)\b|\.invalid$|\bredacted\b/i;

/** Whether a key is what a tool has written in the place of a person. */
export const isErased = (key: string): boolean => erased.test(key);

/** The first unit of a person's text: a character that no export has. */
const mark = 0xf8f0;
const units = 12;

/** What a person is known by, in the last two bits of a fingerprint: addresses are even, all others odd. */
const [address, telephone, ownNumber] = [0, 1, 3];

/** Long numbers may be telephone numbers: they, like addresses, are the same everywhere. */
const sortOf = (key: string): number => (key.includes('@') ? address : /^\d{7,}$/.test(key) ? telephone : ownNumber);

/** A fingerprint of a number that distinguishes keys. */
const printUnits = (number: number, sort: number): number => {
  const print = (number >> 2) << 2;
  return (print === -(2 ** 31) ? 0 : print) + sort;
};

/** Whether the person of a fingerprint is known by a number or code that only one shop gives. */
export const isOwnNumber = (print: number): boolean => (print & 3) === ownNumber;

/**
 * A number that distinguishes keys; even for addresses and odd for ids and phones, since nobody can know whether these
 * belong to one person. NaN for nobody. That of a person is in the text.
 */
export function printOf(key: string | null | undefined): number {
  if (key === null || key === undefined || key === '') return Number.NaN;
  if (isPerson(key)) return printIn(key);
  if (isErased(key)) return Number.NaN;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return printUnits(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d), sortOf(key));
}

/** The same of a key with a hash. */
export function printOfText(hash: Hash, place: number, key: string): number {
  return key === '' || isErased(key) ? Number.NaN : printUnits(hash[place]!, sortOf(key));
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
