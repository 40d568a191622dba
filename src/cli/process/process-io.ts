import type { Writable } from 'node:stream';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import type { Io } from './io.ts';
import { runtimeZone, systemZone } from './system-zone.ts';

/** Codes of a reader that went away, such as `head`: nobody misses the rest. */
const gone = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Writes to a stream until its reader closes it; then does nothing, silently. */
export function quietWriter(
  stream: Writable,
  name: Text,
): { write(content: string | Uint8Array): Promise<void>; flush(): Promise<void> } {
  let open = true;
  let failure: Problem | null = null;
  const failed = (error: Error & { code?: string }): void => {
    open = false;
    if (gone.has(error.code ?? '')) return;
    const why = error.code ?? error.message;
    failure ??= new Problem(
      'not_writable',
      { en: `${name.en} cannot be written (${why})`, fr: `impossible d'écrire sur ${name.fr} (${why})` },
      [{ en: 'check the disk, or the program that reads it', fr: 'vérifiez le disque, ou le programme qui la lit' }],
    );
  };
  stream.on('error', failed);
  const write = (content: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      const ended = (): void => (failure === null ? resolve() : reject(failure));
      if (!open) return ended();
      stream.write(content, (error) => {
        if (error) failed(error);
        ended();
      });
    });
  return { write, flush: () => write('') };
}

/** The narrowest layout: a table needs a label and a number. */
const leastWidth = 20;

/** The columns to lay out for; 80 if unknown. */
export const widthOf = (columns: number): number =>
  Number.isFinite(columns) && columns >= 1 ? Math.max(leastWidth, Math.floor(columns)) : 80;

/** The real world, and a way to wait until everything is written. */
export function processIo(): Io & { flush(): Promise<void> } {
  const out = quietWriter(process.stdout, { en: 'standard output', fr: 'la sortie standard' });
  const err = quietWriter(process.stderr, { en: 'standard error', fr: "la sortie d'erreur" });
  return {
    out: out.write,
    // If standard error cannot be written, nobody can be informed, and results and exit code are still valid.
    err: (text) => err.write(text).catch(() => {}),
    flush: async () => {
      await Promise.allSettled([out.flush(), err.flush()]);
    },
    get stdin() {
      return process.stdin;
    },
    cwd: process.cwd(),
    env: process.env,
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    width: widthOf(process.stdout.columns || process.stderr.columns || Number(process.env.COLUMNS)),
    height: process.stdout.rows || Number.POSITIVE_INFINITY,
    page: async (command, text) => await (await import('./programs.ts')).pageWith(command, text),
    open: async (path) => await (await import('./programs.ts')).openFile(path),
    now: () => Date.now(),
    systemZone: () => systemZone(process.env.TZ, () => runtimeZone(process.env.TZ)),
  };
}
