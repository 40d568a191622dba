import type { Writable } from 'node:stream';
import type { Io } from './io.ts';

/** Codes of a reader that went away, such as `head`: nobody misses the rest. */
const gone = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Writes to a stream until its reader closes it; then writes nothing and says nothing. */
export function quietWriter(stream: Writable): { write(text: string): Promise<void>; flush(): Promise<void> } {
  let open = true;
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (!gone.has(error.code ?? '')) failure = error;
  });
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (failure !== null) return reject(failure);
      if (!open) return resolve();
      stream.write(text, (error?: (Error & { code?: string }) | null) => {
        if (!error || gone.has(error.code ?? '')) resolve();
        else reject(error);
      });
    });
  return { write, flush: () => write('') };
}

/** The real world, and a way to wait until everything is written. */
export function processIo(): Io & { flush(): Promise<void> } {
  const out = quietWriter(process.stdout);
  const err = quietWriter(process.stderr);
  return {
    out: out.write,
    err: err.write,
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
    width: process.stdout.columns || process.stderr.columns || Number(process.env.COLUMNS) || 80,
    now: () => Date.now(),
    systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
