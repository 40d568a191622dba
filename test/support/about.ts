import { expect } from 'vitest';
import { kinds } from '../../src/core/kinds.ts';
import type { Text } from '../../src/core/text.ts';
import { genericSource, lineOrderSource } from '../../src/plan/recognise/generic.ts';
import { sources } from '../../src/sources/index.ts';

/** Formats by both of their titles: each language has its own. */
const titled = new Map(
  [...sources, ...kinds.map((kind) => genericSource(kind)), lineOrderSource()].flatMap(({ id, title, titleFr }) => [
    [title, id],
    [titleFr, id],
  ]),
);

/**
 * What a line of a message is about, whatever its language: quoted values, numbers, options, names of files, codes. A decimal
 * comma is a point.
 */
export function about(whole: string): string[] {
  // A quotation mark that is spoken of.
  const line = whole.replace(/\("+\)/g, '');
  const cited = [...line.matchAll(/"([^"]*)"|«\u00a0(.*?)\u00a0»/g)].map(
    ([, english, french]) => titled.get(english ?? french ?? '') ?? english ?? french ?? '',
  );
  const rest = line.replace(/"[^"]*"|«\u00a0.*?\u00a0»/g, ' ');
  const numbers = (rest.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(',', '.'));
  const names = rest.match(/--[a-z][a-z-]*|[\w./{}*-]+\.(?:csv|json|ya?ml|txt|xls|ndjson)\b|\[\w+\]$/g) ?? [];
  return [...cited, ...numbers, ...names].sort();
}

/** Holds the French of a text against the English: another sentence, about the same. */
export function expectInBoth(texts: readonly Text[]): void {
  for (const { en, fr } of texts) expect(about(fr), fr).toEqual(about(en));
}
