import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { pathsOf } from '../../src/cli/files/inputs.ts';
import { folder, told } from './kit.ts';

let root = '';
const file = (name: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), '');
};
/** Paths found, those named by hand with an exclamation mark. */
const found = async (...args: string[]): Promise<string[]> =>
  (await pathsOf(args, root)).map(({ path, named }) => (named ? `${path}!` : path));

beforeEach(() => {
  root = folder();
  for (const name of ['a/orders.csv', 'a/b/ads.TSV', 'a/b/deep.json.gz', 'a/b/.hidden.csv', 'a/node_modules/x.csv'])
    file(name);
  for (const name of ['a/logo.png', 'a/kpi.json', '[odd]/z.csv', 'top.csv', '{x}.csv']) file(name);
  mkdirSync(join(root, 'empty'));
  symlinkSync('..', join(root, 'a/b/up'));
  symlinkSync('loop', join(root, 'loop'));
});

describe('paths', () => {
  it('are files as they are named', async () => {
    expect(await found('top.csv', 'a/logo.png')).toEqual(['a/logo.png!', 'top.csv!']);
    expect(await found(join(root, 'top.csv'))).toEqual([`${join(root, 'top.csv')}!`]);
  });

  it('are folders with all that could be data, below links that lead back too, each file once', async () => {
    expect(await found('a')).toEqual(['a/b/ads.TSV', 'a/b/deep.json.gz', 'a/orders.csv']);
    expect(await found('.')).toEqual([
      '[odd]/z.csv',
      'a/b/ads.TSV',
      'a/b/deep.json.gz',
      'a/orders.csv',
      'top.csv',
      '{x}.csv',
    ]);
  });

  it.each([
    ['a/*.csv', ['a/orders.csv']],
    ['a/*', ['a/logo.png', 'a/orders.csv']],
    ['**/*.csv', ['[odd]/z.csv', 'a/orders.csv', 'top.csv', '{x}.csv']],
    ['{a,[[]odd]}/*.csv', ['[odd]/z.csv', 'a/orders.csv']],
    ['./a/order?.csv', ['a/orders.csv']],
    ['a/b/../*.csv', ['a/orders.csv']],
    ['a/b/*.{TSV,gz}', ['a/b/ads.TSV', 'a/b/deep.json.gz']],
    ['[t]op.csv', ['top.csv']],
  ])('are globs: %s', async (glob, paths) => expect(await found(glob)).toEqual(paths));

  it('are absolute where the glob is', async () => {
    expect(await found(join(root, 'a/*.csv'))).toEqual([join(root, 'a/orders.csv')]);
  });

  it('may have the marks of globs in their names', async () => {
    expect(await found('{x}.csv')).toEqual(['{x}.csv!']);
    expect(await found('[odd]')).toEqual(['[odd]/z.csv']);
  });

  it('are each there once, named where one of the arguments names them', async () => {
    expect(
      await found('top.csv', './top.csv', 't*.csv', '.', '-', '-').then((all) =>
        all.filter((path) => /top|-/.test(path)),
      ),
    ).toEqual(['-!', 'top.csv!']);
    symlinkSync('top.csv', join(root, 'link.csv'));
    expect(await found('*.csv')).toEqual(['link.csv', '{x}.csv']);
  });

  it('stand in the order of code points', async () => {
    for (const name of ['s/é.csv', 's/z.csv', 's/Z.csv', 's/\u{1f600}.csv', 's/\uff5e.csv']) file(name);
    expect(await found('s')).toEqual(['s/Z.csv', 's/z.csv', 's/é.csv', 's/\uff5e.csv', 's/\u{1f600}.csv']);
  });

  it('are none without arguments', async () => expect(await found()).toEqual([]));

  it.each([
    ['a/ordres.csv', 'a/ordres.csv does not exist\ndid you mean a/orders.csv?'],
    ['tip.csv', 'tip.csv does not exist\ndid you mean top.csv?'],
    ['zebra', 'zebra does not exist'],
    ['b/orders.csv', 'b/orders.csv does not exist\nthere is no folder b'],
    ['top.csv/x.csv', 'top.csv/x.csv does not exist\nthere is no folder top.csv'],
    ['', 'the name of a file is empty\ncheck the quotes and variables'],
    ['loop', 'loop is a link that leads back to itself'],
    ['*.xls', 'no file matches *.xls\n** matches folders, * any part of a name, {a,b} either of two'],
    [
      'empty',
      'empty contains no file that could be data\nfiles are found by their extension: .csv .tsv .txt .json .jsonl .ndjson .gz .zst .zip .xlsx; name any other file explicitly',
    ],
  ])('%j is refused', async (arg, says) => expect(await told(() => found(arg))).toBe(says));
});
