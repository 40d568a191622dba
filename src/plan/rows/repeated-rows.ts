import { recordOf } from '../../records/index.ts';
import type { Source } from '../../sources/source.ts';
import type { Rows } from '../head/head-records.ts';
import type { PlanNote, ResolvedFields } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

/** This many different rows again in the same order are no chance. */
const fewest = 3;

/** Whether a record that comes again in its file counts once: it has a number of its own, and no lines that would be added. */
function countsOnce({ kind, lines = 'continue' }: Source, fields: ResolvedFields): boolean {
  const { id } = recordOf(kind);
  return lines === 'continue' && id !== undefined && fields[id] !== undefined;
}

/** What is to be said of a table that was pasted below itself without its header: each of its rows comes again, cell by cell, and counts. */
export function repeatedRows(
  path: string,
  source: Source,
  fields: ResolvedFields,
  width: number,
  { rows, isCut }: { readonly rows: Rows; readonly isCut: boolean },
): PlanNote[] {
  // What is beyond the head is not seen; nobody pastes so much.
  if (isCut || countsOnce(source, fields)) return [];
  const [first] = Object.values(fields).flatMap(positionsOf);
  // One column shows that a table has nothing of the kind: all cells of a long one are costly.
  if (first === undefined || blockOf([...rows([first])].map((row) => (row[first] ?? '').trim())) === null) return [];
  const columns = Array.from({ length: width }, (_, at) => at);
  const texts = [...rows(columns)].map((row) => columns.map((at) => (row[at] ?? '').trim()).join('\0'));
  const block = blockOf(texts);
  if (block === null || new Set(texts.slice(0, block)).size < fewest) return [];
  return [
    {
      code: 'rows_repeated',
      message: {
        en: `${path}: its first ${block} rows come again below, in the same order and cell by cell: all count. If the table was pasted below itself, delete what comes again`,
        fr: `${path}\u00a0: ses ${block} premières lignes reviennent plus bas, dans le même ordre et cellule par cellule\u00a0: toutes comptent. Si le tableau a été collé sous lui-même, supprimez ce qui revient`,
      },
      strict: true,
    },
  ];
}

/** The number of texts that come again and again until the end, but for a total below them; null if they do not. */
function blockOf(all: readonly string[]): number | null {
  const texts = all.filter((text) => /[^\0]/.test(text));
  for (const length of [texts.length, texts.length - 1])
    for (let block = fewest; block <= length / 2; block += 1) {
      if (length % block !== 0 || texts[block] !== texts[0]) continue;
      let at = block + 1;
      while (at < length && texts[at] === texts[at - block]) at += 1;
      if (at === length) return block;
    }
  return null;
}
