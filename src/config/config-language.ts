import { readFile } from 'node:fs/promises';
import { documentOf } from './document.ts';

/** The language in a configuration, unchecked: needed even if something else in it is wrong. */
export async function filedLanguage(path: string): Promise<unknown> {
  const { value } = documentOf(await readFile(path, 'utf8'), path);
  return (value as { report?: { lang?: unknown } }).report?.lang;
}
