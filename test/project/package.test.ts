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

  /** A folder with what the Dockerfile copies. */
  const copied = (name: string): string => {
    const place = join(folder, name);
    for (const words of copies) {
      const into = words.at(-1) ?? '';
      for (const from of words.slice(0, -1))
        cpSync(join(root, from), join(place, into, into === './' ? from : ''), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
    return place;
  };

  beforeAll(() => {
    const image = copied('image');
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

  it('holds the program, its schemas, licences and bill of materials, and no compiled code', () => {
    const generated = readdirSync(join(root, 'schema')).map((name) => `schema/${name}`);
    const texts = ['LICENSE', 'README.md', 'package.json', 'bin/package.json', 'dist/bom.json', 'dist/licenses.txt'];
    expect(files.sort()).toEqual(
      [
        ...texts,
        ...generated,
        'bin/compiled.js',
        'bin/kpi.js',
        'dist/kpi.cjs',
        'dist/reader.cjs',
        'dist/reader.wasm',
      ].sort(),
    );
  });

  it('has the same bytes wherever it is built: in a checkout, or where only what it needs is', () => {
    const checkout = copied('checkout');
    cpSync(join(root, 'tsconfig.json'), join(checkout, 'tsconfig.json'));
    const built = start(process.execPath, ['build.js'], checkout);
    expect(built.status, built.stderr).toBe(0);
    for (const name of readdirSync(join(checkout, 'dist')))
      expect(
        readFileSync(join(checkout, 'dist', name)).equals(readFileSync(join(shop, 'node_modules/kpi/dist', name))),
        name,
      ).toBe(true);
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

  describe('its bill of materials', () => {
    const bom = (): Bom => JSON.parse(readFileSync(join(shop, 'node_modules/kpi/dist/bom.json'), 'utf8'));
    const named = (scope: string) => bom().components.filter((one) => one.scope === scope);

    it('lists the packages that the sources import, with theirs, and no other', () => {
      const imported = importedPackages();
      const names = named('required').map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...imported]));
      expect([...withTheirs(imported)]).toEqual(expect.arrayContaining(names));
      // One that is bundled has its licence there.
      const texts = readFileSync(join(shop, 'node_modules/kpi/dist/licenses.txt'), 'utf8').split(/\n-{80}\n\n/);
      expect(texts.map((text) => text.split('\n')[0])).toEqual(
        named('required').map((one) => one['bom-ref'].replace(/(?<=.)@/, ' ')),
      );
    });

    it('lists as optional what may be installed beside it', () => {
      const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      const all = withTheirs(new Set(Object.keys(optionalDependencies)));
      expect(named('optional').map(({ name }) => name)).toEqual([...all].sort());
    });

    it('says of each what npm says: its version, licence, address and hash', () => {
      const sbom = start('npm', ['sbom', '--offline', '--package-lock-only', '--sbom-format', 'cyclonedx'], root);
      expect(sbom.status, sbom.stderr).toBe(0);
      const known = new Map((JSON.parse(sbom.stdout) as Bom).components.map((one) => [one['bom-ref'], one]));
      const { specVersion, bomFormat, components } = bom();
      expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.5']);
      for (const { scope: _, ...one } of components) expect(known.get(one['bom-ref'])).toMatchObject(one);
    });

    it('connects what it lists, beginning with the program', () => {
      const { dependencies, metadata, components } = bom();
      const refs = [metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])];
      expect(dependencies.map(({ ref }) => ref)).toEqual(refs);
      const reached = new Set(refs.slice(0, 1));
      // A set goes on with what is added to it meanwhile.
      for (const ref of reached)
        for (const next of dependencies.find((one) => one.ref === ref)!.dependsOn) reached.add(next);
      expect([...reached].sort()).toEqual(refs.sort());
    });

    it('is the same each time: no clock, no random number', () => {
      expect(Object.keys(bom()).sort()).toEqual([
        '$schema',
        'bomFormat',
        'components',
        'dependencies',
        'metadata',
        'specVersion',
        'version',
      ]);
      expect(Object.keys(bom().metadata).sort()).toEqual(['component', 'lifecycles']);
    });

    it('has only licences that ask for no more than their text, which goes with the program', () => {
      for (const { name, licenses } of bom().components)
        expect(Object.keys(allowedLicenses), name).toContain(licenses.map(({ license }) => license.id).join());
      const texts = readFileSync(join(shop, 'node_modules/kpi/dist/licenses.txt'), 'utf8').split(/\n-{80}\n\n/);
      for (const [at, { name, licenses }] of named('required').entries())
        expect(texts[at]?.replace(/\s+/g, ' '), name).toMatch(allowedLicenses[licenses[0]!.license.id]!);
    });
  });

  it('gives the report that the sources give, with and without compiled code', async () => {
    const { out } = await runSource(question, { cwd: shop, width: 80 });
    const first = kpi(question);
    expect([first.status, first.stdout]).toEqual([0, out]);
    expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]+-report\.compiled$/)]);
    const again = kpi(question);
    expect([again.status, again.stdout]).toEqual([0, out]);
    expect(readdirSync(join(shop, 'node_modules/kpi/dist'))).toEqual([
      'bom.json',
      'kpi.cjs',
      'licenses.txt',
      'reader.cjs',
      'reader.wasm',
    ]);
  });

  it('reads long files as short ones where the compiled reader is missing, or cannot run', () => {
    const file = join(shop, 'long.csv');
    const rows = Array.from({ length: 40_000 }, (_, n) => `A${n},2026-11-${10 + (n % 9)},paid,${n % 90}.50,EUR`);
    writeFileSync(file, `order_id,ordered_at,status,gross_sales,currency\n${rows.join('\n')}\n`);
    const asked = ['report', file, '--timezone', 'UTC', '--as-of', '2026-11-22', '--kpi', 'gross_sales', '--all'];
    const compiled = join(shop, 'node_modules/kpi/dist/reader.wasm');
    const whole = readFileSync(compiled);
    const first = kpi(asked);
    // 444 times the sum of 0.50 to 89.50, then 0.50 to 39.50.
    expect(first.stdout).toContain('1,799,000.00');
    const changes = [() => writeFileSync(compiled, whole.subarray(0, 5000)), () => rmSync(compiled)];
    try {
      for (const change of changes) {
        change();
        const again = kpi(asked);
        expect([again.status, again.stdout, again.stderr]).toEqual([0, first.stdout, first.stderr]);
      }
    } finally {
      writeFileSync(compiled, whole);
      rmSync(file);
    }
  });

  it('keeps compiled code by command, so that none takes in what only others use', () => {
    rmSync(cache, { recursive: true, force: true });
    for (const args of [['list'], ['--help'], [], ['list'], ['lists'], ['../list']]) kpi(args);
    const uses = kept().map((name) => /-([^-]*)\.compiled$/.exec(name)?.[1]);
    expect(uses.sort()).toEqual(['help', 'list']);
  });

  it('makes compiled code anew where it is damaged', () => {
    rmSync(cache, { recursive: true, force: true });
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

/** A bill of materials, as far as it is looked at. */
interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly scope: string;
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The licences that a package may have to become part of this one, with words of their text. */
const allowedLicenses: Readonly<Record<string, RegExp>> = {
  MIT: /Permission is hereby granted, free of charge/,
  ISC: /Permission to use, copy, modify, and\/or distribute this software for any purpose/,
  'BSD-2-Clause': /Redistribution and use in source and binary forms/,
  'BSD-3-Clause': /Redistribution and use in source and binary forms/,
  '0BSD': /Permission to use, copy, modify, and\/or distribute this software for any purpose/,
  'Apache-2.0': /Apache License,? Version 2\.0/,
  'BlueOak-1.0.0': /Blue Oak Model License/,
};

/** The packages that the sources of the program name, except DuckDB, which is not bundled. */
function importedPackages(): ReadonlySet<string> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => name.endsWith('.ts') && !name.startsWith('dev'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'));
  const importing =
    /^import (?!type)[^;']*'((?:@[^/']+\/)?[^./'][^/']*)[^']*'|\bimport\('((?:@[^/']+\/)?[^./'][^/']*)[^']*'\)/gm;
  const names = texts.flatMap((text) => [...text.matchAll(importing)].map(([, named, later]) => named ?? later ?? ''));
  return new Set(names.filter((name) => !name.startsWith('node:') && !name.startsWith('@duckdb/')));
}

/** Packages with all that they depend on, by the lock. */
function withTheirs(names: ReadonlySet<string>): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const all = new Set(names);
  // A set goes on with what is added to it meanwhile.
  for (const name of all) {
    const { dependencies, optionalDependencies } = packages[`node_modules/${name}`];
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) all.add(next);
  }
  return all;
}

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
