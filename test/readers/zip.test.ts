import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultLimits, inputsAt } from '../../src/readers/bytes.ts';
import { problemOf, readAll, textOf, withFile } from './kit.ts';
import { zipOf } from './zip-kit.ts';

const csv = 'id;total\n1;2,50\n';

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
    [
      'a binary workbook',
      zipOf([{ name: 'xl/workbook.bin' }]),
      'not_text',
      /is a binary Excel workbook \(\.xlsb\), not a CSV/,
    ],
    ['a LibreOffice sheet', zipOf([{ name: 'META-INF/manifest.xml' }]), 'not_text', /LibreOffice document/],
    ['no file', zipOf([{ name: 'a/' }]), 'empty_archive', /without a file in it/],
    ['nothing at all', zipOf([]), 'empty_archive', /without a file in it/],
    ['a zip in a zip', zipOf([{ name: 'b.zip', data: whole }]), 'nested_archive', /b\.zip is a zip archive inside/],
    ['a gz in a zip', zipOf([{ name: 'b.gz', data: zlib.gzipSync(csv) }]), 'nested_archive', /b\.gz is a gzip archive/],
    ['a PDF in a zip', zipOf([{ name: 'b.csv', data: '%PDF-1.7' }]), 'not_text', /b\.csv is a PDF document/],
    ['a password', zipOf([{ name: 'a.csv', data: csv, flags: 1 }]), 'encrypted', /protected by a password/],
    ['strong encryption', zipOf([{ name: 'a.csv', data: csv, flags: 0x41 }]), 'encrypted', /protected by a password/],
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
