import { kpis } from '../../kpis/index.ts';
import type { Words } from '../options/option-spec.ts';

/** A word to choose, with its meaning; empty if the word is clear. */
export interface Listed {
  readonly word: string;
  readonly doc: string;
}

/** All words of a list. */
export function wordsOfList(words: Words): readonly Listed[] {
  if (words === 'kpis') return kpis.map(({ id, label }) => ({ word: id, doc: label.en }));
  // Some versions of Node do not include UTC.
  const all = words === 'zones' ? new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']) : words;
  return [...all].map((word) => ({ word, doc: '' }));
}
