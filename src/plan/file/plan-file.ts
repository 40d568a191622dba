import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import { type Head, isEndOfLine, readHead } from '../../readers/decode.ts';
import type { Input } from '../../readers/input.ts';
import { detectJson } from '../../readers/json.ts';
import { emptyFile } from '../advice/no-records.ts';
import { isOwnJson, notRead, ownReport } from '../advice/not-read.ts';
import type { FilePlan } from '../plan.ts';
import type { Planning } from '../planning.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import { planCsv } from './plan-csv.ts';
import { planJson } from './plan-json.ts';

/** Decides what a file is and how it is read. A file of no known format is the Problem `not_recognised`. */
export async function planFile(input: Input, entry: SourceEntry, planning: Planning): Promise<FilePlan> {
  if (input.sheet?.isOwn === true) throw notRead(input.path, ...ownReport);
  if (input.sheet?.hidden !== true) return planInput(input, entry, planning);
  await planInput(input, entry, planning).catch((error: unknown) => {
    if (!(error instanceof Problem) || nothingInIt.has(error.code)) throw error;
  });
  throw hiddenSheet(input.path);
}

/** A hidden sheet with one of these hides nothing. */
const nothingInIt: ReadonlySet<string> = new Set(['not_recognised', 'empty_file', 'not_read']);

const hiddenSheet = (path: string): Problem =>
  new Problem(
    'hidden_sheet',
    { en: `${path} is a hidden sheet, not read`, fr: `${path} est une feuille masquée, non lue` },
    [
      {
        en: 'Unhide it in the workbook to have it read, or delete it.',
        fr: "Affichez-la dans le classeur pour qu'elle soit lue, ou supprimez-la.",
      },
    ],
    { file: path },
  );

async function planInput(input: Input, entry: SourceEntry, planning: Planning): Promise<FilePlan> {
  const head = await readHead(input, planning.byHeads);
  return planHead(input, head, entry, planning).finally(() => head.release?.());
}

async function planHead(input: Input, head: Head, entry: SourceEntry, planning: Planning): Promise<FilePlan> {
  if (isBlankText(head.text)) throw emptyFile(input.path);
  const json = input.sheet === undefined ? detectJson(head) : null;
  if (json !== null && isOwnJson(head.text)) throw notRead(input.path, ...ownReport);
  const planned = await (json === null ? planCsv : planJson)(input, head, entry, planning);
  return {
    input,
    path: input.path,
    encoding: head.encoding,
    byHead: head.byHead ?? false,
    isEnded: isEndOfLine(head.text),
    zone: entry.timezone ?? null,
    currency: entry.currency ?? null,
    store: entry.store ?? planned.source.store ?? null,
    account: entry.account ?? null,
    preferred: entry.prefer ?? false,
    written: planning.written?.(input.path) ?? input.path,
    warnings: head.encodingWarning === undefined ? [] : [head.encodingWarning],
    ...uncomputedWarning(input.path, input.sheet?.uncomputed?.count ?? 0),
    ...planned,
  };
}

/** Formulas without a value read as empty cells: totals and prices may be among them. */
const uncomputedWarning = (path: string, count: number): { uncomputed?: Text } =>
  count === 0
    ? {}
    : {
        uncomputed: {
          en: `${path}: ${count} ${count === 1 ? 'formula has' : 'formulas have'} no stored value and ${count === 1 ? 'counts as an empty cell' : 'count as empty cells'}: open the workbook in a spreadsheet and save it`,
          fr: `${path}\u00a0: ${count} formule${count === 1 ? '' : 's'} sans valeur enregistrée, ${count === 1 ? 'lue comme une cellule vide' : 'lues comme des cellules vides'}\u00a0: ouvrez le classeur dans un tableur et enregistrez-le`,
        },
      };

/** Nearly all texts have a visible ASCII character early on. */
const isBlankText = (text: Buffer): boolean =>
  !text.some((byte) => byte > 0x20 && byte < 0x7f) && text.toString('utf8').trim() === '';
