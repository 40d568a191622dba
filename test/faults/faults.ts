import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../support/run.ts';

/** A kind of call, by what it asks of the system; `memory` is an array of 64 KiB and more. */
export type CallKind =
  | 'open'
  | 'read'
  | 'stat'
  | 'write'
  | 'rename'
  | 'fsync'
  | 'close'
  | 'unlink'
  | 'mkdir'
  | 'memory';

/** One fault: what happens at the n-th call of some kinds. */
export interface Fault {
  readonly on: readonly CallKind[];
  /** Only calls whose path contains this are counted. */
  readonly of?: string;
  readonly nth: number;
  /** Whether it happens again at every later one. */
  readonly onward?: boolean;
  /** The code of an error; only half of the bytes; or a signal, with half of the bytes written. */
  readonly does: string;
}

/** What was hit, once it was. */
interface Hit {
  readonly kind: CallKind;
  /** The path that the call was about. */
  readonly target: string;
}

/** A command line, in a folder of its own. */
export interface Situation {
  readonly name: string;
  readonly args: readonly string[];
  /** What is in the folder before, by name: a text, or where a link leads. */
  readonly files: Readonly<Record<string, string | { readonly link: string }>>;
  /** What the run writes, by name in the folder; those that are in `files` too are replaced. */
  readonly writes: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A folder with what earlier runs have left, if it exists; without, nothing is kept. */
  readonly cache?: string;
  /** Whether that folder is made of what a first run leaves. */
  readonly keeps?: boolean;
  /** Whether a run takes longer than others. */
  readonly slow?: boolean;
  /** Whether a second run refuses to do it again. */
  readonly once?: boolean;
}

/** How a run ended. */
export interface Ended {
  /** The exit code, or the signal. */
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
  /** All files of the folder afterwards, and the folders in it. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  /** Names that the run left in the folder for temporary files. */
  readonly temporary: readonly string[];
  /** Names of half-written files in the cache folder. */
  readonly unfinished: readonly string[];
  readonly hit: Hit | null;
}

/** Names in the cache folder that are not the final ones. */
const unfinishedName = /\.tmp$|\.compiled\./;

const inject = fileURLToPath(new URL('inject.cjs', import.meta.url));

/** The program of these sources, built in a folder of its own. */
export class Program {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kpi-faults-'));
  /** Code that was compiled by the first run; later ones begin sooner. */
  readonly #compiled = join(this.#folder, 'compiled');

  constructor() {
    for (const name of ['bin', 'src', 'build.js', 'package.json', 'package-lock.json'])
      cpSync(join(root, name), join(this.#folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
    const { status, stderr } = spawnSync(process.execPath, ['build.js'], { cwd: this.#folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  /** A folder beside the program, for what runs read. */
  place(name: string): string {
    return join(this.#folder, name);
  }

  /** Runs a situation with each of these faults, or none, one run after the other in the same folders. */
  run(situation: Situation, ...faults: readonly (Fault | null)[]): Ended[] {
    // Always the same place: what is kept of files is found by their paths.
    const around = this.place('run');
    const inside = (name: string): string => join(around, name);
    const places = { cwd: inside('cwd'), temporary: inside('tmp'), cache: inside('cache'), hitFile: inside('hit') };
    try {
      for (const path of [places.cwd, places.temporary]) mkdirSync(path, { recursive: true });
      for (const [name, content] of Object.entries(situation.files)) {
        if (typeof content === 'string') writeFileSync(join(places.cwd, name), content);
        else symlinkSync(content.link, join(places.cwd, name));
      }
      const { cache } = situation;
      if (cache !== undefined && existsSync(cache))
        cpSync(cache, places.cache, { recursive: true, preserveTimestamps: true });
      const ended = faults.map((fault) => this.#ended(situation, fault, places));
      // The first run without a fault fills the cache for those that find it.
      if (cache !== undefined && !existsSync(cache) && situation.keeps === true)
        cpSync(places.cache, cache, { recursive: true, preserveTimestamps: true });
      return ended;
    } finally {
      rmSync(around, { recursive: true, force: true });
    }
  }

  #ended({ args, env, cache: earlier }: Situation, fault: Fault | null, places: Places): Ended {
    const { cwd, temporary, cache, hitFile } = places;
    const given = {
      ...{ PATH: process.env.PATH, HOME: places.cwd, TMPDIR: temporary, TZ: 'Europe/Paris', LANG: 'C' },
      ...(earlier === undefined ? { XDG_CACHE_HOME: this.#compiled, KPI_CACHE: 'off' } : { XDG_CACHE_HOME: cache }),
      ...(fault === null ? {} : { KPI_FAULT: JSON.stringify(fault), KPI_FAULT_HIT: hitFile }),
      ...env,
    };
    const preload = fault === null ? [] : ['--require', inject];
    const program = [...preload, join(this.#folder, 'bin/kpi.js'), ...args];
    const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, program, {
      ...{ cwd, env: given, encoding: 'utf8', timeout: 600_000 },
    });
    // A machine that stood still meanwhile.
    if (error !== undefined) throw error;
    return {
      code: status ?? signal,
      out: stdout,
      err: stderr,
      files: filesIn(cwd),
      folders: foldersIn(cwd),
      temporary: readdirSync(temporary),
      unfinished: existsSync(cache) ? [...filesIn(cache).keys()].filter((name) => unfinishedName.test(name)) : [],
      hit: existsSync(hitFile) ? (JSON.parse(readFileSync(hitFile, 'utf8')) as Hit) : null,
    };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Places {
  readonly cwd: string;
  readonly temporary: string;
  readonly cache: string;
  readonly hitFile: string;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    lstatSync(join(folder, name)).isDirectory(),
  );

/** The files below a folder with their bytes; links are not followed. */
function filesIn(folder: string, before = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isDirectory()) for (const [below, bytes] of filesIn(path, `${before}${name}/`)) found.set(below, bytes);
    else found.set(before + name, stat.isFile() ? readFileSync(path, 'latin1') : 'a link');
  }
  return found;
}

/** The name by which people know what a call was about: a file in the making has that of the file. */
export const knownAs = ({ target }: Hit): string =>
  target.includes('@duckdb') ? 'DuckDB' : basename(target).replace(/^\.(.+)\.[0-9a-f]{12}\.tmp$/, '$1');
