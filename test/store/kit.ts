import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreSetting } from '../../src/store/store.ts';

/** A folder that is gone when the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kpi-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const uid = process.getuid?.() ?? null;
export const now = Date.UTC(2026, 10, 22, 12);

/** A store in a folder, on a disk with much room. */
export function storeIn(place: string, over: Partial<StoreSetting> = {}): Store {
  const { store, reason } = openStore({ folder: place, uid, version: '1', now, free: () => 1e12, ...over });
  if (store === null) throw new Error(reason.why);
  return store;
}

export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Parts as plain lists of numbers, to be compared. */
export const listed = (parts: ReadonlyMap<string, Uint8Array> | null): [string, number[]][] | null =>
  parts && [...parts].map(([name, part]) => [name, [...part]]);

/** What the functions of node:fs do that a store writes with. */
const writing = ['openSync', 'writeSync', 'closeSync', 'renameSync', 'mkdirSync', 'writeFileSync', 'linkSync'] as const;

export const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** Runs with a file system that fails at the call with this number and at all later ones; how many calls there were. */
export function failingFrom(call: number, code: string, act: () => void): number {
  let calls = 0;
  const kept = new Map<string, unknown>();
  const library = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of [...writing, 'rmSync', 'utimesSync']) {
    const actual = library[name]!;
    kept.set(name, actual);
    library[name] = (...args) => {
      calls += 1;
      // A file that was opened is closed by the end of a process, too.
      if (calls > call && name !== 'closeSync') throw failure(code);
      return actual(...args);
    };
  }
  syncBuiltinESMExports();
  try {
    act();
  } finally {
    Object.assign(library, Object.fromEntries(kept));
    syncBuiltinESMExports();
  }
  return calls;
}
