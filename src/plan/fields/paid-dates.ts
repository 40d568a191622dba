import { quoted } from '../../core/text.ts';
import { saysNothing } from '../../fields/blank.ts';
import type { Columns } from '../head/column-cells.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote, Resolved } from '../plan.ts';
import { isPaidDate } from '../recognise/unnamed-status.ts';

/** Says that orders without a date of payment do not count: a blank cell is weaker evidence than a word. */
export function paidDateNotes(path: string, status: Resolved | undefined, cells: Columns): PlanNote[] {
  const from = status?.op === 'first' ? status.of.at(-1) : status;
  if (from?.op !== 'column' || !isPaidDate(from)) return [];
  let blank = 0;
  for (const row of cells.rows([from.index])) if (saysNothing(row[from.index] ?? '')) blank += 1;
  if (blank === 0) return [];
  const name = quoted(shownName(from.name));
  const line = 'valid_status: [paid, refunded, pending]';
  return [
    {
      code: 'no_paid_date',
      message: {
        en: `${path}: orders without a date in ${name.en} are not paid and do not count (${blank} at the beginning of the file); to count them, write in kpi.yaml: ${line}`,
        fr: `${path}\u00a0: les commandes sans date dans ${name.fr} ne sont pas payées et ne comptent pas (${blank} au début du fichier)\u00a0; pour les compter, écrivez dans kpi.yaml\u00a0: ${line}`,
      },
      strict: true,
    },
  ];
}
