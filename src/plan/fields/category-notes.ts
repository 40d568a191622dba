import { costCategories } from '../../core/cost-categories.ts';
import { emailInside } from '../../core/email-inside.ts';
import { joined, quoted } from '../../core/text.ts';
import { saysTotal } from '../../core/total-words.ts';
import { readText } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote, ResolvedFields } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

/** This many words are named. */
const named = 5;

/** Names the categories of costs that no KPI knows: their rows are read, and would be missing in margins without a word. */
export function categoryNotes(path: string, { category }: ResolvedFields, rows: Rows): PlanNote[] {
  if (category?.op !== 'column') return [];
  const known: ReadonlySet<string> = new Set(costCategories);
  const read = readText(category);
  const unknown = new Map<string, number>();
  for (const row of rows(positionsOf(category))) {
    const word = read(row);
    if (word === null || known.has(word.toLowerCase()) || saysTotal(word)) continue;
    unknown.set(word, (unknown.get(word) ?? 0) + 1);
  }
  if (unknown.size === 0) return [];
  const words = [...unknown.keys()].filter((word) => !emailInside.test(word)).slice(0, named);
  const list = joined(
    words.map((word) => quoted(shownName(word))),
    ', ',
  );
  const more = unknown.size > words.length ? ', …' : '';
  const count = [...unknown.values()].reduce((sum, rows) => sum + rows, 0);
  const column = quoted(shownName(category.name));
  const choice = costCategories.join(', ');
  return [
    {
      code: 'unknown_category',
      message: {
        en: `${path}: ${column.en} has words that are no category of costs (${list.en}${more}): ${count} ${count === 1 ? 'row counts' : 'rows count'} in no margin and no CAC. Write one of ${choice} in their place; ads belong into a file of ads, everything else is other`,
        fr: `${path}\u00a0: ${column.fr} contient des mots qui ne désignent aucune catégorie de coût (${list.fr}${more})\u00a0: ${count} ${count === 1 ? 'ligne ne compte' : 'lignes ne comptent'} dans aucune marge ni aucun CAC. Écrivez à leur place l'un de ${choice}\u00a0; les publicités vont dans un fichier de publicités, tout le reste est other`,
      },
      strict: true,
    },
  ];
}
