import type { Cells } from '../plan/compile.ts';

/** The end of a word, also after `é`. */
const end = '(?![\\p{L}\\d])';
const things =
  'report|file|data|rapport|fichier|données|bericht|datei|daten|informe|archivo|datos|rapporto|dati|export';
const made = [
  'generated|exported|created|downloaded|printed|produced',
  '(?:généré|exporté|créé|téléchargé|édité)e?s?',
  'erstellt|exportiert|generiert|heruntergeladen',
  '(?:generad|exportad|cread|descargad)[oa]s?',
  '(?:generat|esportat|creat|scaricat)[oaie]',
].join('|');
const from = 'by|on|at|from|with|par|le|à|avec|depuis|von|am|mit|um|por|el|con|desde|da|il';

/** What tools write below their tables: author, owner, method. */
const footer = new RegExp(
  [
    `^(?:@|©|\\(c\\)\\s|copyright${end})`,
    `(?:all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|tutti i diritti riservati)${end}`,
    `^(?:${things}) (?:was |wurde )?(?:${made})${end}`,
    `^(?:${made}) (?:${from})${end}`,
    `^(?:powered by|confidential(?: information)?|confidentiel|vertraulich|confidencial|riservato)${end}`,
    `^(?:end of (?:the )?(?:report|file|export)|fin (?:du|de) (?:rapport|fichier|l.export)|ende (?:des|der) (?:berichts?|datei|exports?))${end}`,
    '^(?:disclaimer|avertissement|notes?|nota|remarques?|hinweise?|anmerkung(?:en)?|source|quelle|fuente|fonte|stand)\\s*:',
    // Comments and rules.
    '^(?:#\\s+|//\\s*)\\p{L}',
    '^[-–—=*_~]{3,}',
  ].join('|'),
  'iu',
);

const copyright = new RegExp(`^(?:@|©|\\(c\\)\\s|copyright${end})`, 'iu');

/** Three words or more: not an id, date, number or code. */
const sentence = /^[\p{L}\d"'’«(*][^\s]*(?:\s+\S+){2,}$/u;
const letters = /\p{L}{2,}.*\s.*\p{L}{2,}/u;

/**
 * Whether a row with only its first cell is a note: `footer` if tools are known to write it, `words` if it has fewer
 * cells than the table and is a sentence. Null if it may be a record.
 */
export function noteIn(cells: Cells, width: number): 'footer' | 'words' | null {
  if (width < 2) return null;
  const text = (cells[0] ?? '').trim();
  if (footer.test(text)) return 'footer';
  return cells.length === 1 && sentence.test(text) && letters.test(text) ? 'words' : null;
}

/** Whether the cells of a row that is too short are what marks of columns make of a line such as `© 2026 Tool, inc.`. */
export const isFooter = (cells: Cells): boolean => copyright.test((cells[0] ?? '').trim());
