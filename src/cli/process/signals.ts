import { constants } from 'node:os';
import { cleanUp } from './cleanup.ts';

/** Makes a signal end the run with 128 + its number, and leave nothing behind. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      const end = () => process.exit(128 + constants.signals[signal]);
      const working = cleanUp();
      // At once if possible: nothing else must continue meanwhile.
      if (working.length === 0) end();
      void Promise.allSettled(working).then(end);
    });
  }
}
