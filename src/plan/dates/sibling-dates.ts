import { folderOf } from '../../core/file-rank.ts';
import { counted, type Noun, quoted } from '../../core/text.ts';
import type { DateOrder } from '../../fields/date-text.ts';
import type { AmbiguousDates } from '../conventions/conventions.ts';
import type { FilePlan, PlanNote } from '../plan.ts';
import { columnsOf } from '../resolve-fields.ts';
import { yamlText } from '../yaml-text.ts';

/*
 * Of weekly exports of one tool, those of the first days of a month can be read in two orders. Files beside them with the same
 * columns, which have other days, prove in which.
 */

const otherFile = {
  en: ['other file', 'other files'],
  fr: ['autre fichier', 'autres fichiers'],
} as const satisfies Noun;

/** An order that a file beside another proves. */
export interface ProvenOrder {
  readonly order: DateOrder;
  /** The file that proves it. */
  readonly by: FilePlan;
}

/** What files of the same export, folder and columns prove; null if none does, or if they disagree. */
export function orderBeside(
  { place: { file: path = '' }, source, header, column }: AmbiguousDates,
  files: readonly FilePlan[],
): ProvenOrder | null {
  const isSame = (file: FilePlan): boolean => file.source.id === source && folderOf(file.path) === folderOf(path);
  const proven = files.filter(isSame).flatMap((by) =>
    by.tables
      .filter((table) => table.header.join('\u0001') === header.join('\u0001'))
      .flatMap(({ fields, line }) => [...Object.values(fields), ...Object.values(line ?? {})])
      .flatMap(columnsOf)
      .flatMap(({ name, order }): ProvenOrder[] =>
        name === column && (order === 'dmy' || order === 'mdy') ? [{ order, by }] : [],
      ),
  );
  const [first] = proven;
  return first !== undefined && proven.every(({ order }) => order === first.order) ? first : null;
}

/** Says how dates are read that files beside them decide, of one or several files, and the line that settles it. */
export function besideNote(
  { place: { file: path = '' }, column, sample }: AmbiguousDates,
  written: string,
  others: number,
  { order, by }: ProvenOrder,
): PlanNote {
  const [name, value] = [quoted(column), quoted(sample)];
  const more = counted(others, otherFile);
  const isDay = order === 'dmy';
  const line = `sources: [{ path: ${yamlText(written)}, date_order: ${order} }]`;
  return {
    code: 'dates_as_beside',
    message: {
      en: `${path}: dates such as ${value.en} in column ${name.en}${others === 0 ? '' : ` (and those of ${more.en})`} are read ${isDay ? 'day' : 'month'} first, as ${by.path} proves, which has the same columns. To say so in kpi.yaml: ${line}`,
      fr: `${path}\u00a0: les dates comme ${value.fr} de la colonne ${name.fr}${others === 0 ? '' : ` (et celles de ${more.fr})`} se lisent ${isDay ? 'jour/mois' : 'mois/jour'}, comme le prouve ${by.path}, qui a les mêmes colonnes. Pour le dire dans kpi.yaml\u00a0: ${line}`,
    },
    strict: true,
  };
}
