import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.ts';
import { root, run as runSource } from '../support/run.ts';

/* The package as others get it: made of what the Dockerfile copies, installed without a network, run in a folder of its own. */

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const copies = [...dockerfile.matchAll(/^COPY (?!--)(.*)$/gm)].map(([, words = '']) => words.split(' '));

const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' });
const canPack = npm.status === 0 && existsSync(join(root, 'node_modules/esbuild'));
if (!canPack) console.warn('SKIPPED: the package is neither made nor installed, since npm or esbuild cannot be run');

describe.skipIf(!canPack)('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-package-'));
  const shop = join(folder, 'shop');
  const cache = join(folder, 'cache/kpi');
  const files: string[] = [];
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = (program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) => {
    const around = {
      ...process.env,
      XDG_CACHE_HOME: join(folder, 'cache'),
      npm_config_cache: join(folder, 'npm'),
      ...env,
    };
    return spawnSync(program, args, { cwd, env: around, encoding: 'utf8' });
  };
  const question = ['report', 'exports', '--timezone', 'Europe/Paris', '--as-of', '2026-11-22', '--engine', 'memory'];
  const kpi = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    start(join(shop, 'node_modules/.bin/kpi'), args, shop, { NODE_DISABLE_COMPILE_CACHE: '', ...env });
  const kept = () => (existsSync(cache) ? readdirSync(cache) : []);

  beforeAll(() => {
    const image = join(folder, 'image');
    for (const words of copies) {
      const into = words.at(-1) ?? '';
      for (const from of words.slice(0, -1))
        cpSync(join(root, from), join(image, into, into === './' ? from : ''), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(image, 'node_modules'));
    const made = start('npm', ['pack', '--json', '--silent'], image);
    expect(made.status, made.stderr).toBe(0);
    const [, tarball = ''] = /"filename": "(.+?)"/.exec(made.stdout) ?? [];
    files.push(...[...made.stdout.matchAll(/"path": "(.+?)"/g)].map(([, path = '']) => path));
    mkdirSync(shop);
    cpSync(join(root, 'fixtures/shop'), join(shop, 'exports'), { recursive: true });
    const flags = ['--offline', '--no-audit', '--no-fund'];
    const installed = start('npm', ['install', ...flags, join(image, tarball)], shop);
    expect(installed.status, installed.stderr).toBe(0);
  });

  it('holds the program, its schemas and licences, and no compiled code', () => {
    const generated = readdirSync(join(root, 'schema')).map((name) => `schema/${name}`);
    const texts = ['LICENSE', 'README.md', 'package.json', 'bin/package.json', 'dist/licenses.txt'];
    expect(files.sort()).toEqual(
      [...texts, ...generated, 'bin/compiled.js', 'bin/kpi.js', 'dist/kpi.cjs', 'dist/reader.cjs'].sort(),
    );
  });

  it('needs no other, and asks only for DuckDB', () => {
    expect(readdirSync(join(shop, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['kpi']);
    const bundle = readFileSync(join(shop, 'node_modules/kpi/dist/kpi.cjs'), 'latin1');
    const asked = new Set([...bundle.matchAll(/(?<![\w$])require\("([^"]+)"\)/g)].map(([, name = '']) => name));
    const foreign = [...asked].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
    expect(foreign).toEqual(['@duckdb/node-api']);
    // By it a package could look for others.
    expect([...asked]).not.toContain('module');
  });

  it('gives the report that the sources give, with and without compiled code', async () => {
    const { out } = await runSource(question, { cwd: shop, width: 80 });
    const first = kpi(question);
    expect([first.status, first.stdout]).toEqual([0, out]);
    expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]+\.compiled$/)]);
    const again = kpi(question);
    expect([again.status, again.stdout]).toEqual([0, out]);
    expect(readdirSync(join(shop, 'node_modules/kpi/dist'))).toEqual(['kpi.cjs', 'licenses.txt', 'reader.cjs']);
  });

  it('makes compiled code anew where it is damaged', () => {
    kpi(['list']);
    const file = join(cache, kept()[0] ?? '');
    const damaged = readFileSync(file).fill(255, 5000, 6000);
    for (const change of [() => writeFileSync(file, damaged), () => truncateSync(file, 5)]) {
      change();
      const { status, stderr } = kpi(['list']);
      expect([status, stderr]).toEqual([0, expect.not.stringContaining('Fatal')]);
      expect(readFileSync(file).length).toBeGreaterThan(damaged.length / 8);
    }
  });

  it('keeps none where it may not, or is told not to', () => {
    rmSync(cache, { recursive: true, force: true });
    expect(kpi(['list'], { NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
    expect(kept()).toEqual([]);
    // A file where the folder would be: nobody can write there, not even root.
    writeFileSync(join(folder, 'occupied'), '');
    const { status, stderr } = kpi(['list'], { XDG_CACHE_HOME: join(folder, 'occupied') });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('occupied')]);
    // Nobody can make a folder there, though it says that it is only missing.
    if (existsSync('/proc/self')) expect(kpi(['list'], { XDG_CACHE_HOME: '/proc' }).status).toBe(0);
  });
});

describe('the Dockerfile', () => {
  it('copies what is there and is let through', () => {
    const sources = copies.flatMap((words) => words.slice(0, -1));
    expect(sources).toContain('src');
    for (const name of sources) expect(existsSync(join(root, name)), name).toBe(true);
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n');
    expect(ignored).toEqual(['*', ...sources.map((name) => `!${name}`)]);
  });

  it('runs the package on the Node of this project, in a zone that is said, without rights', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(dockerfile.match(/^FROM \S+/gm)).toEqual(['FROM node:20-slim', 'FROM node:20-slim']);
    expect(last).toMatch(/^COPY --from=package \/kpi\/kpi-\*\.tgz /m);
    expect(last).toMatch(/^ENV TZ=UTC$/m);
    expect(last.indexOf('\nUSER node\n')).toBeGreaterThan(last.lastIndexOf('\nRUN '));
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(last).toContain(`ENTRYPOINT ["${Object.keys(bin)[0]}"]`);
  });
});

describe('action.yml', () => {
  const action: {
    inputs: Record<string, { description: string; default: string }>;
    runs: { using: string; steps: { run?: string; shell?: string; env?: Record<string, string> }[] };
  } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const text = JSON.stringify(action.runs);

  it('is a composite action whose scripts name their shell', () => {
    expect(action.runs.using).toBe('composite');
    const scripts = action.runs.steps.filter(({ run }) => run !== undefined);
    expect(scripts.map(({ shell }) => shell)).toEqual(['bash', 'bash']);
  });

  it('uses each input, and none that there is not', () => {
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    // Words of a workflow must not become part of a script.
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('calls commands that there are', () => {
    expect(Object.keys(commands)).toContain(action.inputs.command?.default);
    expect(text).toContain('npm pack');
    expect(text).not.toContain('npx');
  });
});
