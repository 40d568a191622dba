import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOf, catalogs, listingOf } from '../../src/dev/gen.ts';
import { type Scaffold, scaffoldOf, write } from '../../src/dev/new.ts';
import { root } from '../support/run.ts';

/* `npm run new`: what it writes compiles and runs as it is, and every word that its author has to replace is marked TODO. */

const tool = (name: string): string => join(root, 'node_modules/.bin', name);
const made = (line: string): Scaffold => {
  const scaffold = scaffoldOf(line.split(' '));
  if (typeof scaffold === 'string') throw new Error(scaffold);
  return scaffold;
};

/** Files below a folder with a TODO in them, line by line. */
const todosIn = (folder: string, fits: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => fits.test(name) && name !== 'dev/new.ts')
    .flatMap((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .split('\n')
        .flatMap((line, at) => (/\bTODO\b/.test(line) ? [`${folder}/${name}:${at + 1}: ${line.trim()}`] : [])),
    );

it('nothing is left to be written', () => {
  const places: [string, RegExp][] = [
    ['src', /\.ts$/],
    ['fixtures/sources', /\.(csv|json|md)$/],
    ['test/golden', /cmd$|stdout$/],
  ];
  expect(places.flatMap(([folder, fits]) => todosIn(folder, fits))).toEqual([]);
});

describe('npm run new', () => {
  const copy = mkdtempSync(join(tmpdir(), 'kpi-new-'));
  beforeAll(() => {
    for (const name of ['src', 'package.json', 'tsconfig.json', 'fixtures'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it.each<[string, readonly string[]]>([
    ['kpi trial_of_new', ['src/kpis/trial-of-new.ts']],
    [
      'source trial-of-new',
      [
        'src/sources/trial-of-new.ts',
        'fixtures/sources/trial-of-new/plain.csv',
        'fixtures/sources/trial-of-new/NOTES.md',
      ],
    ],
    ['command trial-of-new', ['src/cli/commands/trial-of-new.ts', 'test/golden/trial-of-new/cmd']],
  ])('%s writes files in the form of the formatter, says what is next, and will not do it twice', (line, paths) => {
    const { files } = made(line);
    expect(files.map(({ path }) => path)).toEqual(paths);
    for (const { path, text } of files.filter((file) => file.path.endsWith('.ts'))) {
      const format = ['format', `--stdin-file-path=${path}`];
      expect(execFileSync(tool('biome'), format, { input: text, cwd: root, encoding: 'utf8' })).toBe(text);
    }
    const { said, code } = write(copy, line.split(' '));
    expect([code, said]).toEqual([0, expect.stringContaining(`wrote ${paths[0]}\n`)]);
    expect(said).toContain('\nNext:\n1. ');
    expect(write(copy, line.split(' '))).toEqual({ code: 2, said: `${paths[0]} exists\n` });
  });

  it('what it wrote compiles and runs', () => {
    for (const catalog of catalogs)
      writeFileSync(join(copy, catalog.folder, 'all.ts'), allOf(listingOf(join(copy, catalog.folder)), catalog));
    const config = { extends: './tsconfig.json', include: ['src'] };
    writeFileSync(join(copy, 'tsconfig.src.json'), JSON.stringify(config));
    const { stdout } = spawnSync(tool('tsc'), ['--noEmit', '-p', 'tsconfig.src.json'], { cwd: copy, encoding: 'utf8' });
    expect(stdout).toBe('');

    const kpi = (...words: string[]) =>
      execFileSync(tool('tsx'), ['src/cli/bin.ts', ...words], { cwd: copy, encoding: 'utf8' });
    expect(kpi('trial-of-new', 'a', 'b')).toBe('TODO a b\n');
    expect(kpi('--help')).toMatch(/^ {2}trial-of-new .* TODO what it prints$/m);
    const file = 'fixtures/sources/trial-of-new/plain.csv';
    const asked = ['--kpi', 'orders,gross_sales,trial_of_new', '--period', 'all', '--timezone', 'UTC'];
    const report = JSON.parse(kpi('report', file, ...asked, '--format', 'json'));
    expect(report.quality.files[0].format).toBe('trial-of-new');
    expect(report.rows[0].values).toEqual({ orders: 2, gross_sales: 100, trial_of_new: 1 });
  }, 180_000);

  it.each([
    ['', 'usage: npm run new kpi|source|command NAME'],
    ['kpi', 'usage: npm run new kpi|source|command NAME'],
    ['toString x', 'usage: npm run new kpi|source|command NAME'],
    ['kpi a b', 'usage: npm run new kpi|source|command NAME'],
    ['kpi ../x', '"../x" is no name: small letters and digits, separated by "-"'],
    ['source Shop', '"Shop" is no name: small letters and digits, separated by "-"'],
    ['kpi cac', 'src/kpis/cac.ts exists'],
    ['source meta-ads', 'src/sources/meta-ads.ts exists'],
    ['command report', 'src/cli/commands/report.ts exists'],
  ])('%s is refused', (line, said) => {
    expect(
      write(
        copy,
        line.split(' ').filter((word) => word !== ''),
      ),
    ).toEqual({ code: 2, said: `${said}\n` });
  });
});
