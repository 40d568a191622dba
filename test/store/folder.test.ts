import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderState, makeStoreFolder, storeFolder } from '../../src/store/folder.ts';
import { folder, uid } from './kit.ts';

describe('the folder of the store', () => {
  it.each([
    ['linux', { HOME: '/home/a' }, '/home/a/.cache/kpi'],
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/var/c' }, '/var/c/kpi'],
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '' }, '/home/a/.cache/kpi'],
    // The standard says so of paths that are not absolute.
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'c' }, '/home/a/.cache/kpi'],
    ['linux', {}, null],
    ['linux', { HOME: '' }, null],
    ['linux', { HOME: 'a' }, null],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Caches/kpi'],
    ['win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'C:\\Users\\a\\AppData\\Local\\kpi\\Cache'],
    ['win32', { HOME: '/home/a' }, null],
  ])('on %s with %j is %s', (platform, env, expected) => expect(storeFolder(env, platform)).toBe(expected));

  it('is made for this user alone, and marked', () => {
    const place = join(folder(), 'a/kpi');
    expect(folderState(place, uid)).toBe('missing');
    makeStoreFolder(place);
    makeStoreFolder(place);
    expect(folderState(place, uid)).toBe('there');
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(readdirSync(place)).toEqual(['CACHEDIR.TAG']);
    expect(readFileSync(join(place, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
  });

  it('keeps a mark that is there', () => {
    const place = folder();
    writeFileSync(join(place, 'CACHEDIR.TAG'), 'mine');
    makeStoreFolder(place);
    expect(readFileSync(join(place, 'CACHEDIR.TAG'), 'utf8')).toBe('mine');
  });
});

describe.skipIf(process.platform === 'win32')('not used is a folder', () => {
  it.each([
    [0o700, 'there'],
    [0o755, 'there'],
    [0o775, { why: 'writable' }],
    [0o702, { why: 'writable' }],
    [0o1777, { why: 'writable' }],
  ])('that others may write in: %o', (mode, state) => {
    const place = folder();
    chmodSync(place, mode);
    expect(folderState(place, uid)).toEqual(state);
    expect(folderState(place, null)).toBe('there');
  });

  it('of another user', () => expect(folderState(folder(), (uid ?? 0) + 1)).toEqual({ why: 'of_another' }));

  it('behind a link, and what is none', () => {
    const place = folder();
    mkdirSync(join(place, 'real'));
    symlinkSync(join(place, 'real'), join(place, 'link'));
    writeFileSync(join(place, 'file'), '');
    expect(folderState(join(place, 'link'), uid)).toEqual({ why: 'link' });
    expect(folderState(join(place, 'file'), uid)).toEqual({ why: 'no_folder' });
    expect(folderState(join(place, 'file/kpi'), uid)).toMatchObject({ why: 'unreadable', code: 'ENOTDIR' });
  });
});
