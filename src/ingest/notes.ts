import type { Cells } from '../plan/compile.ts';

/** The end of a word, also behind `é`. */
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

/** What tools write below their tables: who made them, whose they are, how they were made. */
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

/** Three words or more: no id, date, number or code. */
const sentence = /^[\p{L}\d"'’«(*][^\s]*(?:\s+\S+){2,}$/u;
const letters = /\p{L}{2,}.*\s.*\p{L}{2,}/u;

/**
 * Whether a row that has nothing but its first cell is a note: `footer` where tools are known to write such, `words` where it has fewer
 * cells than the table and is a sentence. Null for what may be a record.
 */
export function noteIn(cells: Cells, width: number): 'footer' | 'words' | null {
  if (width < 2) return null;
  const text = (cells[0] ?? '').trim();
  if (footer.test(text)) return 'footer';
  return cells.length === 1 && sentence.test(text) && letters.test(text) ? 'words' : null;
}
