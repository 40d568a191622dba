import { type Day, dayText } from '../core/civil.ts';
import { ofMicro, toDecimal } from '../core/fraction.ts';
import type { Kind } from '../core/kinds.ts';
import { counted, decimal, nouns, quoted, sameInAll, type Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import { recordOf } from '../records/index.ts';
import type { Warning } from './figure-model.ts';

const held: Partial<Record<Kind, (amount: Text) => Text>> = {
  spend: ({ en, fr }) => ({ en: ` (a cost of ${en})`, fr: ` (un coût de ${fr})` }),
  visit: ({ en, fr }) => ({ en: ` (${en} sessions)`, fr: ` (${fr} visites)` }),
  cost: ({ en, fr }) => ({ en: ` (costs of ${en})`, fr: ` (des frais de ${fr})` }),
};

/** The days from the first to the last, and their number if they are not all the days between. */
function daysText(days: ReadonlySet<Day>): Text {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  const [from, to] = [dayText(first), dayText(last)];
  if (first === last) return { en: `on ${from}`, fr: `le ${from}` };
  if (days.size === last - first + 1) return { en: `from ${from} to ${to}`, fr: `du ${from} au ${to}` };
  return { en: `on ${days.size} days from ${from} to ${to}`, fr: `sur ${days.size} jours du ${from} au ${to}` };
}

/** The warning that two tables cover the same days: which is read, how much is left out, and how to choose otherwise. */
export function otherTable({ table, instead, days, fields, rows, cut, amount }: Read['leftOut'][number]): Warning {
  const [one, other] = [table.file.path, instead.file.path];
  const kind = recordOf(table.plan.kind).words.one;
  const on = daysText(days);
  const all = counted(rows, nouns.row);
  const parts = counted(cut, nouns.row);
  const sum = decimal(toDecimal(ofMicro(BigInt(roundedToCents(amount)))));
  const much = (Number.isNaN(amount) ? undefined : held[table.plan.kind]?.(sum)) ?? sameInAll('');
  const ofAll: Text = {
    en: [...(rows > 0 || cut === 0 ? [all.en] : []), ...(cut > 0 ? [`these days of ${parts.en}`] : [])].join(' and '),
    fr: [...(rows > 0 || cut === 0 ? [all.fr] : []), ...(cut > 0 ? [`ces jours de ${parts.fr}`] : [])].join(' et '),
  };
  const left = fields === undefined ? ofAll : sameInAll(fields.join(', '));
  const line = `sources: [{ path: ${pathText(table.file.written)}, prefer: true }, { path: ${pathText(instead.file.written)} }]`;
  if (table.file === instead.file) {
    const name = quoted(instead.plan.header.find((cell) => cell.trim() !== '') ?? '');
    return {
      code: 'other_table',
      file: one,
      message: {
        en: `${one} has two tables of the same ${kind.en} days, ${on.en}: the one that begins with ${name.en} is read there, and of the other left out: ${left.en}${much.en}`,
        fr: `${one} contient deux tableaux des mêmes jours (${kind.fr}), ${on.fr}\u00a0: celui qui commence par ${name.fr} y est lu, et de l'autre ne comptent pas\u00a0: ${left.fr}${much.fr}`,
      },
    };
  }
  return {
    code: 'other_table',
    file: one,
    message: {
      en: `${one} and ${other} report the same ${kind.en} days in different columns, ${on.en}: there ${other} is read, and of ${one} left out: ${left.en}${much.en}. To choose otherwise, write in kpi.yaml: ${line}`,
      fr: `${one} et ${other} donnent les mêmes jours (${kind.fr}) avec d'autres colonnes, ${on.fr}\u00a0: ${other} y est lu, et de ${one} ne comptent pas\u00a0: ${left.fr}${much.fr}. Pour faire un autre choix, écrivez dans kpi.yaml\u00a0: ${line}`,
    },
  };
}

/** Millionths, whole cents of them; 0 for none. */
const roundedToCents = (amount: number): number => (Number.isNaN(amount) ? 0 : Math.round(amount / 10_000) * 10_000);

/** A path in a YAML list. */
const pathText = (path: string): string => (/^[\w./][\w./-]*$/.test(path) ? path : JSON.stringify(path));
