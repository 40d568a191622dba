import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf } from '../../src/store/file-identity.ts';
import { folder } from './kit.ts';

/** Long after every file of these tests was written. */
const later = Date.now() + 3_600_000;
/** The status time counts in steps of the kernel's clock. */
const wait = () => new Promise((resolve) => setTimeout(resolve, 20));

function file(content: string | Uint8Array = 'id,total\n1,2\n'): string {
  const path = join(folder(), 'a.csv');
  writeFileSync(path, content);
  return path;
}

describe('a file', () => {
  it('that nobody touched is the same', () => {
    const path = file();
    const found = identityOf(path, 'stat', later);
    expect(found).toMatchObject({ by: 'stat', path, size: '13', ends: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    readFileSync(path);
    expect(identityOf(path, 'stat', later)).toEqual(found);
  });

  it('that was edited, its size and time put back, is another', async () => {
    // Longer than both ends, and edited between them: only the status time shows it.
    const content = Buffer.alloc(300_000, 'a');
    const path = file(content);
    const { atime, mtime } = statSync(path);
    utimesSync(path, atime, mtime);
    const before = identityOf(path, 'stat', later);
    await wait();
    writeFileSync(path, content.fill('b', 150_000, 150_001));
    utimesSync(path, atime, mtime);
    const after = identityOf(path, 'stat', later);
    const { changed: _, ...rest } = before as unknown as Record<string, unknown>;
    expect(after).toMatchObject(rest);
    expect(after).not.toEqual(before);
  });

  it('that another was renamed to is another', async () => {
    const path = file();
    const before = identityOf(path, 'stat', later);
    await wait();
    const { atime, mtime } = statSync(path);
    copyFileSync(path, `${path}.new`);
    renameSync(`${path}.new`, path);
    utimesSync(path, atime, mtime);
    expect(identityOf(path, 'stat', later)).not.toEqual(before);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000])(
    'of %i bytes shows a change at its ends',
    (size) => {
      const content = Buffer.alloc(size, 'a');
      const path = file(content);
      const endsOf = () => (identityOf(path, 'stat', later) as { ends: string }).ends;
      const ends = endsOf();
      for (const at of size === 0 ? [] : [0, Math.min(65_535, size - 1), Math.max(0, size - 65_536), size - 1]) {
        const changed = Buffer.from(content);
        changed[at] = 98;
        writeFileSync(path, changed);
        expect(endsOf(), `byte ${at}`).not.toBe(ends);
      }
    },
  );

  it.each([
    [0, false],
    [1900, false],
    [2100, true],
  ])('changed %i ms ago is identified: %s', (ago, expected) => {
    const path = file();
    const { mtimeMs, ctimeMs } = statSync(path);
    expect(identityOf(path, 'stat', Math.max(mtimeMs, ctimeMs) + ago) !== null).toBe(expected);
    expect(identityOf(path, 'content', Math.max(mtimeMs, ctimeMs) + ago)).not.toBe(null);
  });

  it('from the future is not: a clock is wrong', () => {
    const path = file();
    const soon = new Date(later + 3_600_000);
    utimesSync(path, soon, soon);
    expect(identityOf(path, 'stat', later)).toBe(null);
  });

  it('with an old time that was written just now is not', () => {
    const path = file();
    utimesSync(path, new Date(0), new Date(0));
    expect(identityOf(path, 'stat', statSync(path).ctimeMs + 100)).toBe(null);
  });
});

describe('the content', () => {
  it('is equal wherever it is, and however old', () => {
    const [a, b] = [file(), file()];
    utimesSync(b, new Date(0), new Date(0));
    expect(identityOf(a, 'content', 0)).toEqual(identityOf(b, 'content', later));
    linkSync(a, `${a}.link`);
    expect(identityOf(`${a}.link`, 'content', 0)).toEqual(identityOf(b, 'content', later));
  });

  it('is not if one byte differs, anywhere', () => {
    const content = Buffer.alloc(2_500_000, 'a');
    const path = file(content);
    const before = identityOf(path, 'content', 0);
    fc.assert(
      fc.property(fc.nat(content.length - 1), (at) => {
        const changed = Buffer.from(content);
        changed[at] = 98;
        writeFileSync(path, changed);
        expect(identityOf(path, 'content', 0)).not.toEqual(before);
      }),
      { numRuns: 20 },
    );
    writeFileSync(path, content.subarray(1));
    expect(identityOf(path, 'content', 0)).not.toEqual(before);
  });
});

describe.each(['stat', 'content'] as const)('by %s, nothing', (mode) => {
  it('is known of what is no regular file', () => {
    const place = folder();
    mkdirSync(join(place, 'folder'));
    symlinkSync(join(place, 'nowhere'), join(place, 'broken'));
    for (const name of ['folder', 'broken', 'missing']) expect(identityOf(join(place, name), mode, later)).toBe(null);
    expect(identityOf('/dev/null', mode, later)).toBe(null);
  });

  it.skipIf(process.platform === 'win32')('is waited for: a pipe', () => {
    const path = join(folder(), 'pipe');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    expect(identityOf(path, mode, later)).toBe(null);
  });
});
