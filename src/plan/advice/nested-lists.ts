import { joined, quoted, type Text } from '../../core/text.ts';
import type { Source } from '../../sources/source.ts';
import { listMark } from '../head/json-cells.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote } from '../plan.ts';
import { saysRefund } from '../recognise/refund-lists.ts';

const listsIn = (header: readonly string[]): string[] => header.filter((name) => name.endsWith(listMark));

/** What to do with the lists in the records of a file that is not recognised. */
export function listAdvice(header: readonly string[]): Text[] {
  const lists = listsIn(header);
  if (lists.length === 0) return [];
  const names = joined(
    lists.slice(0, 4).map((name) => quoted(shownName(name))),
    ', ',
  );
  return [
    {
      en: `${names.en}: lists within a record are not read. Write what they hold as records of its own, such as one for each item with \`order_id\`, \`date\`, \`customer\`, \`sku\`, \`quantity\` and \`unit_price\`.`,
      fr: `${names.fr}\u00a0: les listes dans un enregistrement ne sont pas lues. Écrivez leur contenu comme des enregistrements à part, par exemple un par article avec \`order_id\`, \`date\`, \`customer\`, \`sku\`, \`quantity\` et \`unit_price\`.`,
    },
  ];
}

/** Says that the refunds of orders are in a list within them, which is not read: without it nothing seems to have been given back. */
export function listNotes(path: string, { kind, tool }: Source, header: readonly string[]): PlanNote[] {
  const [list] = listsIn(header).filter(saysRefund);
  if (kind !== 'order' || tool !== 'generic' || list === undefined) return [];
  const name = quoted(shownName(list));
  return [
    {
      code: 'list_not_read',
      message: {
        en: `${path}: ${name.en} is a list within each order and is not read. Write the refunds into a file of their own, with \`order_id\`, \`refunded_at\` and \`amount\``,
        fr: `${path}\u00a0: ${name.fr} est une liste dans chaque commande et n'est pas lue. Écrivez les remboursements dans un fichier à part, avec \`order_id\`, \`refunded_at\` et \`amount\``,
      },
      strict: true,
    },
  ];
}
