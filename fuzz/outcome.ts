import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Division, division } from '../src/reader/division.ts';
import { Workers } from '../src/reader/workers.ts';
import { root, run } from '../test/support/run.ts';
import { bytesOf, type Case, writeCase } from './case.ts';

/** What a run did: its exit code, what it printed, the files that it wrote, and what it took. */
export interface Outcome {
  readonly args: readonly string[];
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, Buffer>;
  /** Files of the case that are not as they were. */
  readonly spoilt: readonly string[];
  /** Seconds of all threads. */
  readonly seconds: number;
  /** MiB beyond the most that any run before took. */
  readonly memory: number;
}

export interface Running {
  readonly args: readonly string[];
  /** Bytes in which files are read by columns; null: row by row. */
  readonly segment: number | null;
  readonly env?: Readonly<Record<string, string>>;
}

/** What `kpi normalize --hash-keys` needs. */
const hashKey = 'a secret of nobody, which is long enough';

/** Of the longest file of a case: each takes time. */
const mostSegments = 40;

const sizes = division as { -readonly [K in keyof Division]: Division[K] };

/** Runs the command lines of one case in its folder; it is as it was before each. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'kpi-fuzz-'));
  readonly files: ReadonlyMap<string, Buffer>;
  readonly #stdin: Buffer;

  constructor(readonly tried: Case) {
    writeCase(tried, this.folder);
    const named = Object.entries(tried.files).map(([name, content]) => [name, bytesOf(content, name)] as const);
    this.#stdin = named.find(([name]) => name === '-')?.[1] ?? Buffer.alloc(0);
    this.files = new Map(named.filter(([name]) => name !== '-'));
  }

  /** In this process, with threads for segments of some sizes: their start takes time. */
  async run({ args, segment, env = {} }: Running): Promise<Outcome> {
    const largest = Math.max(0, ...[...this.files.values()].map(({ length }) => length));
    const threads = segment !== null && segment % 5 === 0;
    Object.assign(sizes, {
      from: segment === null ? Number.POSITIVE_INFINITY : 1,
      segment: Math.max(segment ?? 0, Math.ceil(largest / mostSegments)),
      workersFrom: threads ? 0 : Number.POSITIVE_INFINITY,
    });
    const before = { cpu: process.cpuUsage(), peak: process.resourceUsage().maxRSS };
    // Files are a moment old; what recognises them by their times waits until they cannot change unnoticed.
    const now = Date.now() + 10_000;
    const ran = await run(args, { cwd: this.folder, env: { KPI_HASH_KEY: hashKey, ...env }, stdin: this.#stdin, now });
    const { user, system } = process.cpuUsage(before.cpu);
    const memory = (process.resourceUsage().maxRSS - before.peak) / 1024;
    return { args, ...ran, ...this.#changes(), seconds: (user + system) / 1e6, memory };
  }

  /** The program as it is built, in a process of its own; null if it is not built. */
  async process({ args, env = {} }: Omit<Running, 'segment'>): Promise<Outcome | null> {
    const program = join(root, 'bin/kpi.js');
    if (!existsSync(join(root, 'dist/kpi.cjs'))) return null;
    const peak = new URL('../bench/peak.mjs', import.meta.url).href;
    const child = spawn(process.execPath, ['--import', peak, program, ...args], {
      cwd: this.folder,
      env: {
        PATH: process.env.PATH,
        KPI_CACHE: 'off',
        TZ: 'Europe/Paris',
        COLUMNS: '100',
        KPI_HASH_KEY: hashKey,
        ...env,
      },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      timeout: 120_000,
    });
    // A run that reads no standard input closes it.
    child.stdin.on('error', () => {});
    child.stdin.end(this.#stdin);
    const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    const [out, err, most] = await Promise.all(
      [child.stdout, child.stderr, child.stdio[3]].map((one) => buffer(one as NodeJS.ReadableStream)),
    );
    const printed = { out: String(out), err: String(err), memory: Number(String(most)) / 1024 };
    return { args, code: await ended, ...printed, ...this.#changes(), seconds: 0 };
  }

  /** What is in the folder beside the files of the case, which is taken away. */
  #changes(): Pick<Outcome, 'written' | 'spoilt'> {
    const found = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    const written = new Map<string, Buffer>();
    for (const name of found) {
      const path = join(this.folder, name);
      if (this.files.has(name) || !statSync(path).isFile()) continue;
      written.set(name, readFileSync(path));
      rmSync(path);
    }
    const spoilt: string[] = [];
    for (const [name, bytes] of this.files) {
      const path = join(this.folder, name);
      if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
      spoilt.push(name);
      writeFileSync(path, bytes);
    }
    return { written, spoilt };
  }

  /** Writes a file of the case otherwise, for as long as something takes. */
  async with<T>(name: string, bytes: Buffer, action: () => Promise<T>): Promise<T> {
    const before = this.files as Map<string, Buffer>;
    const usual = before.get(name)!;
    before.set(name, bytes);
    writeFileSync(join(this.folder, name), bytes);
    try {
      return await action();
    } finally {
      before.set(name, usual);
      writeFileSync(join(this.folder, name), usual);
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Gives a checkout the program of the reader's threads, which otherwise only a build has; what takes it away again. */
export async function withThreads(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-fuzz-reader-'));
  const outfile = join(folder, 'reader.cjs');
  const entry = fileURLToPath(new URL('../src/reader/worker.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'cjs', platform: 'node', logLevel: 'error' });
  const [usual, usualSizes] = [Workers.start, { ...division }];
  Workers.start = (count) => usual.call(Workers, Math.max(2, count), outfile);
  return () => {
    Workers.start = usual;
    Object.assign(sizes, usualSizes);
    rmSync(dirname(outfile), { recursive: true });
  };
}
