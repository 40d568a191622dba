import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryBytes, readEntry, writeEntry } from '../../src/store/entry.ts';
import { bytes, failingFrom, folder, listed } from './kit.ts';

const small = new Map<string, ArrayBufferView>([
  ['a', bytes(1, 2, 3)],
  ['dates', Int32Array.of(-1, 0, 1, 20758, 7)],
  ['empty', bytes()],
  ['amounts', Float64Array.of(0.1, -5e15, Number.NaN)],
]);
const asBytes = (parts: ReadonlyMap<string, ArrayBufferView>): [string, number[]][] =>
  [...parts].map(([name, { buffer, byteOffset, byteLength }]) => [
    name,
    [...new Uint8Array(buffer, byteOffset, byteLength)],
  ]);

describe('an entry', () => {
  it('gives back what was written', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'the key', small);
    const found = readEntry(path, 'the key')!;
    expect(listed(found)).toEqual(asBytes(small));
    const amounts = found.get('amounts')!;
    expect(new Float64Array(amounts.buffer, amounts.byteOffset, 3)).toEqual(small.get('amounts'));
    expect(new Set([...found.values()].map(({ buffer }) => buffer)).size).toBe(1);
  });

  it('gives back anything, in order, at whole blocks', () => {
    const path = join(folder(), 'x');
    const part = fc.uint8Array({ maxLength: 50 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.tuple(fc.string(), part)), (key, list) => {
        const parts = new Map(list);
        writeEntry(path, key, parts);
        expect(statSync(path).size).toBe(entryBytes(key, parts));
        const found = readEntry(path, key)!;
        expect(listed(found)).toEqual(asBytes(parts));
        for (const { byteOffset } of found.values()) expect(byteOffset % 16).toBe(0);
        expect(readEntry(path, `${key}.`)).toBe(null);
      }),
    );
  });

  it('lies in memory that was used before, if that is long enough', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', small);
    const { size } = statSync(path);
    for (const [length, isThere] of [
      [size - 1, false],
      [size, true],
      [size + 100, true],
    ] as const) {
      const memory = new ArrayBuffer(length);
      new Uint8Array(memory).fill(255);
      const found = readEntry(path, 'k', memory)!;
      expect(listed(found)).toEqual(asBytes(small));
      for (const { buffer } of found.values()) expect(buffer === memory).toBe(isThere);
    }
  });

  it('of views that begin anywhere', () => {
    const path = join(folder(), 'x');
    const memory = bytes(9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
    writeEntry(path, '', new Map([['x', memory.subarray(1)]]));
    expect(listed(readEntry(path, ''))).toEqual([['x', [...memory.subarray(1)]]]);
  });

  it('is for this user alone', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', small);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('a miss', () => {
  it('is another key, and no file', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', small);
    expect(readEntry(path, 'K')).toBe(null);
    expect(readEntry(`${path}x`, 'k')).toBe(null);
  });

  it('is any bit that was flipped, wherever', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', small);
    const written = readFileSync(path);
    for (let at = 0; at < written.length; at += 1)
      for (const change of [1, 128, 255]) {
        const damaged = Buffer.from(written);
        damaged[at]! ^= change;
        writeFileSync(path, damaged);
        expect(readEntry(path, 'k'), `byte ${at}`).toBe(null);
      }
  });

  it('is any length but its own', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', small);
    const written = readFileSync(path);
    for (let length = 0; length < written.length; length += 1) {
      writeFileSync(path, written.subarray(0, length));
      expect(readEntry(path, 'k'), `${length} bytes`).toBe(null);
    }
    for (const more of [1, 16, 4096]) {
      writeFileSync(path, Buffer.concat([written, Buffer.alloc(more)]));
      expect(readEntry(path, 'k'), `${more} bytes more`).toBe(null);
    }
  });

  it('is a bit flipped in, or bytes cut off, a big one', () => {
    const path = join(folder(), 'x');
    const values = Int32Array.from({ length: 300_000 }, (_, at) => Math.imul(at, 0x9e3779b1));
    writeEntry(path, 'k', new Map([['v', values]]));
    const written = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(written);
        damaged[at]! ^= change;
        writeFileSync(path, damaged);
        expect(readEntry(path, 'k')).toBe(null);
        writeFileSync(path, written);
        truncateSync(path, at);
        expect(readEntry(path, 'k')).toBe(null);
      }),
      { numRuns: 60 },
    );
  });

  it('is a page that a failing disk has left empty', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', new Map([['v', new Uint8Array(20_000).fill(7)]]));
    writeFileSync(path, readFileSync(path).fill(0, 4096, 8192));
    expect(readEntry(path, 'k')).toBe(null);
  });

  it('is another version of the format', () => {
    const path = join(folder(), 'x');
    writeEntry(path, 'k', small);
    const other = readFileSync(path);
    other.writeUInt32LE(2, 8);
    writeFileSync(path, other);
    expect(readEntry(path, 'k')).toBe(null);
  });

  it('is whatever else is there: random bytes, a folder, a link', () => {
    const place = folder();
    const path = join(place, 'x');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => {
        writeFileSync(path, noise);
        expect(readEntry(path, 'k')).toBe(null);
      }),
    );
    mkdirSync(join(place, 'folder'));
    expect(readEntry(join(place, 'folder'), 'k')).toBe(null);
    writeEntry(path, 'k', small);
    symlinkSync(path, join(place, 'link'));
    expect(readEntry(join(place, 'link'), 'k')).toBe(process.platform === 'win32' ? expect.anything() : null);
  });
});

