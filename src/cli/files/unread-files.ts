import { closeSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import { orNull } from '../../core/or-null.ts';
import { counted, inEach, joined, type Noun, sameInAll, type Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import type { Warning } from '../../figures/figure-model.ts';
import { dataFile, isNobodys } from './file-names.ts';
import { placeOf, seen } from './seen.ts';

/** A type of file that folders contain and that is not read. */
interface Sort {
  readonly endings: RegExp;
  readonly noun: Noun;
  /** Whether records may be in it. */
  readonly mayHoldData: boolean;
}

const sorts: readonly Sort[] = [
  {
    endings: /\.(xlsb|xls|xltx)$/i,
    noun: { en: ['Excel workbook', 'Excel workbooks'], fr: ['classeur Excel', 'classeurs Excel'] },
    mayHoldData: true,
  },
  {
    endings: /\.(ods|fods|numbers|gsheet)$/i,
    noun: { en: ['spreadsheet', 'spreadsheets'], fr: ['feuille de calcul', 'feuilles de calcul'] },
    mayHoldData: true,
  },
  {
    endings: /\.pdf$/i,
    noun: { en: ['PDF document', 'PDF documents'], fr: ['document PDF', 'documents PDF'] },
    mayHoldData: true,
  },
  {
    endings: /\.(docx?|odt|rtf|pages|pptx?|odp|key)$/i,
    noun: { en: ['document', 'documents'], fr: ['document', 'documents'] },
    mayHoldData: true,
  },
  {
    endings: /\.(html?|mht|mhtml|xml)$/i,
    noun: { en: ['page (HTML, XML)', 'pages (HTML, XML)'], fr: ['page (HTML, XML)', 'pages (HTML, XML)'] },
    mayHoldData: true,
  },
  {
    endings: /\.(sqlite3?|db3?|mdb|accdb|duckdb|parquet|avro|orc|feather|arrow)$/i,
    noun: { en: ['database', 'databases'], fr: ['base de données', 'bases de données'] },
    mayHoldData: true,
  },
  {
    endings: /\.(rar|7z|tar|bz2|xz|tgz)$/i,
    noun: { en: ['archive', 'archives'], fr: ['archive', 'archives'] },
    mayHoldData: true,
  },
  {
    endings: /\.(crdownload|part|partial|download|tmp)$/i,
    noun: {
      en: ['unfinished download', 'unfinished downloads'],
      fr: ['téléchargement inachevé', 'téléchargements inachevés'],
    },
    mayHoldData: true,
  },
  {
    endings: /\.(png|jpe?g|gif|svg|webp|heic|bmp|tiff?|ico|mp4|mov|avi|mp3|wav|m4a|ttf|woff2?)$/i,
    noun: {
      en: ['picture or recording', 'pictures or recordings'],
      fr: ['image ou enregistrement', 'images ou enregistrements'],
    },
    mayHoldData: false,
  },
];
const other: Sort = {
  endings: /./,
  noun: {
    en: ['file of an unknown kind', 'files of an unknown kind'],
    fr: ['fichier de type inconnu', 'fichiers de type inconnu'],
  },
  mayHoldData: true,
};

/** What people and programs keep beside data and nobody mistakes for data. */
const silent =
  /\.(md|markdown|ya?ml|toml|ini|cfg|conf|env|log|lock|m?[jt]sx?|cjs|py|r|rb|php|sh|bat|ps1|sql|css|scss|ipynb)$|^~\$|^(readme|licen[cs]e|changelog|makefile|dockerfile|thumbs\.db|desktop\.ini)/i;

/** Marks of what this program wrote itself: its page of a report, its checks as JUnit. */
const ownMark = /name=(["']?)generator\1? content=(["']?)kpi\b|<testsuites name="kpi/i;

/** Files below the folders among these arguments that are not opened, by their paths as named. */
export function unreadBelow(args: readonly string[], cwd: string): string[] {
  const found = args.flatMap((arg) => {
    const folder = resolve(cwd, arg);
    const isFolder = arg !== '' && arg !== '-' && (seen(arg, () => statSync(folder))?.isDirectory() ?? false);
    return isFolder ? below(folder, normalize(arg), []).map((name) => join(normalize(arg), name)) : [];
  });
  return [...new Set(found)].sort();
}

function below(folder: string, shown: string, above: readonly string[]): string[] {
  const place = placeOf(folder, shown);
  if (above.includes(place)) return [];
  const entries = seen(shown, () => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const { name } = entry;
    if (isNobodys(name) || dataFile.test(name) || silent.test(name)) return [];
    const [path, ownShown] = [join(folder, name), join(shown, name)];
    const own: Pick<Stats, 'isDirectory' | 'isFile'> | null = entry.isSymbolicLink()
      ? seen(ownShown, () => statSync(path))
      : entry;
    if (own?.isDirectory()) return below(path, ownShown, [...above, place]).map((below) => join(name, below));
    return own?.isFile() && !isOwn(path) ? [name] : [];
  });
}

/** Whether a page or XML file is a result of this program. */
function isOwn(path: string): boolean {
  if (!/\.(html?|xml)$/i.test(path)) return false;
  const bytes = Buffer.alloc(2000);
  const file = orNull(() => openSync(path, 'r'));
  if (file === null) return false;
  try {
    return ownMark.test(bytes.toString('latin1', 0, orNull(() => readSync(file, bytes, 0, bytes.length, 0)) ?? 0));
  } finally {
    closeSync(file);
  }
}

/** `2 Excel workbooks (data/a.xlsx, …), 1 PDF document (data/b.pdf)` */
export function unreadText(paths: readonly string[]): { readonly text: Text; readonly mayHoldData: boolean } {
  const bySort = new Map<Sort, string[]>();
  for (const path of paths) {
    const sort = sorts.find(({ endings }) => endings.test(path)) ?? other;
    bySort.set(sort, [...(bySort.get(sort) ?? []), path]);
  }
  const parts = [...bySort].map(([{ noun }, [first = '', ...more]]) => {
    const count = counted(1 + more.length, noun);
    return inEach((lang) => `${count[lang]} (${visible(first)}${more.length > 0 ? ', …' : ''})`);
  });
  return { text: joined(parts, ', '), mayHoldData: [...bySort.keys()].some((sort) => sort.mayHoldData) };
}

/** What to do about files that are not read. */
export const saveAsCsv: Text = {
  en: 'save spreadsheets as .xlsx, export other data as CSV or JSON',
  fr: 'enregistrez les feuilles de calcul en .xlsx, exportez les autres données en CSV ou en JSON',
};

const semicolon: Text = { en: '; ', fr: '\u00a0; ' };

/** The one warning about files in folders that are not read; none if there are none. */
export function unreadWarnings(paths: readonly string[]): Warning[] {
  if (paths.length === 0) return [];
  const { text, mayHoldData } = unreadText(paths);
  const then = mayHoldData ? joined([semicolon, saveAsCsv]) : sameInAll('');
  return [
    {
      code: 'files_not_read',
      message: { en: `not read: ${text.en}${then.en}`, fr: `non lu\u00a0: ${text.fr}${then.fr}` },
      ...(mayHoldData ? { strict: true } : {}),
    },
  ];
}
