import { Problem } from '../../core/problem.ts';
import { joined, quoted, type Text } from '../../core/text.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { shownName } from '../head/shown-columns.ts';
import { fieldNames } from './generic.ts';

/** Half a cent, in millionths: each figure may have been rounded. */
const halfCent = 5000;

/** What the amount of a single order consists of: goods, tax, shipping, fees. */
const ofAnOrder =
  /\b(tva|vat|tax(es)?|mw ?st|u ?st|iva|btw|impuestos?|steuern?|ht|ttc|hors taxes?|net|netto|neto|brutto|sub ?total|sous total|items?|articles?|goods|products?|produits?|shipping|delivery|livraison|port|versand\w*|envio|spedizione|fees?|frais|tips?|pourboire|discounts?|remises?|rabatt|quantity|qty|quantite|menge|price|prix|preis)\b/;

/** The columns that a table adds up in each of its rows. */
interface CrossTable {
  readonly parts: readonly string[];
  readonly sum: string;
}

/**
 * A table of figures by day with a column for each channel, device or team and one for their sum. That column is called as the total of
 * an order, but a row of it is a day.
 */
function crossTable(header: Header, cells: Columns, amount: number): CrossTable | null {
  const others = header.names.flatMap((name, at) => (at === amount || cells.of(at).filled === 0 ? [] : [{ name, at }]));
  const isOrder = ['customer_key', 'status'].some((field) => {
    const at = header.find(fieldNames('order', field));
    return at !== undefined && cells.of(at).filled > 0 && !cells.holds(at, 'number');
  });
  if (isOrder || others.some(({ name }) => ofAnOrder.test(plainName(name)))) return null;
  const parts = others.filter(({ at }) => cells.holds(at, 'number'));
  if (parts.length < 2) return null;
  const columns = parts.map(({ at }) => cells.of(at).values);
  let proof = 0;
  for (const [row, sum] of cells.of(amount).values.entries()) {
    if (Number.isNaN(sum)) continue;
    const added = columns.map((values) => values[row] ?? 0).filter((value) => !Number.isNaN(value) && value !== 0);
    const rest = added.reduce((left, value) => left - value, sum);
    if (Math.abs(rest) > added.length * halfCent) return null;
    if (added.length > 1) proof += 1;
  }
  return proof < 2 ? null : { parts: parts.map(({ name }) => name), sum: header.names[amount]! };
}

/** What is wrong with such a table where it would be read as orders; null if it is none. */
export function asCrossTable(
  path: string,
  header: Header,
  cells: Columns,
  amount: number,
  advice: readonly Text[],
): Problem | null {
  const table = crossTable(header, cells, amount);
  if (table === null) return null;
  const parts = joined(
    table.parts.slice(0, 4).map((name) => quoted(shownName(name))),
    ', ',
  );
  const sum = quoted(shownName(table.sum));
  return new Problem(
    'not_recognised',
    {
      en: `${path} adds up ${parts.en} in ${sum.en}, row by row: it is a table of figures by day, not a list of orders`,
      fr: `${path} additionne ${parts.fr} dans ${sum.fr}, ligne par ligne\u00a0: c'est un tableau de chiffres par jour, pas une liste de commandes`,
    },
    [
      {
        en: 'For figures of ads, visits or costs, write each of these columns below the other: one row per day and name, without the sum.',
        fr: "Pour des chiffres de publicité, de visites ou de coûts, mettez ces colonnes l'une sous l'autre\u00a0: une ligne par jour et par nom, sans la somme.",
      },
      ...advice,
    ],
    { file: path },
  );
}
