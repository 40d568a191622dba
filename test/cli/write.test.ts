import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filledIn } from '../../src/cli/options/output-names.ts';
import { cleanUp } from '../../src/cli/process/cleanup.ts';
import { beginFile, writeTogether } from '../../src/cli/run/write.ts';
import { folder, told } from './kit.ts';

const named = (path: string) => ({ path, shown: path });
const writeWhole = (path: string, content: string) => writeTogether([named(path)], (file) => file.write(content));

describe('a file', () => {
  it('is written with its folders', async () => {
    const root = folder();
    await writeWhole(join(root, 'a/b/c.txt'), 'é\n');
    expect(readFileSync(join(root, 'a/b/c.txt'), 'utf8')).toBe('é\n');
    expect(readdirSync(join(root, 'a/b'))).toEqual(['c.txt']);
  });

  it('replaces the one before with its rights, and is not there before it is whole', async () => {
    const path = join(folder(), 'c.txt');
    writeFileSync(path, 'before');
    chmodSync(path, 0o640);
    const file = await beginFile(named(path));
    await file.write('one ');
    await file.write(Buffer.from('two'));
    expect(readFileSync(path, 'utf8')).toBe('before');
    await file.end();
    await file.place();
    expect(readFileSync(path, 'utf8')).toBe('one two');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('that is given up leaves nothing behind', async () => {
    const root = folder();
    const file = await beginFile(named(join(root, 'c.txt')));
    await file.write('half');
    expect(readdirSync(root)).toHaveLength(1);
    await file.abandon();
    expect(readdirSync(root)).toEqual([]);
  });

  it('is cleaned up at a sudden end', async () => {
    const root = folder();
    const file = await beginFile(named(join(root, 'c.txt')));
    cleanUp();
    expect(readdirSync(root)).toEqual([]);
    await file.abandon();
  });

  it('behind a link is replaced, not the link', async () => {
    const root = folder();
    writeFileSync(join(root, 'real'), '');
    symlinkSync('real', join(root, 'link'));
    await writeWhole(join(root, 'link'), 'x');
    expect(lstatSync(join(root, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'real'), 'utf8')).toBe('x');
  });

  it('that is a device is written to, never replaced', async () => {
    await writeWhole('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('cannot be a folder, nor stand below a file', async () => {
    const root = folder();
    mkdirSync(join(root, 'd'));
    writeFileSync(join(root, 'f'), '');
    expect(await told(() => writeWhole(join(root, 'd'), ''))).toBe(`${join(root, 'd')} is a folder\nname a file in it`);
    const below = join(root, 'f/c.txt');
    expect(await told(() => writeWhole(below, ''))).toBe(
      `${below} cannot be written: a part of its path is a file, not a folder\nchoose another --out`,
    );
  });

  it.skipIf(!existsSync('/dev/full'))('that finds no room on the disk is told of', async () => {
    expect(await told(() => writeWhole('/dev/full', 'x'))).toBe(
      '/dev/full cannot be written: the disk is full\nchoose another --out',
    );
  });

  it('has its period in its name', () => {
    const parts = { period: '2026-W47', from: '2026-11-16', to: null };
    expect(filledIn('r/{period}/{from}-{to}.json', parts)).toBe('r/2026-W47/2026-11-16-none.json');
    expect(filledIn('{period}', { ...parts, period: '../x' })).toBe('..-x');
  });
});
