import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, detectEncoding, type Encoding, readHead } from '../../src/readers/decode.ts';
import { fromWindows1252 } from '../../src/readers/encoding.ts';
import { sequenceEnd, Utf8Check, validLength } from '../../src/readers/utf8.ts';
import { all, memory, problemOf } from './kit.ts';

const MiB = 1024 ** 2;
const utf8: Encoding = { name: 'utf-8', bom: false };
const latin: Encoding = { name: 'windows-1252', bom: false };

describe('detectEncoding', () => {
  const cases: readonly (readonly [hex: string, complete: boolean, name: Encoding['name'], bom: boolean])[] = [
    ['', true, 'utf-8', false],
    ['6162', true, 'utf-8', false],
    ['c3a9', true, 'utf-8', false],
    ['efbbbf61', true, 'utf-8', true],
    ['efbbbfe9', true, 'windows-1252', true],
    ['fffe6100', true, 'utf-16le', true],
    ['feff0061', true, 'utf-16be', true],
    ['61e9', true, 'windows-1252', false],
    ['61e9', false, 'utf-8', false],
    ['61f09f98', false, 'utf-8', false],
    ['61f09f98', true, 'windows-1252', false],
    ['80', false, 'windows-1252', false],
    ['e962', false, 'windows-1252', false],
  ];
  it.each(cases)('%s (complete: %s) is %s', (hex, complete, name, bom) => {
    expect(detectEncoding(Buffer.from(hex, 'hex'), complete)).toEqual({ name, bom });
  });
});

describe('UTF-8 by hand', () => {
  it('finds the border of sequences and the first fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const bytes = Buffer.from(text);
        const cut = bytes.subarray(0, at % (bytes.length + 1));
        expect(validLength(cut)).toBe(sequenceEnd(cut));
        const start = sequenceEnd(cut);
        expect(Buffer.from(cut.subarray(0, start).toString())).toEqual(cut.subarray(0, start));
        const wrong = Buffer.concat([cut.subarray(0, start), Buffer.from([0xff]), bytes]);
        expect(validLength(wrong)).toBe(start);
      }),
    );
  });

  it.each([1, 2, 3, 7, 65536])('finds the first fault in chunks of %i bytes', async (size) => {
    const firstFault = async (text: string | Buffer) => {
      const check = new Utf8Check();
      for await (const chunk of await memory(text, size).open()) {
        const found = check.add(chunk);
        if (found !== null) return found;
      }
      return check.end();
    };
    expect(await firstFault('a€é😀'.repeat(50))).toBeNull();
    expect(await firstFault(Buffer.from('euro caf\xe9 bon', 'latin1'))).toBe(8);
    const late = Buffer.concat([Buffer.from('a€é😀'.repeat(50)), Buffer.from([0xf0, 0x9f])]);
    expect(await firstFault(late)).toBe(500);
  });
});

