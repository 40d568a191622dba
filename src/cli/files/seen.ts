import { realpathSync } from 'node:fs';
import { ifThere } from '../../core/if-there.ts';
import { orNull } from '../../core/or-null.ts';
import { readingFailure } from '../../readers/failures.ts';

/**
 * The answer to a question about a path, null if nothing is there; an error is reported with the name that people gave it.
 * A file that a failing disk hides must not simply be missing from the figures.
 */
export function seen<T>(shown: string, ask: () => T): T | null {
  try {
    return ifThere(ask);
  } catch (error) {
    throw readingFailure(error, shown);
  }
}

/** One name per file or folder, however it is linked. */
export const placeOf = (path: string, shown: string): string =>
  // Some drives of Windows answer only the slower question.
  seen(shown, () => orNull(() => realpathSync.native(path)) ?? realpathSync(path)) ?? path;
