import { Problem } from '../../core/problem.ts';
import { quoted, sameInAll, type Text } from '../../core/text.ts';
import { signIn } from '../../fields/affix.ts';
import { currencyCell } from '../../fields/currency.ts';
import { recordFields } from '../../records/index.ts';
import type { Source } from '../../sources/source.ts';
import type { Rows } from '../head/head-records.ts';
import { shownName } from '../head/shown-columns.ts';
import type { CurrencySign, FilePlan, Resolved, ResolvedFields } from '../plan.ts';
import { sayItIn } from '../recognise/recognise.ts';
import { columnsOf } from '../resolve-fields.ts';
import { yamlText } from '../yaml-text.ts';

/** The signs and codes beside the amounts of a table, each with the first cell that has it. */
function signsOf(maps: readonly ResolvedFields[], rows: Rows): CurrencySign[] {
  const columns = new Map(
    maps
      .flatMap((map) => Object.values(map).flatMap(columnsOf))
      .flatMap(({ as, index, name }) => (as.type === 'money' ? [[index, name] as const] : [])),
  );
  const found = new Map<string, CurrencySign>();
  if (columns.size === 0) return [];
  for (const row of rows([...columns.keys()])) {
    for (const [index, column] of columns) {
      const one = signIn(row[index] ?? '');
      if (one !== null && !found.has(one.sign)) found.set(one.sign, { ...one, column });
    }
  }
  return [...found.values()];
}

/** A file as messages name it, and as the configuration writes it. */
export type NamedFile = Pick<FilePlan, 'path' | 'written'>;

/** What is known of the currency of a table without asking: its field `currency`, or a sign that does not decide it. */
export interface FoundCurrency {
  readonly field: Resolved | null;
  readonly sign: CurrencySign | null;
}

/**
 * The currency that the amounts of a table name themselves. What is said (`currency` of the configuration, the same for
 * all rows) must not contradict it; a column of currencies is compared with it row by row.
 */
export function currencyOfCells(
  file: NamedFile,
  source: Source,
  maps: readonly ResolvedFields[],
  rows: Rows,
  entryCurrency: string | undefined,
): FoundCurrency {
  const own = maps[0]?.currency;
  const nothing = { field: null, sign: null };
  if (own !== undefined && own.op !== 'text') return nothing;
  const signs = signsOf(maps, rows);
  const said = own === undefined ? entryCurrency : (currencyCell(own.value) ?? undefined);
  if (said !== undefined) {
    const other = signs.find(({ codes }) => !codes.includes(said));
    if (other === undefined) return nothing;
    throw signs.some(({ codes }) => codes.includes(said))
      ? several(file.path, [said, other.sign])
      : contradicts(file, other, said);
  }
  const named = [...new Set(signs.flatMap(({ codes }) => (codes.length === 1 ? codes : [])))];
  const [code] = named;
  const [sign = null] = signs;
  if (named.length > 1) throw several(file.path, named);
  if (code === undefined || !recordFields(source.kind).has('currency')) return { field: null, sign };
  const other = signs.find(({ codes }) => !codes.includes(code));
  if (other !== undefined) throw several(file.path, [code, other.sign]);
  return { field: { op: 'text', value: code }, sign: null };
}

/** The configuration lines that state the currency of a file. */
export const currencyLines = (path: string, codes: readonly string[]): Text[] => [
  sameInAll('  sources:'),
  sameInAll(`    - path: ${yamlText(path)}`),
  codes.length === 1
    ? sameInAll(`      currency: ${codes[0]}`)
    : {
        en: `      currency: ${codes[0]}   # or ${codes.slice(1, 4).join(', ')}`,
        fr: `      currency: ${codes[0]}   # ou ${codes.slice(1, 4).join(', ')}`,
      },
];

/** Amounts with the sign or code of another currency than the stated one. */
export function contradicts(
  { path, written }: NamedFile,
  { sign, column, codes }: CurrencySign,
  said: string,
): Problem {
  const name = quoted(shownName(column));
  return new Problem(
    'currency_contradicted',
    {
      en: `${path}: amounts of column ${name.en} have the sign "${sign}", which is not ${said}`,
      fr: `${path}\u00a0: des montants de la colonne ${name.fr} ont le signe «\u00a0${sign}\u00a0», qui n'est pas ${said}`,
    },
    [sayItIn('kpi.yaml'), ...currencyLines(written, codes)],
    { file: path, column },
  );
}

function several(path: string, codes: readonly string[]): Problem {
  const list = codes.join(', ');
  return new Problem(
    'several_currencies',
    {
      en: `${path}: its amounts are in several currencies (${list}), recognisable only by their signs`,
      fr: `${path}\u00a0: ses montants sont dans plusieurs devises (${list}), indiquées seulement par leurs signes`,
    },
    [
      {
        en: 'Export it with a column of currency codes, or as one file per currency.',
        fr: 'Exportez-le avec une colonne de codes de devise, ou un fichier par devise.',
      },
    ],
    { file: path },
  );
}