describe('a run that is killed', () => {
  const old = new Map([['x', bytes(1)]]);

  it('at any call leaves the entry as it was or whole', () => {
    const place = folder();
    const path = join(place, 'x');
    const seen = new Set<string>();
    const calls = failingFrom(Number.POSITIVE_INFINITY, '', () => writeEntry(join(folder(), 'y'), 'k', small));
    expect(calls).toBeGreaterThan(8);
    for (let call = 0; call <= calls; call += 1) {
      writeEntry(path, 'k', old);
      failingFrom(call, 'EIO', () => {
        try {
          writeEntry(path, 'k', small);
        } catch {
          // As if nothing more had run.
        }
      });
      const found = listed(readEntry(path, 'k'));
      expect([asBytes(old), asBytes(small)]).toContainEqual(found);
      seen.add(JSON.stringify(found));
    }
    expect(seen.size).toBe(2);
  });

  it('while it writes leaves nothing that is half', async () => {
    const place = folder();
    const path = join(place, 'x');
    const module = new URL('../../src/store/entry.ts', import.meta.url).href;
    const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    const script = `
      import { writeEntry } from ${JSON.stringify(module)};
      for (let n = 0; ; n += 1) {
        writeEntry(${JSON.stringify(path)}, 'k', new Map([['v', new Uint8Array(2_000_000).fill(n % 251)]]));
        if (n === 0) console.log('ready');
      }`;
    writeFileSync(join(place, 'run.mts'), script);
    for (const delay of [0, 3, 11, 26]) {
      const child = spawn(process.execPath, ['--import', tsx, join(place, 'run.mts')], {
        stdio: ['ignore', 'pipe', 2],
      });
      await new Promise((resolve) => child.stdout!.once('data', resolve));
      // Two processes, one of which reads: never half of two.
      for (const end = performance.now() + delay; performance.now() < end; ) {
        const part = readEntry(path, 'k')!.get('v')!;
        expect([part.length, new Set(part).size]).toEqual([2_000_000, 1]);
      }
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      const part = readEntry(path, 'k')!.get('v')!;
      expect([part.length, new Set(part).size]).toEqual([2_000_000, 1]);
    }
    expect(readdirSync(place).filter((name) => !/^(x|run\.mts|x\.[0-9a-f]{16}\.tmp)$/.test(name))).toEqual([]);
  }, 30_000);
});
