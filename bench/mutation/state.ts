import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What the processes of a run know of each other, as files in a folder: one chooses the mutants, one transforms the program, one
 * runs tests and may never come back from a mutant that loops.
 */

/** The folder of this run. */
export const stateFolder = (): string => process.env.KPI_MUTATION ?? '';

/** What happened, one JSON object a line. */
export type Event =
  /** A test failed with the mutant, or it did not end. */
  | { readonly killed: string; readonly by: string }
  /** The mutant is part of what happens when a module is loaded. */
  | { readonly atLoad: string }
  /** All tests of a file have been run. */
  | { readonly over: string }
  /** A test, or a file of tests, that fails without any mutant when it is run twice: it cannot judge. */
  | { readonly unfit: string };

export function tell(event: Event): void {
  appendFileSync(join(stateFolder(), 'events'), `${JSON.stringify(event)}\n`);
}

export function told(): Event[] {
  const path = join(stateFolder(), 'events');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** The mutant that is being tried, which is the one to blame if nothing comes back. */
export const trying = (id: string): void => writeFileSync(join(stateFolder(), 'trying'), id);
