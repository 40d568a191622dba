import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import type { Records } from './head-records.ts';
import { isDatum } from './shown-columns.ts';

const saveAgain: Text = {
  en: 'Save it again as CSV, with a comma, semicolon or tab between its columns.',
  fr: 'Enregistrez-le à nouveau en CSV, avec une virgule, un point-virgule ou une tabulation entre ses colonnes.',
};

/** The first cell of a record all of whose other cells are blank. */
function onlyCell(cells: readonly string[]): string | null {
  const [first = '', ...others] = cells;
  return first.trim() !== '' && others.every((cell) => cell.trim() === '') ? first.trim() : null;
}

/** The number of parts, separated by a mark, that all texts share; 0 if they differ or have only one. */
function partsAlike(texts: readonly string[], mark: string | RegExp): number {
  const counts = new Set(texts.map((text) => text.split(mark).length));
  const [count = 0] = counts;
  return counts.size === 1 && count > 1 ? count : 0;
}

/** What went wrong when a table was saved, if its records, from the header on, show it; else null. */
export function damageOf(path: string, records: Records): Problem | null {
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== '')).slice(0, 50);
  const cells = filled.map(onlyCell);
  if (!cells.every((cell) => cell !== null)) return null;
  const [first = ''] = cells;
  if (/^version https:\/\/git-lfs\.github\.com/.test(first))
    return new Problem('not_recognised', lfs(path), [pull], { file: path });
  if (cells.length < 2) return null;
  const mark = [';', '\t', '|', ','].find((one) => partsAlike(cells, one) > 1);
  if (mark !== undefined)
    return new Problem(
      'not_recognised',
      {
        en: `${path} has one column: each row is one quoted cell`,
        fr: `${path} n'a qu'une colonne\u00a0: chaque ligne est une seule cellule entre guillemets`,
      },
      [saveAgain],
      { file: path },
    );
  if (partsAlike(cells, /\s+/) < 3 && partsAlike(cells, /\s{2,}/) < 2) return null;
  return new Problem(
    'not_recognised',
    {
      en: `${path} has one column: blanks do not separate columns`,
      fr: `${path} n'a qu'une colonne\u00a0: des espaces ne séparent pas des colonnes`,
    },
    [saveAgain],
    { file: path },
  );
}

/** Names in a server's error response. */
const faultNames =
  /^(errors?|message|code|status|detail|details|title|type|reason|request_?id|success|ok|trace_?id)\b/i;

/** Whether columns are those of a server's error response in place of data. */
export const isFault = (names: readonly string[]): boolean =>
  names.every((name) => faultNames.test(name)) && names.some((name) => /^(errors?|message)\b/i.test(name));

/** The Problem of such a file; what it says is not printed. */
export const faultIn = (path: string): Problem =>
  new Problem(
    'not_recognised',
    {
      en: `${path} holds the error that a server answered, not data`,
      fr: `${path} contient l'erreur renvoyée par un serveur, pas des données`,
    },
    [{ en: 'Download the file again.', fr: 'Téléchargez à nouveau le fichier.' }],
    { file: path },
  );

/** Whether the column names are in two rows: the second, beside blanks, has words where the rows below have data. */
export function hasTwoHeaders([, second = [], third = []]: Records): boolean {
  const filled = second.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  if (filled.length === 0 || filled.length === second.length || filled.some((at) => isDatum(second[at]!))) return false;
  return third.some(isDatum);
}

const lfs = (path: string): Text => ({
  en: `${path} is a pointer of Git LFS, not the file itself`,
  fr: `${path} est un pointeur de Git LFS, pas le fichier lui-même`,
});
const pull: Text = { en: 'Fetch the file: git lfs pull', fr: 'Récupérez le fichier\u00a0: git lfs pull' };
