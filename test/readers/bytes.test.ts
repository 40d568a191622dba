import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import { defaultLimits, inputsAt, standardInput } from '../../src/readers/bytes.ts';
import { problemOf, readAll, textOf, withFile, withFolder } from './kit.ts';
import { zipOf } from './zip-kit.ts';

const csv = 'id;total\n1;2,50\n';

describe('inputsAt', () => {
  it('reads a plain file, again and again', async () => {
    await withFile('a.csv', csv, async (path) => {
      const [input] = await inputsAt(path, defaultLimits);
      expect(input).toMatchObject({ path, size: csv.length });
      expect(await textOf(input!)).toBe(csv);
      expect(await textOf(input!)).toBe(csv);
    });
  });

  it('tells gzip by its bytes, whatever the name', async () => {
    const packed = Buffer.concat([zlib.gzipSync(csv), zlib.gzipSync('2;3\n')]);
    await withFile('a.csv', packed, async (path) => {
      expect(await readAll(path)).toEqual({ '': `${csv}2;3\n` });
      expect((await inputsAt(path, defaultLimits))[0]?.size).toBe(packed.length);
    });
    await withFile('a.csv.gz', csv, async (path) => expect(await readAll(path)).toEqual({ '': csv }));
  });

  it('reads an empty file as no bytes', async () => {
    await withFile('a.csv', '', async (path) => expect(await readAll(path)).toEqual({ '': '' }));
  });

  it.each([
    ['plain', Buffer.from(csv.repeat(100_000))],
    ['gzip', zlib.gzipSync(csv)],
  ])('says that a file is gone when it is read, and nothing before: %s', async (_, bytes) => {
    await withFile('a.csv', bytes, async (path) => {
      const [input] = await inputsAt(path, defaultLimits);
      await rm(path);
      const opened = await input!.open();
      // A stream that had begun would say now that there is no file, and nobody would hear it.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await expect(opened[Symbol.asyncIterator]().next()).rejects.toThrow(Problem);
    });
  });

  it.runIf(process.platform === 'linux')('leaves no file open when the reader stops early or fails', async () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const text = csv.repeat(100_000);
    const files = [text, zlib.gzipSync(text), zipOf([{ name: 'a.csv', data: text }]), '%PDF-1.7'];
    const before = open();
    for (const bytes of files) {
      await withFile('a', bytes, async (path) => {
        for (let i = 0; i < 10; i++) {
          const [input] = await inputsAt(path, defaultLimits);
          try {
            for await (const chunk of await input!.open()) {
              expect(chunk.length).toBeGreaterThan(0);
              break;
            }
          } catch {
            expect(bytes).toBe('%PDF-1.7');
          }
        }
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(open()).toBeLessThan(before + 5);
  });

  it('keeps a named pipe in memory', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'pipe');
      execFileSync('mkfifo', [path]);
      const [inputs] = await Promise.all([inputsAt(path, defaultLimits), writeFile(path, csv)]);
      expect(await textOf(inputs[0]!)).toBe(csv);
      expect(await textOf(inputs[0]!)).toBe(csv);
    });
  });

  it.runIf('createZstdDecompress' in zlib)('reads zstd where Node can', async () => {
    const codec: { zstdCompressSync?: (data: string) => Buffer } & typeof zlib = zlib;
    await withFile('a.zst', codec.zstdCompressSync!(csv), async (path) =>
      expect(await readAll(path)).toEqual({ '': csv }),
    );
  });

  it.skipIf('createZstdDecompress' in zlib)('says which Node reads zstd', async () => {
    await withFile('a.zst', Buffer.from('28b52ffd00', 'hex'), async (path) => {
      const problem = await problemOf(() => readAll(path));
      expect(problem.message).toContain(`compressed with zstd, which Node ${process.versions.node} cannot read`);
      expect(problem.advice[0]?.en).toContain('Node 22.15');
    });
  });
});

describe('standardInput', () => {
  it('can be opened again', async () => {
    const input = await standardInput(Readable.from([Buffer.from('id;'), 'total\n']), defaultLimits);
    expect(input).toMatchObject({ path: '-', size: 9 });
    expect(await textOf(input)).toBe('id;total\n');
    expect(await textOf(input)).toBe('id;total\n');
  });

  it('is decompressed, even from single bytes', async () => {
    const packed = zlib.gzipSync(csv);
    const input = await standardInput(Readable.from([...packed].map((byte) => Buffer.of(byte))), defaultLimits);
    expect(await textOf(input)).toBe(csv);
    expect(await textOf(input)).toBe(csv);
  });

  it('refuses a zip, too much, and a broken pipe', async () => {
    const says = async (stream: Readable, limits = defaultLimits) =>
      (await problemOf(() => standardInput(stream, limits))).message;
    expect(await says(Readable.from([zipOf([])]))).toBe('standard input is a zip archive');
    const small = { ...defaultLimits, maxBytes: 10 };
    expect(await says(Readable.from([Buffer.from(csv)]), small)).toContain('longer than 10 bytes');
    const broken = new Readable({ read: () => undefined });
    broken.destroy(Object.assign(new Error('x'), { code: 'EIO' }));
    expect(await says(broken)).toContain('- cannot be read');
  });
});
