import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findConfig } from '../../config/find.ts';
import { HOUR_MS } from '../../core/civil.ts';
import { orNull } from '../../core/or-null.ts';
import { instantText } from '../../core/zone.ts';
import type { RunOptions } from '../options/parse.ts';
import type { Io } from '../process/io.ts';

/** A run over fewer bytes takes no longer than to look whether it was made before. */
const least = 4 * 1024 ** 2;

/** Options with which a run does more than print, or prints what depends on more than files. */
const never = ['out', 'open', 'rejects', 'verbose'] as const satisfies readonly (keyof RunOptions)[];

/** Variables that what is printed depends on. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LC_NUMERIC', 'LANG', 'FORCE_COLOR', 'NO_COLOR', 'TERM'];

/** Stands for the moment of a run in what it printed. */
const moment = '\0as of\0';

/** A command line that prints an answer about files. */
export interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  /** Those of them that are paths. */
  readonly paths: readonly string[];
  readonly options: RunOptions;
}

/**
 * Prints what the same command line printed before over the same files, or runs it and keeps what it prints. Only what
 * succeeds is kept.
 */
export async function remembered(asked: Asked, io: Io, run: (io: Io) => Promise<number>): Promise<number> {
  const { options, paths } = asked;
  const isPlain = never.every((name) => options[name] === undefined) && options.cache !== 'off';
  if (!isPlain || paths.includes('-') || (paths.length > 0 && (await longFiles(paths, io)) === null)) return run(io);
  const found = await questionOf(asked, io).catch(() => null);
  if (found === null) return run(io);
  const { store, key, asOf } = found;
  const known = store.get('answers', key);
  const said = (name: string): string | null => {
    const part = known?.get(name);
    return part === undefined ? null : Buffer.from(part).toString().replaceAll(moment, asOf);
  };
  const [out, err] = [said('out'), said('err')];
  if (out !== null && err !== null) {
    if (out !== '') await io.out(out);
    if (err !== '') await io.err(err);
    return 0;
  }
  const printed: { out: string[] | null; err: string[] } = { out: [], err: [] };
  const listening = Object.create(io, {
    out: {
      value: (content: string | Uint8Array) => {
        if (typeof content === 'string') printed.out?.push(content);
        else printed.out = null;
        return io.out(content);
      },
    },
    err: {
      value: (text: string) => {
        // The line that shows progress is gone when the run ends.
        if (!text.startsWith('\r')) printed.err.push(text);
        return io.err(text);
      },
    },
  }) as Io;
  const code = await run(listening);
  const again = code === 0 && printed.out !== null ? await questionOf(asked, io).catch(() => null) : null;
  if (again?.key !== key || printed.out === null) return code;
  const texts = [printed.out.join(''), printed.err.join('')].map((text) => withoutMoment(text, asOf));
  const [ownOut, ownErr] = texts;
  if (typeof ownOut === 'string' && typeof ownErr === 'string')
    store.put(
      'answers',
      key,
      new Map([
        ['out', Buffer.from(ownOut)],
        ['err', Buffer.from(ownErr)],
      ]),
    );
  return code;
}

/**
 * A text with a mark for the moment of its run; null if the moment stands in it in another form, which the next run would
 * have to repeat.
 */
function withoutMoment(text: string, asOf: string): string | null {
  if (asOf === '') return text;
  const marked = text.replaceAll(asOf, moment);
  const minute = asOf.slice(0, 16);
  return [minute, minute.replace('T', ' ')].some((form) => marked.includes(form)) ? null : marked;
}

/** The files of paths; null if they are short together, or one is not there. */
async function longFiles(paths: readonly string[], { cwd }: Io): Promise<readonly string[] | null> {
  const { pathsOf } = await import('../files/inputs.ts');
  const found = (await pathsOf(paths, cwd).catch(() => [])).map(({ path }) => path);
  const bytes = found.reduce((sum, path) => sum + (orNull(() => statSync(resolve(cwd, path)))?.size ?? 0), 0);
  return bytes < least ? null : found;
}

/**
 * Everything that the answer to a command line depends on, as the key of a store. Null where one of its files cannot be
 * recognised, or nothing is kept. `asOf`: the moment of the run as reports write it, empty if it was given.
 */
async function questionOf({ command, args, paths, options }: Asked, io: Io) {
  const { settingsFor } = await import('./reading.ts');
  const { namedPaths } = await import('../files/entries-by-path.ts');
  const { unreadBelow } = await import('../files/unread-files.ts');
  const { userStore } = await import('../kept/user-store.ts');
  const { identityOf } = await import('../../store/file-identity.ts');
  const config = findConfig(io.cwd, options.config);
  const settings = await settingsFor(options, io);
  const { cache, rejects, verbose, zone, asOf, ratesFile } = settings;
  if (cache === 'off' || rejects !== null || verbose) return null;
  const { store } = userStore(io);
  if (store?.secret() == null) return null;
  const named = namedPaths(paths, settings, io.cwd);
  const files = await longFiles(named, io);
  if (files === null) return null;
  const all = [...files, ...(config === null ? [] : [config]), ...(ratesFile === null ? [] : [ratesFile])];
  const identities = all.map((path) => identityOf(resolve(io.cwd, path), cache, io.now()));
  if (identities.includes(null)) return null;
  // Reports look at the hour, and at that two days before; the moment itself is only printed.
  const hours = [zone.hour(asOf), zone.hour(asOf - 48 * HOUR_MS)];
  const isGiven = options.asOf !== undefined;
  const key = JSON.stringify({
    ...{ command, args, options, cwd: io.cwd, width: io.width, zone: io.systemZone() },
    ...{ terminals: [io.stdoutIsTerminal, io.stderrIsTerminal], asOf: isGiven ? asOf : hours },
    variables: variables.map((name) => io.env[name] ?? null),
    files: all.map((path, at) => [path, identities[at]]),
    unread: unreadBelow(named, io.cwd),
  });
  return { store, key, asOf: isGiven ? '' : instantText(asOf, zone) };
}
