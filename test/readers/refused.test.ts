import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultLimits, inputsAt } from '../../src/readers/bytes.ts';
import { readingFailure } from '../../src/readers/failures.ts';
import { problemOf, readAll, withFile, withFolder } from './kit.ts';

const csv = 'id;total\n1;2,50\n';

describe('what cannot be read', () => {
  const random = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
  const files: readonly (readonly [is: RegExp, bytes: Buffer | string])[] = [
    [
      /an old Excel workbook \(\.xls\), or one with a password, not a CSV or JSON export$/,
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ],
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

  it.each([
    ['ENOENT', 'no_such_file'],
    ['EACCES', 'not_allowed'],
    ['EPERM', 'not_allowed'],
    ['EISDIR', 'is_folder'],
    ['EIO', 'disk_error'],
    ['EMFILE', 'too_many_files'],
    ['EBUSY', 'unreadable'],
    ['Z_BUF_ERROR', 'cut_short'],
    ['Z_DATA_ERROR', 'damaged'],
  ])('tells %s as %s, with what to do', (code, as) => {
    const failure = readingFailure(Object.assign(new Error('x'), { code }), 'a.csv');
    expect(failure).toMatchObject({
      code: as,
      place: { file: 'a.csv' },
      advice: [{ en: expect.stringMatching(/\w/), fr: expect.stringMatching(/\w/) }],
    });
  });

  it.skipIf('createZstdDecompress' in zlib)('names the Node that can read zstd', async () => {
    const packed = Buffer.from('28b52ffd0458', 'hex');
    const problem = await withFile('a.csv.zst', packed, (path) => problemOf(() => readAll(path)));
    expect([problem.code, problem.advice.map(({ en }) => en)]).toEqual([
      'no_zstd',
      ['Use Node 22.15 or later, or decompress it first: zstd -d FILE.'],
    ]);
  });
});
