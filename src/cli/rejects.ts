import { resolve } from 'node:path';
import type { Read } from '../facts/read.ts';
import { csvText } from '../render/csv-text.ts';
import type { Settings } from './settings.ts';
import { writeWhole } from './write.ts';

/** Columns that may hold what identifies a person. */
const personal = /mail|phone|téléphone|telefon|customer|client|requester|demandeur|user|visitor|visiteur/i;

/** A cell as it may be shown: cut, and masked where it may name a person. */
export const shownValue = (column: string, value: string): string => {
  if (value.includes('@') || personal.test(column)) return value === '' ? '' : '***';
  return value.slice(0, 80);
};

/** Writes every rejected row, with where it stands and what is wrong, to the file of `--rejects`. */
export async function writeRejects(read: Pick<Read, 'files'>, { rejects }: Settings, cwd: string): Promise<void> {
  if (rejects === null) return;
  const rows = [['file', 'record', 'column', 'reason', 'value']];
  for (const { file, account } of read.files) {
    for (const { record, column, reason, value } of account.rejects) {
      rows.push([file.path, String(record), column, reason, shownValue(column, value)]);
    }
  }
  await writeWhole(resolve(cwd, rejects), csvText(rows), rejects);
}
