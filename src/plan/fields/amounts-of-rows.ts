import { joined, quoted } from '../../core/text.ts';
import { col } from '../../sources/source.ts';
import { readNumber, type Zones } from '../compile.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote } from '../plan.ts';
import { fieldNames } from '../recognise/generic.ts';
import { type Around, resolve } from '../resolve-fields.ts';

/**
 * Says which columns of orders by line are not read: discounts, shipping, tax or refunds may be those of the row or,
 * repeated, those of its order.
 */
export function amountsOfRows(path: string, around: Around, zones: Zones): PlanNote[] {
  const found = ['discounts', 'shipping', 'taxes', 'refunded_total'].flatMap((field) => {
    const from = resolve(col(fieldNames('order', field), 'money'), around);
    if (from?.op !== 'column') return [];
    const read = readNumber(from, zones);
    for (const row of around.rows([from.index])) {
      const value = read(row);
      if (Number.isFinite(value) && value !== 0) return [{ field, name: from.name }];
    }
    return [];
  });
  if (found.length === 0) return [];
  const names = joined(
    found.map(({ name }) => quoted(shownName(name))),
    ', ',
  );
  return [
    {
      code: 'amounts_of_rows',
      message: {
        en: `${path}: ${names.en} is not read: in rows of items it may be that of the row or of its whole order. For these amounts, export the orders, one row each, and their lines in another file`,
        fr: `${path}\u00a0: ${names.fr} n'est pas lue\u00a0: dans des lignes d'articles, ce peut être le montant de la ligne ou de toute sa commande. Pour ces montants, exportez les commandes, une ligne chacune, et leurs articles dans un autre fichier`,
      },
      strict: found.some(({ field }) => field === 'discounts' || field === 'refunded_total'),
    },
  ];
}
