import { constants } from 'node:os';
import { cleanUp } from './cleanup.ts';

/** Has a signal end the run with 128 + its number, and leave nothing behind. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      cleanUp();
      process.exit(128 + constants.signals[signal]);
    });
  }
}
