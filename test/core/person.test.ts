import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '../../src/core/hash.ts';
import { hashIn, personOf, printOf, printOfText } from '../../src/core/person.ts';

const seed = new Int32Array([1, 2, 3, 4]);
/** The fingerprint of a key by its hash. */
const printOfKey = (text: string): number => {
  const hash = new Int32Array(4);
  hashText(text, seed, hash, 0);
  return printOfText(hash, 0, text);
};

const placeholders = ['deleted', 'Redacted', 'ANONYMIZED', 'anonymised user', 'erased', 'removed-1'];
const erased = [...placeholders, 'x@example.invalid', 'user redacted 7', '[redacted]'];
const kept = ['redactedly', 'deletes@x.org', 'invalid@x.org', 'remote@x.org', 'a@anon.org', '1000371308', 'A.B@x.org'];

describe('the fingerprint of a key', () => {
  it.each(erased)('%s names nobody', (text) => {
    expect(printOf(text)).toBeNaN();
    expect(printOfKey(text)).toBeNaN();
  });

  it.each(kept)('%s names somebody', (text) => {
    expect(printOf(text)).not.toBeNaN();
    expect(printOfKey(text)).not.toBeNaN();
  });

  it('is the same of a person and of the key by its hash, and NaN where that of the key is', () => {
    const word = fc.constantFrom('deleted', 'redacted', '.invalid', '@', '-', 'anonymized', 'X', ' ', '7');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
      fc.array(word, { minLength: 1 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (key) => {
        const print = printOf(personOf(key, seed));
        expect(printOfKey(key)).toBe(print);
        const own = printOf(key);
        expect(Number.isNaN(print)).toBe(Number.isNaN(own));
        if (!Number.isNaN(own)) expect(Math.abs(print % 2)).toBe(Math.abs(own % 2));
      }),
      { numRuns: 2000 },
    );
  });

  it('is even for addresses and odd for others', () => {
    expect(Math.abs(printOf('a@x.org') % 2)).toBe(0);
    expect(Math.abs(printOf('1001001') % 2)).toBe(1);
  });
});

describe('a person', () => {
  it('is the same for equal keys and another for others', () => {
    const out = [new Int32Array(4), new Int32Array(4)] as const;
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        expect(personOf(a, seed)).toBe(personOf(a, seed));
        expect(hashIn(personOf(a, seed), out[0]) && hashIn(personOf(b, seed), out[1])).toBe(true);
        expect(out[0].every((part, at) => part === out[1][at])).toBe(a === b);
      }),
    );
  });

  it('has nothing of its key in it', () => {
    expect(personOf('ana@example.com', seed)).not.toMatch(/[a-z@]/);
    expect(personOf('ana@example.com', seed)).not.toBe(personOf('ana@example.com', new Int32Array(4)));
  });
});
