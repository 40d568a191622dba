import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/run.ts';

const filesIn = (folder: string, fits: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => fits.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

/** Where a code of a Problem stands in the source: as the first argument of what makes one, or in a table of codes. */
const codes = [
  /new Problem\(\s*'(\w+)'/g,
  /(?:this|gate|\w*faults)\.(?:fault|problem|at)\(\s*'(\w+)'/gi,
  /recordProblem\(\s*'(\w+)'/g,
  /^ {2}[A-Z_]+: \['(\w+)', '/gm,
];

it('every message of the program is shown by a test', () => {
  const sources = filesIn('src', /\.ts$/).join('\n');
  const known = new Set(codes.flatMap((code) => [...sources.matchAll(code)].map(([, name = '']) => name)));
  expect(known.size).toBeGreaterThan(50);
  const ended = filesIn('test/golden', /stderr$/).map((text) => /^exit 2 (\w+)$/m.exec(text)?.[1] ?? '');
  const others = filesIn('test', /\.test\.ts$/).join('\n');
  const untested = [...known].filter((code) => !ended.includes(code) && !others.includes(`'${code}'`));
  expect(untested).toEqual([]);
});
