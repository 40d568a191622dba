import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearStore, freeDisk, limitOf, storeStatus } from '../../src/store/inventory.ts';
import { reasonText } from '../../src/store/reason.ts';
import { openStore } from '../../src/store/store.ts';
import { bytes, failingFrom, folder, listed, now, storeIn, uid } from './kit.ts';

const parts = new Map([['x', bytes(1, 2, 3)]]);
const kilobyte = (fill = 1) => new Map([['x', new Uint8Array(1024).fill(fill)]]);
const entriesIn = (place: string): string[] => readdirSync(place).filter((name) => name.endsWith('.kpi'));
const pathsIn = (place: string): string[] => entriesIn(place).map((name) => join(place, name));
const hour = 3_600_000;

describe('a store', () => {
  it('gives a later run what was put, by kind and key', () => {
    const place = join(folder(), 'kpi');
    const store = storeIn(place);
    expect(store.get('columns', 'a')).toBe(null);
    expect(existsSync(place)).toBe(false);
    expect(store.put('columns', 'a', parts)).toBe(null);
    for (const one of [store, storeIn(place)]) {
      expect(listed(one.get('columns', 'a'))).toEqual([['x', [1, 2, 3]]]);
      expect(one.get('answers', 'a')).toBe(null);
      expect(one.get('columns', 'b')).toBe(null);
    }
    store.put('columns', 'a', kilobyte());
    expect(storeIn(place).get('columns', 'a')?.get('x')?.length).toBe(1024);
    expect(entriesIn(place)).toHaveLength(1);
    expect(readdirSync(place).sort()).toEqual(['CACHEDIR.TAG', ...entriesIn(place), 'secret']);
    for (const name of readdirSync(place)) expect(statSync(join(place, name)).mode & 0o777).toBe(0o600);
    expect(statSync(place).mode & 0o777).toBe(0o700);
  });

  it('behaves as a map that forgets nothing while there is room', () => {
    const place = folder();
    const step = fc.record({
      kind: fc.constantFrom('columns' as const, 'answers' as const),
      key: fc.constantFrom('a', 'b', '__proto__'),
      value: fc.option(fc.nat(255)),
      anew: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        clearStore(place, uid);
        const model = new Map<string, number>();
        let store = storeIn(place);
        for (const { kind, key, value, anew } of steps) {
          if (anew) store = storeIn(place);
          if (value !== null) {
            expect(store.put(kind, key, new Map([['v', bytes(value)]]))).toBe(null);
            model.set(kind + key, value);
          }
          expect(store.get(kind, key)?.get('v')?.[0]).toBe(model.get(kind + key));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds nothing of another version of the program, and replaces it', () => {
    const place = folder();
    storeIn(place).put('columns', 'a', parts);
    const other = storeIn(place, { version: '2' });
    expect(other.get('columns', 'a')).toBe(null);
    other.put('columns', 'a', kilobyte());
    expect(entriesIn(place)).toHaveLength(1);
    expect(storeIn(place).get('columns', 'a')).toBe(null);
  });

  it('finds nothing that was kept under another key by the name of the file', () => {
    const place = folder();
    const store = storeIn(place);
    store.put('columns', 'a', parts);
    const [a = ''] = pathsIn(place);
    store.put('columns', 'b', kilobyte());
    const b = pathsIn(place).find((path) => path !== a)!;
    writeFileSync(b, readFileSync(a));
    expect(store.get('columns', 'b')).toBe(null);
    expect(store.get('columns', 'a')).not.toBe(null);
  });
});

describe('the secret', () => {
  it('is 16 bytes that every run has, and no other folder', () => {
    const [place, other] = [folder(), folder()];
    const secret = storeIn(place).secret();
    expect(secret).toHaveLength(16);
    expect(storeIn(place).secret()).toEqual(secret);
    expect(storeIn(other).secret()).not.toEqual(secret);
    expect(statSync(join(place, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('that is lost takes all entries with it: their hashes would be of nobody', () => {
    const place = folder();
    const before = storeIn(place);
    before.put('columns', 'a', parts);
    rmSync(join(place, 'secret'));
    const after = storeIn(place);
    expect(after.get('columns', 'a')).toBe(null);
    expect(after.put('answers', 'b', parts)).toBe(null);
    expect(after.get('columns', 'a')).toBe(null);
    // A run that began before still has the old one, and harms nobody.
    before.put('columns', 'a', parts);
    expect(storeIn(place).get('columns', 'a')).toBe(null);
  });

  it.each([0, 15, 17])('of %i bytes is made anew', (length) => {
    const place = folder();
    writeFileSync(join(place, 'secret'), Buffer.alloc(length));
    expect(storeIn(place).secret()).toHaveLength(16);
    expect(statSync(join(place, 'secret')).size).toBe(16);
  });

  it('that cannot be read means that nothing is kept', () => {
    const place = folder();
    const store = storeIn(join(place, 'kpi'));
    failingFrom(0, 'EROFS', () => {
      expect(store.secret()).toBe(null);
      expect(store.put('columns', 'a', parts)).toEqual({ why: 'unwritable', code: 'EROFS' });
      expect(store.get('columns', 'a')).toBe(null);
    });
  });

  it('is one, of many runs that begin at once', async () => {
    const place = folder();
    const module = new URL('../../src/store/store.ts', import.meta.url).href;
    const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    writeFileSync(
      join(place, 'run.mts'),
      `import { openStore } from ${JSON.stringify(module)};
      const setting = { folder: ${JSON.stringify(join(place, 'kpi'))}, uid: ${uid}, version: '1', now: ${now}, free: () => 1e12 };
      const store = openStore(setting).store;
      const secret = Buffer.from(store.secret()).toString('hex');
      for (let n = 0; n < 50; n += 1) {
        const reason = store.put('answers', 'k' + n % 5, new Map([['v', new Uint8Array(10_000).fill(n)]]));
        if (reason !== null) throw new Error(JSON.stringify(reason));
        const found = store.get('answers', 'k' + n % 5);
        if (found === null || new Set(found.get('v')).size !== 1) throw new Error('half');
      }
      console.log(secret);`,
    );
    const runs = [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--import', tsx, join(place, 'run.mts')], {
        stdio: ['ignore', 'pipe', 2],
      });
      let out = '';
      child.stdout!.on('data', (text: Buffer) => {
        out += text.toString();
      });
      const code = await new Promise((resolve) => child.once('close', resolve));
      return [code, out];
    });
    const ended = await Promise.all(runs);
    expect(ended).toEqual(ended.map(() => [0, expect.stringMatching(/^[0-9a-f]{32}\n$/)]));
    expect(new Set(ended.map(([, out]) => out)).size).toBe(1);
    expect(readdirSync(join(place, 'kpi')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 30_000);
});

describe('the limit', () => {
  it('is 2 GB, or a tenth of the free disk', () => {
    expect([1e12, 2e10, 1e9, 5, 0].map(limitOf)).toEqual([2e9, 2e9, 1e8, 0, 0]);
    expect(freeDisk(folder())).toBeGreaterThan(0);
    expect(freeDisk('/nowhere/at/all')).toBeGreaterThan(0);
  });

  it('removes first what was not used for longest', () => {
    const place = folder();
    const free = () => 40_000;
    // Each takes some 1,250 bytes; three fit in 4,000, and four do not.
    for (const [at, key] of ['a', 'b', 'c'].entries())
      storeIn(place, { free, now: now + at * hour }).put('answers', key, kilobyte());
    expect(storeIn(place, { free, now: now + 5 * hour }).get('answers', 'a')).not.toBe(null);
    storeIn(place, { free, now: now + 6 * hour }).put('columns', 'd', kilobyte());
    storeIn(place, { free, now: now + 7 * hour }).put('columns', 'e', kilobyte());
    const left = storeIn(place);
    const found = ['a', 'b', 'c'].map((key) => left.get('answers', key) !== null);
    expect(found).toEqual([true, false, false]);
    expect(['d', 'e'].map((key) => left.get('columns', key) !== null)).toEqual([true, true]);
  });

  it('is never passed, whatever is put', () => {
    const put = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(6000), fc.boolean());
    fc.assert(
      fc.property(fc.array(put, { maxLength: 12 }), (puts) => {
        const place = folder();
        const free = () => 100_000;
        let store = storeIn(place, { free });
        for (const [at, [key, size, anew]] of puts.entries()) {
          if (anew) store = storeIn(place, { free, now: now + at });
          expect(store.put('columns', key, new Map([['v', new Uint8Array(size)]]))).toBe(null);
          expect(storeStatus(place, uid).bytes).toBeLessThanOrEqual(10_000);
          expect(store.get('columns', key)?.get('v')?.length).toBe(size);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out what is larger than all that may be kept, and keeps the rest', () => {
    const place = folder();
    const store = storeIn(place, { free: () => 20_000 });
    store.put('answers', 'a', kilobyte());
    expect(store.put('columns', 'b', new Map([['v', new Uint8Array(3000)]]))).toEqual({ why: 'too_large' });
    expect(store.get('answers', 'a')).not.toBe(null);
    expect(storeIn(place, { free: () => 0 }).put('answers', 'b', parts)).toEqual({ why: 'too_large' });
  });

  it('removes what killed runs have left for a day, and nothing of others', () => {
    const place = folder();
    storeIn(place).put('columns', 'a', parts);
    const [entry = ''] = entriesIn(place);
    const names = [`${entry}.0123456789abcdef.tmp`, 'secret.0123456789abcdef.tmp', `${entry}.fedcba9876543210.tmp`];
    for (const name of [...names, 'x.tmp', '1.compiled', 'columns-1.kpi']) writeFileSync(join(place, name), 'x');
    const old = now / 1000 - 25 * 3600;
    for (const name of [...names.slice(0, 2), 'x.tmp', '1.compiled', 'columns-1.kpi'])
      utimesSync(join(place, name), old, old);
    utimesSync(join(place, names[2]!), now / 1000, now / 1000);
    storeIn(place).put('columns', 'b', parts);
    const left = readdirSync(place);
    expect(left).toEqual(expect.arrayContaining([names[2], 'x.tmp', '1.compiled', 'columns-1.kpi']));
    expect(left).not.toContain(names[0]);
    expect(left).not.toContain(names[1]);
  });
});

describe('what fails', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'unwritable'],
    ['EACCES', 'unwritable'],
    ['EMFILE', 'unwritable'],
  ])('with %s at any call is silent, and leaves what was there or the whole', (code, why) => {
    const calls = failingFrom(Number.POSITIVE_INFINITY, '', () => storeIn(folder()).put('columns', 'a', parts));
    expect(calls).toBeGreaterThan(10);
    const reasons = new Set<string | undefined>();
    for (let call = 0; call <= calls; call += 1) {
      const place = join(folder(), 'kpi');
      const store = storeIn(place);
      failingFrom(call, code, () => {
        const reason = store.put('columns', 'a', parts);
        reasons.add(reason?.why);
        // Not tried again.
        if (reason !== null) expect(store.put('columns', 'a', parts)).toEqual(reason);
      });
      const found = listed(storeIn(place).get('columns', 'a'));
      expect([null, [['x', [1, 2, 3]]]]).toContainEqual(found);
      // And the next run is as good as the first.
      expect(storeIn(place).put('columns', 'a', kilobyte())).toBe(null);
      expect(storeIn(place).get('columns', 'a')).not.toBe(null);
    }
    expect([...reasons].sort()).toEqual([why, 'no_secret', undefined].sort());
  });

  it.runIf(process.platform === 'linux')('is a place where no folder can be made', () => {
    expect(storeIn('/proc/kpi').put('columns', 'a', parts)).toEqual({ why: 'unwritable', code: 'ENOENT' });
    expect(storeIn('/proc/kpi').secret()).toBe(null);
  });

  it('to be touched is read all the same', () => {
    const place = folder();
    storeIn(place).put('columns', 'a', parts);
    const store = storeIn(place);
    failingFrom(1, 'EROFS', () => expect(store.get('columns', 'a')).not.toBe(null));
  });

  it('says why, in words', () => {
    expect(reasonText({ why: 'full', code: 'ENOSPC' })).toEqual({
      en: 'the disk is full (ENOSPC)',
      fr: 'le disque est plein (ENOSPC)',
    });
    expect(reasonText({ why: 'link' }).en).toBe('the folder is a symbolic link');
  });

  it.skipIf(uid === null)('is a folder that is not this user\u2019s alone', () => {
    const place = folder();
    storeIn(place).put('columns', 'a', parts);
    expect(openStore({ folder: place, uid: uid! + 1, version: '1', now })).toEqual({
      store: null,
      reason: { why: 'of_another' },
    });
    chmodSync(place, 0o777);
    expect(openStore({ folder: place, uid, version: '1', now }).reason).toEqual({ why: 'writable' });
    expect(openStore({ folder: null, uid, version: '1', now }).reason).toEqual({ why: 'no_place' });
  });
});

describe('clearing', () => {
  it('removes all that is the store\u2019s, and the folder', () => {
    const place = join(folder(), 'kpi');
    const store = storeIn(place);
    store.put('columns', 'a', parts);
    store.put('answers', 'a', parts);
    writeFileSync(`${pathsIn(place)[0]}.0123456789abcdef.tmp`, '');
    const { bytes: size } = storeStatus(place, uid);
    expect(size).toBeGreaterThan(100);
    expect(clearStore(place, uid)).toEqual({ entries: 2, bytes: size, reason: null });
    expect(existsSync(place)).toBe(false);
    expect(clearStore(place, uid)).toEqual({ entries: 0, bytes: 0, reason: null });
    expect(storeStatus(place, uid)).toMatchObject({ state: 'missing', entries: [], bytes: 0 });
    // The same run goes on.
    expect(store.put('columns', 'a', parts)).toEqual(expect.anything());
  });

  it('leaves what others have put there', () => {
    const place = folder();
    storeIn(place).put('columns', 'a', parts);
    for (const name of ['1.compiled', 'mine.kpi', 'columns-0.kpi']) writeFileSync(join(place, name), '');
    clearStore(place, uid);
    expect(readdirSync(place).sort()).toEqual(['1.compiled', 'CACHEDIR.TAG', 'columns-0.kpi', 'mine.kpi']);
  });

  it.skipIf(uid === null)('leaves the folder of another as it is', () => {
    const place = folder();
    storeIn(place).put('columns', 'a', parts);
    expect(clearStore(place, uid! + 1)).toEqual({ entries: 0, bytes: 0, reason: { why: 'of_another' } });
    expect(entriesIn(place)).toHaveLength(1);
  });
});
