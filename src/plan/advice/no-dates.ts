import { Problem } from '../../core/problem.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import { type Source, titleOf } from '../../sources/source.ts';
import { yamlText } from '../yaml-text.ts';
import { notRead } from './not-read.ts';

/** A table has no dates, and nothing says its period. */
export class NoDates extends Problem {
  constructor(
    path: string,
    readonly source: Source,
    text: Text,
    advice: readonly Text[],
  ) {
    super('no_dates', text, advice, { file: path });
  }
}

/** Why no table of a file can be dated. */
export function undated(path: string, source: Source): Problem {
  const title = titleOf(source);
  if (source.undated !== undefined) return notRead(path, title, source.undated);
  // What is known of one day has no first day.
  const isSnapshot = source.fields.date?.op === 'preamble';
  return new NoDates(
    path,
    source,
    {
      en: `${path} ("${title.en}") has neither a date column nor a period above its table`,
      fr: `${path} («\u00a0${title.fr}\u00a0») n'a ni colonne de dates ni période au-dessus de son tableau`,
    },
    [
      isSnapshot
        ? {
            en: 'Say the day that it was exported in kpi.yaml:',
            fr: "Indiquez le jour de l'export dans kpi.yaml\u00a0:",
          }
        : {
            en: 'Export it by day, or say its period in kpi.yaml:',
            fr: 'Exportez-le par jour, ou indiquez sa période dans kpi.yaml\u00a0:',
          },
      sameInAll('  sources:'),
      sameInAll(`    - path: ${yamlText(path)}`),
      ...(isSnapshot ? [] : [sameInAll('      from: 2026-03-01')]),
      sameInAll('      to: 2026-03-31'),
    ],
  );
}
