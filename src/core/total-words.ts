/** How tools and people begin the name of a row that adds up others. */
export const totalWords =
  'grand total|totals?|totaux|totaal|totale|total g[eé]n[eé]ral|gesamt(?:summe)?|summe|somme|suma|sum|sous[- ]?total|sub[- ]?total|zwischensumme';

/** A cell that says this and nothing else, also as a pattern of SQL. */
export const onlyTotal = `^\\s*(?:${totalWords})\\s*[:：]?\\s*$`;

const only = new RegExp(onlyTotal, 'i');

/** Whether a cell says that its row adds up others. Most ids begin with a digit or a sign and are told soon. */
export const saysTotal = (cell: string): boolean =>
  (cell.charCodeAt(0) > 57 || cell.startsWith(' ')) && only.test(cell);
