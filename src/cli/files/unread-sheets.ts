import { Problem } from '../../core/problem.ts';
import { inEach, joined, quoted, sameInAll, type Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import { Unrecognised } from '../../plan/advice/unrecognised-file.ts';

/** A sheet that is not read, and why. */
export interface UnreadSheet {
  readonly name: string;
  readonly problem: Problem;
}

/** Why a sheet is not read, by the code of its Problem; an empty sheet is not worth a word. */
const reasons: Readonly<Record<string, Text>> = {
  not_recognised: { en: 'no export that kpi knows', fr: 'aucun export que kpi connaît' },
  not_read: { en: 'recognised, no source of KPIs', fr: "reconnue, mais n'alimente aucun KPI" },
  no_dates: { en: 'no dates', fr: 'aucune date' },
  hidden_sheet: { en: 'hidden: unhide it to have it read', fr: "masquée\u00a0: affichez-la pour qu'elle soit lue" },
};

/** Codes of sheets that may be left out; any other Problem of a sheet ends the run. */
export const mayBeLeftOut = ({ code }: Problem): boolean => code === 'empty_file' || Object.hasOwn(reasons, code);

const filled = (sheets: readonly UnreadSheet[]): readonly UnreadSheet[] =>
  sheets.filter(({ problem }) => problem.code !== 'empty_file');

const hidesData = ({ problem }: UnreadSheet): boolean =>
  problem.code !== 'not_read' && (!(problem instanceof Unrecognised) || problem.couldBeData);

const writeThem: Text = {
  en: 'If they are what their columns seem to say, write into kpi.yaml:',
  fr: 'Si elles sont bien ce que leurs colonnes semblent indiquer, écrivez dans kpi.yaml\u00a0:',
};

/** The files and sheets among these problems that an entry of `sources` would map. */
export const mapped = (problems: readonly Problem[]): Unrecognised[] =>
  problems
    .flatMap((problem) => (problem instanceof SheetsNotRead ? problem.sheets.map((sheet) => sheet.problem) : [problem]))
    .filter((problem): problem is Unrecognised => problem instanceof Unrecognised && problem.entry.length > 0);

/** The sheets of one workbook that are not read. */
export class SheetsNotRead extends Problem {
  /** Whether a figure may miss something in them. */
  readonly couldBeData: boolean;

  constructor(
    code: string,
    book: string,
    readonly sheets: readonly UnreadSheet[],
    text: Text,
    advice: readonly Text[],
  ) {
    super(code, text, advice, { file: book });
    this.couldBeData = sheets.some(hidesData);
  }
}

/** The one Problem of the sheets of a workbook of which another sheet is read; null if they are all empty. */
export function someNotRead(book: string, unread: readonly UnreadSheet[]): Problem | null {
  const sheets = filled(unread);
  if (sheets.length === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const { name, problem } of sheets) byReason.set(problem.code, [...(byReason.get(problem.code) ?? []), name]);
  const parts = [...byReason].map(([code, names]) => {
    const list = namesText(names);
    return inEach((lang) => `${list[lang]} (${reasons[code]![lang]})`);
  });
  const list = joined(parts, ', ');
  const one = sheets.length === 1;
  const text = {
    en: `${book}: ${one ? 'a sheet is' : `${sheets.length} sheets are`} not read: ${list.en}`,
    fr: `${book}\u00a0: ${one ? "une feuille n'est pas lue" : `${sheets.length} feuilles ne sont pas lues`}\u00a0: ${list.fr}`,
  };
  return new SheetsNotRead('sheets_not_read', book, sheets, text, []);
}

/** The Problem of a workbook of which no sheet is read: that of its only sheet, or one that names them all. */
export function noneRead(book: string, unread: readonly UnreadSheet[]): Problem {
  const sheets = filled(unread);
  const [only] = sheets;
  if (only === undefined) {
    const again = { en: 'Export it again.', fr: 'Exportez le fichier à nouveau.' };
    return new Problem('empty_file', { en: `${book} is empty`, fr: `${book} est vide` }, [again], { file: book });
  }
  if (sheets.length === 1) return only.problem;
  const names = namesText(sheets.map(({ name }) => name));
  const text = {
    en: `${book}: none of its sheets is an export that kpi knows: ${names.en}`,
    fr: `${book}\u00a0: aucune de ses feuilles n'est un export que kpi connaît\u00a0: ${names.fr}`,
  };
  const code = sheets.every(({ problem }) => problem.code === 'not_read') ? 'not_read' : 'not_recognised';
  const entries = mapped(sheets.map(({ problem }) => problem)).flatMap(({ entry }) => entry);
  const advice = [
    ...sheets.slice(0, 5).map(({ problem }) => problem.text),
    ...(entries.length === 0 ? [] : [writeThem, sameInAll('  sources:'), ...entries]),
  ];
  return new SheetsNotRead(code, book, sheets, text, advice);
}

/** `"Notes", "Summary"`: the first of many names. */
function namesText(names: readonly string[]): Text {
  const shown = names.slice(0, 8).map((name) => quoted(visible(name)));
  return joined([...shown, ...(names.length > shown.length ? [sameInAll('…')] : [])], ', ');
}