describe('decoded', () => {
  const read = async (bytes: Buffer, encoding: Encoding, size: number) =>
    (await all(decoded(memory(bytes, size), encoding))).toString();

  it('gives back any text in any of the encodings, cut anywhere', async () => {
    const names = fc.constantFrom<Encoding['name']>('utf-8', 'utf-16le', 'utf-16be');
    const text = fc.string({ unit: 'binary' }).map((t) => t.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(text, names, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (value, name, mark, size) => {
        const bom = mark || name !== 'utf-8';
        const bytes = Buffer.from((bom ? '\ufeff' : '') + value, name === 'utf-8' ? 'utf8' : 'utf16le');
        if (name === 'utf-16be') bytes.swap16();
        expect(await read(bytes, { name, bom }, size)).toBe(value);
      }),
    );
  });

  it('knows every byte of Windows-1252', async () => {
    expect(await read(Buffer.from('80858c9299a4e9ff', 'hex'), latin, 3)).toBe('€…Œ’™¤éÿ');
    const codes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    const theirs = [...new TextDecoder('windows-1252').decode(codes)];
    const ours = [...fromWindows1252(codes).toString()];
    expect(ours).toHaveLength(256);
    expect(ours).not.toContain('\ufffd');
    // Some releases of Node read the middle as Latin-1; elsewhere both agree.
    expect(ours.filter((char, i) => char !== theirs[i] && (i < 0x80 || i > 0x9f))).toEqual([]);
    if (theirs[0x80] === '€') expect(ours).toEqual(theirs);
  });

  it('removes NUL characters and a mark, also when cut to pieces', async () => {
    expect(await read(Buffer.from('\ufeffa\0,b\0\0'), { name: 'utf-8', bom: true }, 1)).toBe('a,b');
    expect(await read(Buffer.from('\ufeffa\0b', 'utf16le'), { name: 'utf-16le', bom: true }, 1)).toBe('ab');
    expect(await read(Buffer.from('ef bb bf 61 e9'.replaceAll(' ', ''), 'hex'), { ...latin, bom: true }, 2)).toBe('aé');
  });

  it('never lets a wrong byte pass', async () => {
    const wrong = await problemOf(() => read(Buffer.from([97, 0xe9, 97]), utf8, 2));
    expect(wrong.message).toBe('mem.csv is UTF-8, but not at byte 1 after its mark');
    expect((await problemOf(() => read(Buffer.from([97, 0xe9]), utf8, 2))).code).toBe('wrong_encoding');
    const lone = Buffer.from('\ufeff\ud800x', 'utf16le');
    const le: Encoding = { name: 'utf-16le', bom: true };
    expect((await problemOf(() => read(lone, le, 64))).message).toMatch(/is UTF-16, and a character in it is cut/);
    expect((await problemOf(() => read(Buffer.from('fffe6100e9', 'hex'), le, 64))).code).toBe('wrong_encoding');
  });
});

describe('readHead', () => {
  it('holds a short file whole', async () => {
    const head = await readHead(memory('\ufeffid,é\0\n'));
    expect(head).toEqual({
      text: Buffer.from('id,é\n'),
      complete: true,
      encoding: { name: 'utf-8', bom: true },
      byHead: false,
      path: 'mem.csv',
    });
    expect((await readHead(memory(''))).complete).toBe(true);
  });

  it('cuts a long file between two characters', async () => {
    const head = await readHead(memory(`a${'é'.repeat(3 * MiB)}`));
    expect(head.complete).toBe(false);
    expect(head.text.length).toBe(4 * MiB - 1);
    expect(head.encoding).toEqual(utf8);
    expect((await readHead(memory('a'.repeat(4 * MiB)))).complete).toBe(true);
  });

  it('keeps to 4 MiB where decoding makes text longer', async () => {
    const head = await readHead(memory(Buffer.alloc(3 * MiB, 0x80)));
    expect(head).toMatchObject({ complete: false, encoding: latin });
    expect(head.text.length).toBe(4 * MiB - 1);
    expect(head.encodingWarning).toBeUndefined();
    const wide = await readHead(memory(Buffer.from(`\ufeff${'中'.repeat(3 * MiB)}`, 'utf16le')));
    expect(wide).toMatchObject({ complete: false, encoding: { name: 'utf-16le' } });
    expect(wide.text.length).toBe(4 * MiB - 1);
  });

  it('reads the whole file as Windows-1252 when a byte far behind is not UTF-8, and says so', async () => {
    const bytes = Buffer.concat([Buffer.alloc(5 * MiB, 'a'), Buffer.from([0xe9]), Buffer.from('b')]);
    const head = await readHead(memory(bytes));
    expect(head.encoding).toEqual(latin);
    expect(head.encodingWarning?.en).toMatch(/^mem\.csv looks like UTF-8, but the byte at offset 5242880 is not/);
    const last = await readHead(memory(bytes.subarray(0, -1)));
    expect(last.encodingWarning?.en).toMatch(/offset 5242880/);
    const near = await readHead(memory(Buffer.concat([Buffer.from('é'), Buffer.from([0xe9]), bytes])));
    expect(near.encoding).toEqual(latin);
    expect(near.encodingWarning).toBeUndefined();
  });

  it('warns of a UTF-8 mark that lies', async () => {
    const head = await readHead(memory(Buffer.from('efbbbf61e962', 'hex')));
    expect(head.encoding).toEqual({ name: 'windows-1252', bom: true });
    expect(head.text.toString()).toBe('aéb');
    expect(head.encodingWarning?.en).toMatch(/offset 4 is not/);
  });
});
