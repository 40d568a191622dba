import { readFile } from 'node:fs/promises';
import { documentOf } from './document.ts';

/** What a configuration says of the language, unchecked: needed even where something else in it is wrong. */
export async function filedLanguage(path: string): Promise<unknown> {
  const { value } = documentOf(await readFile(path, 'utf8'), path);
  return (value as { report?: { lang?: unknown } }).report?.lang;
}
