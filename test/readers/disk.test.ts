import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inputsAt } from '../../src/readers/bytes.ts';
import { headBytes, isUtf8File, readHead } from '../../src/readers/decode.ts';
import { diskBlocks } from '../../src/readers/disk.ts';
import { defaultLimits } from '../../src/readers/input.ts';

const MiB = 1024 ** 2;

function fileOf(content: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file.csv'), content);
  return join(folder, 'file.csv');
}

describe('the blocks of a file', () => {
  const content = Buffer.from(Array.from({ length: 3 * MiB + 17 }, (_, i) => i % 251));

  it.each([0, 1, 64])('are all of it, with the last %i bytes again', async (overlap) => {
    const path = fileOf(content);
    let whole = Buffer.alloc(0);
    for await (const { bytes } of diskBlocks(path, 5, overlap)) {
      const again = Math.min(overlap, whole.length);
      expect(bytes.subarray(0, again)).toEqual(whole.subarray(whole.length - again));
      whole = Buffer.concat([whole, bytes.subarray(again)]);
    }
    expect(whole.equals(content.subarray(5))).toBe(true);
  });

  it('of an empty file are none', async () => {
    const found = [];
    for await (const block of diskBlocks(fileOf(Buffer.alloc(0)))) found.push(block);
    expect(found).toEqual([]);
  });
});

describe('the encoding of a file longer than its head', () => {
  /** A text with a letter of two bytes at each place that could be cut. */
  const accents = Buffer.from('é'.repeat((headBytes + 2 * MiB) / 2));
  const headOf = async (content: Buffer) => readHead((await inputsAt(fileOf(content), defaultLimits))[0]!);

  it.each([0, 1])('is UTF-8 wherever its blocks are cut (%i)', async (shift) => {
    const { encoding } = await headOf(Buffer.concat([Buffer.alloc(shift, 'x'), accents]));
    expect(encoding.name).toBe('utf-8');
  });

  it.each([headBytes + 1, headBytes + MiB, headBytes + 2 * MiB - 1])('is told by its byte %i', async (at) => {
    const content = Buffer.alloc(headBytes + 2 * MiB, 'x');
    content[at] = 0xe9;
    const { encoding, encodingWarning } = await headOf(content);
    expect(encoding.name).toBe('windows-1252');
    expect(encodingWarning?.en).toContain(`offset ${at} `);
  });

  it('is told by its head alone where somebody else reads the rest', async () => {
    const byHead = async (content: Buffer) => readHead((await inputsAt(fileOf(content), defaultLimits))[0]!, true);
    const late = Buffer.alloc(headBytes + MiB, 'x');
    late[headBytes + MiB - 9] = 0xe9;
    expect(await byHead(late)).toMatchObject({ byHead: true, encoding: { name: 'utf-8' } });
    late[headBytes - 1] = 0xe9;
    expect(await byHead(late)).toMatchObject({ byHead: false, encoding: { name: 'windows-1252' } });
    expect(await byHead(Buffer.from('é'))).toMatchObject({ byHead: false, encoding: { name: 'utf-8' } });
  });

  it('is seen to be UTF-8, or not', async () => {
    expect(await isUtf8File(fileOf(accents))).toBe(true);
    expect(await isUtf8File(fileOf(accents.subarray(0, -1)))).toBe(false);
    expect(await isUtf8File(fileOf(Buffer.concat([accents, Buffer.from([0xe9, 0x78])])))).toBe(false);
    expect(await isUtf8File(fileOf(Buffer.alloc(0)))).toBe(true);
  });
});
