import { expect, it } from 'vitest';
import { hashBytes, hashText, textBytes } from '../../src/core/hash.ts';

const hex = (hash: Int32Array): string[] => [...hash].map((one) => (one >>> 0).toString(16).padStart(8, '0'));
const hashOf = (text: string, seed = 0): string[] => {
  const out = new Int32Array(4);
  hashText(text, new Int32Array(4).fill(seed), out, 0);
  return hex(out);
};

it.each([
  ['', 0, '00000000 00000000 00000000 00000000'],
  ['0123456789abcdef', 0, 'fb7d4409 36aed30a 48ad1d9b 572b3bfd'],
  ['The quick brown fox jumps over..', 42, '83a4783b 743085c4 a9593618 50942e00'],
])('whole blocks of %j are hashed as by a plain program after the description of MurmurHash3', (text, seed, hash) => {
  expect(hashOf(text, seed).join(' ')).toBe(hash);
});

it('texts that differ in any place, or by zeros at their end, have other hashes', () => {
  const texts = [
    '',
    '\0',
    '\0\0',
    'a',
    'a\0',
    'b',
    'ab',
    'ba',
    '0123456789abcde',
    '0123456789abcdef',
    '0123456789abcdef0',
  ];
  for (let at = 0; at < 40; at += 1) texts.push(`${'x'.repeat(at)}y${'x'.repeat(39 - at)}`);
  const hashes = texts.map((text) => hashOf(text).join(''));
  expect(new Set(hashes).size).toBe(texts.length);
  // Each of the four numbers depends on each place.
  for (let word = 0; word < 4; word += 1)
    expect(new Set(texts.map((text) => hashOf(text)[word])).size).toBe(texts.length);
});

it('a part of some bytes has the hash of its text, whatever is around it', () => {
  const bytes = Buffer.from('..ann@example.com..');
  const out = new Int32Array(6).fill(7);
  hashBytes(bytes, 2, bytes.length - 2, new Int32Array(4), out, 1);
  expect([out[0], out[5]]).toEqual([7, 7]);
  expect(hex(out.slice(1, 5))).toEqual(hashOf('ann@example.com'));
});

it('a long text is hashed whole', () => {
  const long = 'é'.repeat(5000);
  expect(hashOf(`${long}a`)).not.toEqual(hashOf(`${long}b`));
  expect(hashOf(`a${long}`)).not.toEqual(hashOf(`b${long}`));
});

it.each(['a', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', 'aé€'])('%j has the bytes of UTF-8', (text) => {
  const bytes = new Uint8Array(16);
  expect([...bytes.subarray(0, textBytes(text, bytes))]).toEqual([...Buffer.from(text)]);
});

it('half of a pair of units has bytes of its own', () => {
  const bytes = new Uint8Array(8);
  expect([...bytes.subarray(0, textBytes('\ud83d', bytes))]).toEqual([0xed, 0xa0, 0xbd]);
});
