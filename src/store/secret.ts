import { createHash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { temporary } from './entry.ts';
import { codeOf } from './reason.ts';

/** The file of the secret, and its length. */
export const secretName = 'secret';
const secretBytes = 16;

/** The secret of a store; null if there is none, or none that can be used. */
export function readSecret(path: string): Buffer | null {
  try {
    const found = readFileSync(path);
    return found.length === secretBytes ? found : null;
  } catch {
    return null;
  }
}

/**
 * The secret of a store, made if there is none; null if that fails. It appears with all its bytes, and of two runs that
 * make one the first wins. One of another length is replaced: nothing was ever kept under it.
 */
export function makeSecret(path: string): Buffer | null {
  const begun = `${path}.${randomBytes(8).toString('hex')}${temporary}`;
  try {
    writeFileSync(begun, randomBytes(secretBytes), { flag: 'wx', mode: 0o600 });
    try {
      linkSync(begun, path);
    } catch (error) {
      // Not every file system has links; then the last wins, and what the others keep will not be found.
      if (codeOf(error) !== 'EEXIST' || readFileSync(path).length !== secretBytes) renameSync(begun, path);
    }
  } catch {
    // Read-only, full, or another's.
  }
  try {
    rmSync(begun, { force: true });
  } catch {
    // It will be removed with other leftovers.
  }
  return readSecret(path);
}

/** What shows under which secret an entry was written, without showing the secret. */
export const fingerprintOf = (secret: Uint8Array): string =>
  createHash('sha256').update('kpi store').update(secret).digest('hex').slice(0, 32);
