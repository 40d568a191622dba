import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** What cases are made from: the exports of the fixtures. */

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

/** The exports, by their paths below the fixtures, in the same order on every machine. */
export const exports: readonly string[] = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(csv|tsv|txt|jsonl?)$/.test(path) && !path.endsWith('answers.json'))
  .sort();

/** Those of tables that several kinds of figures need: more cases are about them. */
export const common: readonly string[] = exports.filter((path) => /^(shop|sources\/generic|generic-shop)\//.test(path));

export const bytesOfExport = (path: string): Buffer => readFileSync(join(fixtures, path));

const known = new Map<string, readonly (readonly string[])[] | null>();

/** The cells of an export that is a table with its header in the first line, by csv-parse; null for any other. */
export function recordsOf(path: string): readonly (readonly string[])[] | null {
  const found = known.get(path);
  if (found !== undefined) return found;
  const records = tableIn(bytesOfExport(path).toString());
  known.set(path, records);
  return records;
}

function tableIn(text: string): readonly (readonly string[])[] | null {
  if (text.includes('\ufffd') || text.includes('\0') || /^\s*[[{]/.test(text)) return null;
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string): number => first.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  try {
    const records = parse(text, { delimiter, bom: true }) as string[][];
    return count(delimiter) > 2 && records.length > 1 ? records : null;
  } catch {
    return null;
  }
}
