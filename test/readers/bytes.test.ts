import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultLimits, inputsAt, standardInput } from '../../src/readers/bytes.ts';
import { readingFailure } from '../../src/readers/failures.ts';
import { problemOf, textOf, withFile, withFolder, zipOf } from './kit.ts';

const csv = 'id;total\n1;2,50\n';

/** Opens and reads everything at a path. */
async function readAll(path: string, limits = defaultLimits): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const input of await inputsAt(path, limits)) found[input.path.slice(path.length)] = await textOf(input);
  return found;
}

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

  it('closes the file when the reader stops early', async () => {
    await withFile('a.csv', csv.repeat(100_000), async (path) => {
      const [input] = await inputsAt(path, defaultLimits);
      for await (const chunk of await input!.open()) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
    });
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
      expect(problem.advice[0]).toContain('Node 22.15');
    });
  });
});

describe('zip', () => {
  it('gives the members by name, without folders, shadow and hidden files', async () => {
    const members = [
      'b.csv',
      'a/',
      'a/é.csv',
      'a/Z.csv',
      '__MACOSX/._b.csv',
      '.DS_Store',
      'a/.hidden',
      '\u{1F600}.csv',
      '\uFF5E.csv',
    ];
    await withFile(
      'x.zip',
      zipOf(members.map((name) => ({ name, data: name.endsWith('/') ? '' : name }))),
      async (path) => {
        const found = await readAll(path);
        expect(Object.entries(found)).toEqual(
          ['a/Z.csv', 'a/é.csv', 'b.csv', '\uFF5E.csv', '\u{1F600}.csv'].map((name) => [`/${name}`, name]),
        );
      },
    );
  });

  it('reads stored members, and each one again', async () => {
    await withFile('x.zip', zipOf([{ name: 'a.csv', data: csv, method: 0 }]), async (path) => {
      const [input] = await inputsAt(path, defaultLimits);
      expect(input?.size).toBe(csv.length);
      expect(await textOf(input!)).toBe(csv);
      expect(await textOf(input!)).toBe(csv);
    });
  });

  const big = Buffer.alloc(80 * 1024 ** 2, 'a');
  const whole = zipOf([{ name: 'a.csv', data: csv.repeat(1000) }]);
  const cases: readonly (readonly [name: string, bytes: Buffer, code: string, says: RegExp])[] = [
    ['an Excel workbook', zipOf([{ name: 'xl/workbook.xml' }]), 'not_text', /is an Excel workbook, not a CSV/],
    ['a LibreOffice sheet', zipOf([{ name: 'META-INF/manifest.xml' }]), 'not_text', /LibreOffice document/],
    ['no file', zipOf([{ name: 'a/' }]), 'empty_archive', /without a file in it/],
    ['nothing at all', zipOf([]), 'empty_archive', /without a file in it/],
    ['a zip in a zip', zipOf([{ name: 'b.zip', data: whole }]), 'nested_archive', /b\.zip is a zip archive inside/],
    ['a gz in a zip', zipOf([{ name: 'b.gz', data: zlib.gzipSync(csv) }]), 'nested_archive', /b\.gz is a gzip archive/],
    ['a PDF in a zip', zipOf([{ name: 'b.csv', data: '%PDF-1.7' }]), 'not_text', /b\.csv is a PDF document/],
    ['a password', zipOf([{ name: 'a.csv', data: csv, flags: 1, method: 0 }]), 'encrypted', /protected by a password/],
    ['another method', zipOf([{ name: 'a.csv', data: csv, method: 12 }]), 'unknown_compression', /a method \(12\)/],
    ['a wrong checksum', zipOf([{ name: 'a.csv', data: csv, crc: 1 }]), 'damaged', /damaged: its checksum/],
    ['a bomb', zipOf([{ name: 'a.csv', data: big }]), 'too_large', /more than 200 times its size/],
    ['a path out of it', zipOf([{ name: '../a.csv', data: csv }]), 'damaged', /invalid relative path/],
    ['its end missing', whole.subarray(0, whole.length - 30), 'cut_short', /is cut short/],
    ['its half missing', whole.subarray(0, 60), 'cut_short', /is cut short/],
  ];
  it.each(cases)('refuses a zip with %s', async (_name, bytes, code, says) => {
    await withFile('x.zip', bytes, async (path) => {
      const problem = await problemOf(() => readAll(path));
      expect(problem.code).toBe(code);
      expect(problem.message).toMatch(says);
      expect(problem.message).toContain(path);
    });
  });

  it('refuses damaged data, too much of it, and too many members', async () => {
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 40, 60);
    await withFile('x.zip', damaged, async (path) => {
      expect((await problemOf(() => readAll(path))).message).toMatch(/a\.csv is damaged/);
    });
    await withFile('x.zip', whole, async (path) => {
      const problem = await problemOf(() => readAll(path, { ...defaultLimits, maxBytes: 100 }));
      expect(problem.message).toContain('unpacks to more than 100 bytes');
    });
    const names = Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}.csv`, method: 0 }));
    await withFile('x.zip', zipOf(names), async (path) => {
      expect((await problemOf(() => readAll(path))).message).toContain('more than 10000 files');
    });
  });
});

describe('what cannot be read', () => {
  const random = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
  const files: readonly (readonly [is: RegExp, bytes: Buffer | string])[] = [
    [/an old Excel workbook \(\.xls\), not a CSV or JSON export$/, Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    [/a PDF document/, '%PDF-1.7\n'],
    [/a PNG picture/, Buffer.from('89504e470d0a1a0a', 'hex')],
    [/a JPEG picture/, Buffer.from('ffd8ffe000104a46', 'hex')],
    [/a GIF picture/, 'GIF89a'],
    [/an SQLite database/, 'SQLite format 3\0'],
    [/a DuckDB database/, '01234567DUCK'],
    [/a Parquet file/, 'PAR1....'],
    [/an Arrow file/, 'ARROW1\0\0'],
    [/an Avro file/, 'Obj\x01'],
    [/an RTF document/, '{\\rtf1'],
    [/a bzip2 archive/, 'BZh91AY'],
    [/an xz archive/, Buffer.from('fd377a585a00', 'hex')],
    [/a 7-Zip archive/, Buffer.from('377abcaf271c', 'hex')],
    [/a RAR archive/, 'Rar!\x1a\x07'],
    [/a tar archive/, `${'a'.repeat(257)}ustar`],
    [/an HTML page/, '\ufeff\n <!DOCTYPE html><table>'],
    [/an XML file/, '<?xml version="1.0"?>'],
    [/not text/, random],
    [/UTF-16 text without its byte order mark/, Buffer.from('id,total,day\n'.repeat(9), 'utf16le')],
  ];
  it.each(files)('says %s', async (is, bytes) => {
    await withFile('a.csv', bytes, async (path) => {
      const problem = await problemOf(() => readAll(path));
      expect(problem.code).toBe('not_text');
      expect(problem.message).toMatch(is);
      expect(problem.message.startsWith(path)).toBe(true);
    });
    await withFile('a.csv.gz', zlib.gzipSync(bytes), async (path) => {
      expect((await problemOf(() => readAll(path))).message).toMatch(is);
    });
  });

  it('allows a few NUL characters', async () => {
    await withFile('a.csv', 'a\0,b\0\n', async (path) => expect(await readAll(path)).toEqual({ '': 'a\0,b\0\n' }));
  });

  it('refuses gzip that is cut short, damaged, nested or a bomb', async () => {
    const packed = zlib.gzipSync(csv.repeat(1000));
    const cut = await withFile('a.gz', packed.subarray(0, -12), (path) => problemOf(() => readAll(path)));
    expect(cut.message).toMatch(/a\.gz is cut short: the compressed data ends too early/);
    const broken = Buffer.from(packed);
    broken.fill(0xff, 20, 40);
    expect((await withFile('a.gz', broken, (path) => problemOf(() => readAll(path)))).message).toMatch(/is damaged/);
    const twice = await withFile('a.gz', zlib.gzipSync(packed), (path) => problemOf(() => readAll(path)));
    expect(twice.message).toMatch(/is a gzip archive inside an archive/);
    const bomb = zlib.gzipSync(Buffer.alloc(80 * 1024 ** 2, 'a'));
    expect((await withFile('a.gz', bomb, (path) => problemOf(() => readAll(path)))).message).toMatch(
      /200 times its size/,
    );
    const limits = { ...defaultLimits, maxBytes: 1000 };
    const long = await withFile('a.gz', packed, (path) => problemOf(() => readAll(path, limits)));
    expect(long.message).toMatch(/unpacks to more than 1000 bytes/);
  });

  it('says in plain words what the file system answers', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'a.csv');
      await writeFile(file, csv);
      await mkdir(join(folder, 'sub'));
      await symlink('loop', join(folder, 'loop'));
      const says = async (path: string) => (await problemOf(() => inputsAt(path, defaultLimits))).message;
      expect(await says(join(folder, 'none.csv'))).toMatch(/none\.csv does not exist$/);
      expect(await says(join(file, 'b.csv'))).toMatch(/a part of its path is a file/);
      expect(await says(join(folder, 'sub'))).toMatch(/sub is a folder, not a file$/);
      expect(await says(join(folder, 'loop'))).toMatch(/leads back to itself/);
      expect(await says(join(folder, 'x'.repeat(300)))).toMatch(/longer than the system allows/);
      expect(await says('/dev/zero')).toMatch(/is a device, not a file/);
      await chmod(file, 0);
      if (process.getuid?.() !== 0) expect(await says(file)).toMatch(/may not be read by this user/);
    });
    const failure = (code: string) => String(readingFailure(Object.assign(new Error('x'), { code }), 'a.csv'));
    expect(failure('EIO')).toContain('a.csv cannot be read: the disk or the network drive');
    expect(failure('EACCES')).toContain('may not be read by this user');
    expect(failure('EBUSY')).toContain('a.csv cannot be read (EBUSY)');
    expect(failure('ZSTD_error_corruption_detected')).toContain('a.csv is damaged');
    expect(failure('constructor')).toContain('cannot be read (constructor)');
    const own = new TypeError('a mistake of ours');
    expect(readingFailure(own, 'a.csv')).toBe(own);
    const internal = Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(readingFailure(internal, 'a.csv')).toBe(internal);
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
    expect(await says(Readable.from([zipOf([])]))).toBe('- is a zip archive');
    const small = { ...defaultLimits, maxBytes: 10 };
    expect(await says(Readable.from([Buffer.from(csv)]), small)).toContain('longer than 10 bytes');
    const broken = new Readable({ read: () => undefined });
    broken.destroy(Object.assign(new Error('x'), { code: 'EIO' }));
    expect(await says(broken)).toContain('- cannot be read');
  });
});
