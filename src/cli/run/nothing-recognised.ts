import { Problem } from '../../core/problem.ts';
import { andMore, type Text } from '../../core/text.ts';
import { unreadText } from '../files/unread-files.ts';

/** None of several files is a known export. */
export class NothingRecognised extends Problem {
  constructor(
    /** Why not, file by file. */
    readonly files: readonly Problem[],
    text: Text,
    advice: readonly Text[],
  ) {
    super('nothing_recognised', text, advice);
  }
}

/** The problem of files of which none is read: that of the only file, if there is one. */
export function nothingRecognised(passedOver: readonly Problem[], unread: readonly string[]): Problem {
  const [only] = passedOver;
  const also = unread.length === 0 ? [] : [unreadText(unread).text];
  if (passedOver.length === 1 && only !== undefined && also.length === 0) return only;
  const count = passedOver.length;
  const says = {
    en: `none of these ${count} files is an export that kpi knows`,
    fr: `aucun de ces ${count} fichiers n'est un export que kpi connaît`,
  };
  return new NothingRecognised(passedOver, says, [
    ...passedOver.slice(0, 5).map(({ text }) => text),
    ...(count > 5 ? [andMore(count - 5)] : []),
    ...also.map(({ en, fr }) => ({ en: `not read: ${en}`, fr: `non lu\u00a0: ${fr}` })),
    {
      en: 'Name one of them to see what it lacks: kpi inspect FILE',
      fr: "Indiquez l'un d'eux pour voir ce qui lui manque\u00a0: kpi inspect FICHIER",
    },
  ]);
}
