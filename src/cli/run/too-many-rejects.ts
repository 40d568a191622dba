import type { Reject, RowAccount } from '../../core/accounting.ts';
import { toDecimal } from '../../core/fraction.ts';
import { Problem } from '../../core/problem.ts';
import { rejectText } from '../../core/reject-words.ts';
import { andMore, counted, decimal, nouns, quoted, type Text } from '../../core/text.ts';
import type { Read } from '../../engine/state/read.ts';
import { type MaxRejects, tooMany } from '../options/max-rejects.ts';
import type { Settings } from '../options/settings.ts';
import { shownInMessage } from './rejects.ts';

/** Whether any file has more rejected rows than allowed. */
export const hasTooManyRejects = ({ files }: Pick<Read, 'files'>, { maxRejects }: Settings): boolean =>
  files.some(({ account }) => account.rejected > 0 && tooMany(maxRejects, account.rejected, account.read));

/** More rejected rows than allowed make every figure doubtful: no report is written. */
export function refuseRejects(read: Pick<Read, 'files'>, { maxRejects, strict, rejects }: Settings): void {
  const allowed = allowedText(strict, maxRejects);
  for (const { file, account } of read.files) {
    if (account.rejected === 0 || !tooMany(maxRejects, account.rejected, account.read)) continue;
    const lines = counted(account.rejected, nouns.row);
    const cannot = account.rejected === 1 ? 'est illisible' : 'sont illisibles';
    throw new Problem(
      'too_many_rejects',
      {
        en: `${file.path}: ${account.rejected} of ${account.read} rows cannot be read, more than ${allowed.en}`,
        fr: `${file.path}\u00a0: ${lines.fr} sur ${account.read} ${cannot}, ${allowed.fr}`,
      },
      [
        ...account.rejects.slice(0, 5).map(sampleText),
        ...(account.rejected > 5 ? [andMore(account.rejected - 5)] : []),
        rejects === null
          ? {
              en: 'All of them in a file: --rejects rejects.csv',
              fr: 'Pour les avoir toutes dans un fichier\u00a0: --rejects rejects.csv',
            }
          : { en: `All of them are in ${rejects}`, fr: `Elles sont toutes dans ${rejects}` },
        file.uncomputed ?? rejectsAdvice(account, file.path, strict),
      ],
      { file: file.path },
    );
  }
}

/** What to do about rows that cannot be read: never to allow so many that no rows would be left. */
function rejectsAdvice({ rejects, rejected, read }: RowAccount, path: string, strict: boolean): Text {
  if (rejects.some(({ reason }) => reason === 'cut_off'))
    return {
      en: 'The file stops in the middle of a row: download it again.',
      fr: "Le fichier s'arrête au milieu d'une ligne\u00a0: téléchargez-le à nouveau.",
    };
  if (strict)
    return {
      en: 'Correct them in the file, or leave out --strict',
      fr: 'Corrigez-les dans le fichier, ou retirez --strict',
    };
  const percent = Math.max(10, Math.ceil((100 * rejected) / read));
  if (percent <= 50)
    return {
      en: `Correct them in the file, or allow more: --max-rejects ${percent}%`,
      fr: `Corrigez-les dans le fichier, ou tolérez-en plus\u00a0: --max-rejects ${percent}%`,
    };
  return {
    en: `Most of its rows cannot be read. What each column is read as: kpi inspect ${path}; another can be named in \`columns\` of its \`sources\` entry`,
    fr: `La plupart de ses lignes sont illisibles. Ce que chaque colonne est censée contenir\u00a0: kpi inspect ${path}\u00a0; une autre peut être indiquée dans \`columns\` de son entrée de \`sources\``,
  };
}

function allowedText(strict: boolean, max: MaxRejects): Text {
  if (strict) return { en: '--strict allows', fr: 'ce que --strict ne permet pas' };
  if ('rows' in max) return { en: `the ${max.rows} allowed`, fr: `au-delà de la limite de ${max.rows}` };
  const percent = decimal(toDecimal(max.percent));
  return { en: `the ${percent.en} % allowed`, fr: `au-delà de la limite de ${percent.fr}\u00a0%` };
}

/** A row that cannot be read, as advice shows it. */
function sampleText(reject: Reject): Text {
  const { record, column, reason, value } = reject;
  const [name, cell, why] = [quoted(column), quoted(shownInMessage(reject)), rejectText(reason)];
  return {
    en: `record ${record}${column === '' ? '' : `, column ${name.en}`}: ${why.en}${value === '' ? '' : ` ${cell.en}`}`,
    fr: `enregistrement ${record}${column === '' ? '' : `, colonne ${name.fr}`}\u00a0: ${why.fr}${value === '' ? '' : ` (${cell.fr})`}`,
  };
}
