import { ofMicro, toDecimal } from '../core/fraction.ts';
import { decimal, type Text } from '../core/text.ts';
import type { FileFacts } from '../engine/state/read.ts';
import type { Warning } from './figure-model.ts';

const decimalOf = (micro: number): Text => decimal(toDecimal(ofMicro(BigInt(micro))));

/** Warnings about the total rows of a table: that they differ from its rows, or that a row may be one. */
export function totalWarnings(file: string, { differences, bySum, unproven }: FileFacts['totals'][number]): Warning[] {
  const warnings: Warning[] = [];
  for (const { column, stated, kept, partly } of differences) {
    const [own, sum] = [decimalOf(stated), decimalOf(kept)];
    const more: Text = partly
      ? {
          en: '; the rest has no row (removed or filtered)',
          fr: "\u00a0; le reste n'a pas de ligne (supprimé ou filtré)",
        }
      : { en: '', fr: '' };
    const message = {
      en: `${file}: its own total row says ${own.en} for "${column}", its rows add up to ${sum.en}${more.en}`,
      fr: `${file}\u00a0: sa propre ligne de total indique ${own.fr} pour «\u00a0${column}\u00a0», la somme de ses lignes est ${sum.fr}${more.fr}`,
    };
    warnings.push({ code: 'total_differs', file, message });
  }
  const [left] = bySum;
  if (left !== undefined) {
    const message = {
      en: `${file}: record ${left} is the sum of all others and is left out as their total; if it is a row of its own, move it away from the first and last place`,
      fr: `${file}\u00a0: l'enregistrement ${left} est la somme de tous les autres et est laissé de côté comme total\u00a0; s'il s'agit d'une vraie ligne, ne la placez ni en premier ni en dernier`,
    };
    warnings.push({ code: 'total_by_sum', file, message, strict: true });
  }
  const [counted] = unproven;
  if (counted !== undefined) {
    const message = {
      en: `${file}: record ${counted} looks like a total row (no name, or the sum of the others), which is not proven: it counts; remove it if it is a total`,
      fr: `${file}\u00a0: l'enregistrement ${counted} ressemble à une ligne de total (sans nom, ou somme des autres), ce qui n'est pas prouvé\u00a0: il est compté\u00a0; supprimez-le s'il s'agit d'un total`,
    };
    warnings.push({ code: 'maybe_total', file, message, strict: true });
  }
  return warnings;
}
