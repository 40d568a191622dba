import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/store/checksum.ts';

const some = fc.uint8Array({ minLength: 1, maxLength: 200 });

describe('a checksum', () => {
  it('is the same on every machine and in every run', () => {
    expect(checksum(new Uint8Array(0))).toBe('243f6a8813198a2e03707344299f31d0');
    expect(checksum(Buffer.from('kpistore'))).toBe(checksum(Buffer.from('kpistore')));
    expect(checksum(Buffer.from('kpistore'))).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is of the bytes, wherever they are in memory', () => {
    fc.assert(
      fc.property(some, fc.nat(9), (bytes, at) => {
        const memory = new Uint8Array(bytes.length + at);
        memory.set(bytes, at);
        expect(checksum(memory.subarray(at))).toBe(checksum(bytes));
      }),
    );
  });

  it('is the same with the zeros that fill a block', () => {
    fc.assert(
      fc.property(some, (bytes) => {
        const block = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
        block.set(bytes);
        expect(checksum(block)).toBe(checksum(bytes));
      }),
    );
  });

  it('finds every run of up to 25 damaged bytes', () => {
    const damage = fc.uint8Array({ minLength: 1, maxLength: 25 }).filter((bytes) => bytes.some((byte) => byte !== 0));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 25, maxLength: 200 }), damage, fc.nat(), (bytes, change, place) => {
        const from = place % (bytes.length - change.length + 1);
        const damaged = bytes.map((byte, at) => byte ^ (change[at - from] ?? 0));
        expect(checksum(damaged)).not.toBe(checksum(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same bit flipped in two words, also the highest', () => {
    const bytes = new Uint8Array(64);
    for (let bit = 0; bit < 32; bit += 1)
      for (let far = 4; far < 64; far += 4) {
        const damaged = bytes.slice();
        damaged[bit >> 3]! ^= 1 << (bit & 7);
        damaged[far + (bit >> 3)]! ^= 1 << (bit & 7);
        expect(checksum(damaged)).not.toBe(checksum(bytes));
      }
  });

  it('finds blocks that have changed places', () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => at);
    const moved = Uint8Array.from([...bytes.slice(16, 32), ...bytes.slice(0, 16), ...bytes.slice(32)]);
    expect(checksum(moved)).not.toBe(checksum(bytes));
  });
});
