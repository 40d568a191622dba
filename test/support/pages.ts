import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../../src/dev/gen.ts';
import { root } from './run.ts';

/** The pages that are written by hand from end to end, beside those with regions that are filled. */
const plain = ['CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];

/** Every page of the documentation, by its path. */
export const pageTexts: ReadonlyMap<string, string> = new Map(
  [...pages(), ...plain].map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** All pages as one text. */
export const allPages = [...pageTexts.values()].join('\n');
