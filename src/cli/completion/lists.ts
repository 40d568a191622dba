import { kpis } from '../../kpis/index.ts';
import type { Words } from '../options.ts';

/** A word to choose, with what it means; empty where the word says it. */
export interface Listed {
  readonly word: string;
  readonly doc: string;
}

/** All words of a list. */
export function wordsOfList(words: Words): readonly Listed[] {
  if (words === 'kpis') return kpis.map(({ id, label }) => ({ word: id, doc: label.en }));
  // UTC is not among them on every version of Node.
  const all = words === 'zones' ? new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']) : words;
  return [...all].map((word) => ({ word, doc: '' }));
}
