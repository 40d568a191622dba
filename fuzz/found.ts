import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from './case.ts';
import type { Broken } from './promises.ts';

/** The cases that were found, each a file: tests run them, so that what was mended stays so. */
export const foundFolder = fileURLToPath(new URL('cases', import.meta.url));

/** A found case as it is kept: named after the fault, once that is known. */
export interface Found extends Case {
  /** The promise that it broke, and how. */
  readonly broke: Broken;
}

export const foundNames = (): string[] =>
  existsSync(foundFolder)
    ? readdirSync(foundFolder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];

export const foundCase = (name: string): Found => JSON.parse(readFileSync(join(foundFolder, name), 'utf8')) as Found;

/** Keeps a case; where. */
export function keepFound(name: string, found: Case, broke: Broken): string {
  mkdirSync(foundFolder, { recursive: true });
  const path = join(foundFolder, `${name}.json`);
  // A record on one line, so that a difference between two versions of a case can be read.
  const text = JSON.stringify({ broke, ...found }, null, 1).replace(
    /\[\n\s+("(?:[^"\\]|\\.)*"(?:,\n\s+"(?:[^"\\]|\\.)*")*)\n\s+\]/g,
    (_, list: string) => `[${list.replace(/\n\s+/g, ' ')}]`,
  );
  writeFileSync(path, `${text}\n`);
  return path;
}
