import { type Day, dayText } from '../core/civil.ts';
import type { Kind } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import { recordOf } from '../records/index.ts';
import type { SourceCover } from './coverage.ts';
import { endOf, fileWith, holesOf, holeText, isContinued, others } from './coverage-warnings.ts';
import type { Warning } from './figure-model.ts';

/**
 * Days that files leave out between the first and the last record of a kind: a gap between two of them, or the end of a
 * source while another continues. Records do not say which files they come from, so when read back these days are
 * covered, and count as 0.
 */
export function recordHoles(covers: readonly SourceCover[]): Warning[] {
  const held = covers.filter(
    ({ kind, ranges, tables }) => ranges.length > 0 && tables.some(({ plan }) => plan.kind === kind),
  );
  return [...new Set(held.map(({ kind }) => kind))].flatMap((kind) =>
    holesOfKind(
      kind,
      held.filter((cover) => cover.kind === kind),
    ),
  );
}

function holesOfKind(kind: Kind, covers: readonly SourceCover[]): Warning[] {
  const last: Day = Math.max(...covers.map((cover) => cover.last));
  const found = covers.flatMap((cover): Text[] => {
    const holes = holesOf(cover, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).map(holeText);
    return endOf(cover) > last || isContinued(cover, covers) ? holes : [...holes, endText(cover)];
  });
  if (found.length === 0) return [];
  const [days, words] = [others(found), recordOf(kind).words.one];
  const message = {
    en: `${words.en} records lack days that no file of their source has: ${days.en}; the records alone do not tell, and read back these days count as 0: export them, or report from the files`,
    fr: `il manque aux enregistrements (${words.fr}) des jours qu'aucun fichier de leur source ne couvre\u00a0: ${days.fr}\u00a0; les enregistrements seuls ne le disent pas, et à la relecture ces jours valent 0\u00a0: exportez-les, ou faites le rapport à partir des fichiers`,
  };
  return [{ code: 'gap', message, strict: true }];
}

function endText(cover: SourceCover): Text {
  const [file, day] = [fileWith(cover, cover.last), dayText(cover.last)];
  return { en: `${file} ends on ${day}`, fr: `${file} s'arrête au ${day}` };
}
