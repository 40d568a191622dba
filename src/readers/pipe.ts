import { closeSync, constants, openSync, readSync } from 'node:fs';
import { Problem } from '../core/problem.ts';
import { chunkSize } from './input.ts';

/** How long a program may take to begin writing: otherwise a pipe that nobody opens would block forever. */
const beginsWithinMs = 10_000;
const lookEveryMs = 10;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isEmpty = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EAGAIN';

/**
 * The bytes of a named pipe. It is opened without waiting for a writer: an `open` that waits blocks a thread, and with
 * it the process, that no signal ends. Throws the Problem `no_writer` if nobody writes into it within ten seconds.
 */
export async function* pipeBytes(at: string, path: string, withinMs = beginsWithinMs): AsyncGenerator<Buffer> {
  const pipe = openSync(at, constants.O_RDONLY | constants.O_NONBLOCK);
  const bytes = Buffer.allocUnsafe(chunkSize);
  // Without a writer a read returns nothing at once; if a writer has written nothing yet, the system says so.
  let begun = false;
  let waited = 0;
  try {
    for (;;) {
      let size = -1;
      try {
        size = readSync(pipe, bytes, 0, bytes.length, null);
      } catch (error) {
        if (!isEmpty(error)) throw error;
      }
      if (size !== 0) begun = true;
      if (size > 0) {
        yield Buffer.from(bytes.subarray(0, size));
        continue;
      }
      if (size === 0 && begun) return;
      if (!begun && waited >= withinMs) throw noWriter(path);
      await wait(lookEveryMs);
      waited += lookEveryMs;
    }
  } finally {
    closeSync(pipe);
  }
}

const noWriter = (path: string): Problem =>
  new Problem(
    'no_writer',
    {
      en: `${path} is a pipe, and no program writes into it`,
      fr: `${path} est un tube (pipe) où aucun programme n'écrit`,
    },
    [
      {
        en: 'Start the program that writes first, or name a file.',
        fr: "Démarrez d'abord le programme qui écrit, ou indiquez un fichier.",
      },
    ],
    { file: path },
  );
