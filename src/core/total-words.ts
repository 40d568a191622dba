/** How tools and people begin the name of a row that adds up other rows. */
export const totalWords =
  '(?:grand|overall) totals?|totals?|totaux|totaal|totale|total g[eé]n[eé]ral|gesamt(?:summe)?|summe|somme|suma|sum|sous[- ]?total|sub[- ]?total|zwischensumme';

const first = new RegExp(`^(?:${totalWords})(?![\\p{L}\\d])`, 'iu');

/** Whether a cell begins with a word for a total: some campaigns do so, too. */
export const beginsWithTotal = (cell: string): boolean => first.test(cell.trim());

const mean =
  /^(?:average|avg|mean|median|moyenne|m[eé]diane|durchschnitt|mittelwert|media|mediana|promedio|gemiddelde?|m[eé]dia)(?![\p{L}\d])/iu;

/** Whether a cell begins with a word for the mean of other rows, as people write below a list. */
export const beginsWithMean = (cell: string): boolean => mean.test(cell.trim());

/** The letters that words for a total begin with. */
const letters = new Set(totalWords.split('|').map((word) => word.replace('(?:', '').charCodeAt(0)));

/** Whether a cell that begins with this byte may begin with such a word, or with a blank before it. */
export const mayBeginTotal = (byte: number): boolean => byte <= 32 || byte >= 128 || letters.has(byte | 32);

/** What tools write in place of an age, a device or a country in the row that adds up all of them. */
const everything = /^\s*\(?(?:all|overall|tous|toutes|alle|todos|todas|tutti|tutte)\)?\s*$/i;

/** Whether a cell says that its row is of all values of its column. */
export const saysAll = (cell: string): boolean => everything.test(cell);

/** Whether a cell begins as the name of a row that adds up others, or of a part of them. */
export const beginsAsTotal = (cell: string): boolean => beginsWithTotal(cell) || saysAll(cell);

/** A cell with these words and nothing else. */
const only = new RegExp(`^\\s*(?:${totalWords})\\s*[:：]?\\s*$`, 'i');

/** Whether a cell says that its row adds up others. Most ids begin with a digit or a sign and are decided early. */
export const saysTotal = (cell: string): boolean =>
  (cell.charCodeAt(0) > 57 || cell.startsWith(' ')) && only.test(cell);
