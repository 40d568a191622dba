import { resolve } from 'node:path';
import type { Reject } from '../../core/accounting.ts';
import type { Read } from '../../engine/state/read.ts';
import { folded, monthNumber, weekdayNames } from '../../fields/month-names.ts';
import { csvText } from '../../page/csv-text.ts';
import type { Settings } from '../options/settings.ts';
import { writeTogether } from './write.ts';

/** Columns that may hold what identifies a person. */
const personal = /mail|phone|téléphone|telefon|customer|client|requester|demandeur|user|visitor|visiteur/i;

/** A cell as it may be shown: cut, and masked if it may name a person. */
export const shownValue = (column: string, value: string): string => {
  if (value.includes('@') || personal.test(column)) return value === '' ? '' : '***';
  return value.slice(0, 80);
};

/** Words that an amount, a date or a flag is written with in the languages of exports, or that replace one: they name nobody. */
const harmless = new Set(
  'am pm t z utc gmt h min sec s d j k m mio nan null none nil undefined na n/a nd n/d inf infinity true false yes no oui non ja nein si vrai faux total ces stars smileys thumbs'.split(
    ' ',
  ),
);

const isHarmless = (word: string): boolean => {
  const plain = folded(word);
  return harmless.has(plain) || monthNumber(plain) > 0 || weekdayNames.has(plain) || /^[A-Z]{3}$/.test(word);
};

/** Digits with blanks, dots, hyphens, slashes or parentheses between them, as phone numbers, dates and amounts are written. */
const digits = /\+?\(?\d(?:[\d\s()./-]*\d)?/g;
const date = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?!\d)/;

/** Whether such digits may be a phone number: with a plus, or nine and more, separated or after a zero. */
const isPhone = (text: string): boolean => {
  const count = text.replace(/\D/g, '').length;
  if (text.startsWith('+')) return count >= 7;
  return count >= 9 && !date.test(text) && (/^\(?0/.test(text) || /\d[^\d.]+\d|\..*\./.test(text));
};

/**
 * A cell as a message may show it, which goes to terminals and logs: numbers and dates unchanged, any other word
 * masked, since a row with one cell too many or too few has names and phone numbers where amounts should be. In a
 * column of words no digit is useful.
 */
export function shownInMessage({ column, value, reason }: Pick<Reject, 'column' | 'value' | 'reason'>): string {
  const shown = shownValue(column, value).replace(digits, (text) =>
    reason === 'unknown_word' || isPhone(text) ? '***' : text,
  );
  if (shown === '***') return shown;
  return shown.replace(/\p{L}[\p{L}\p{M}'’/-]*/gu, (word) => (isHarmless(word) ? word : '***'));
}

/** Writes every rejected row, with its place and what is wrong, to the file of `--rejects`. */
export async function writeRejects(read: Pick<Read, 'files'>, { rejects }: Settings, cwd: string): Promise<void> {
  if (rejects === null) return;
  const rows = [['file', 'record', 'column', 'reason', 'value']];
  for (const { file, account } of read.files) {
    for (const { record, column, reason, value } of account.rejects) {
      rows.push([file.path, String(record), column, reason, shownValue(column, value)]);
    }
  }
  await writeTogether([{ path: resolve(cwd, rejects), shown: rejects }], (file) => file.write(csvText(rows)));
}
