import { invalidStatuses } from '../../core/order-status.ts';
import { quoted, type Text } from '../../core/text.ts';
import { header as keyOf } from '../../fields/header-name.ts';
import { recordFields } from '../../records/index.ts';
import type { Source } from '../../sources/source.ts';
import { readText } from '../compile.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote, ResolvedFields } from '../plan.ts';
import { fieldNames } from '../recognise/generic.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import { otherStatus } from '../recognise/unnamed-status.ts';
import { columnsOf } from '../resolve-fields.ts';
import { yamlText } from '../yaml-text.ts';

const amounts = new Set(['money', 'number', 'count']);

/** A hand-made table, and what is read of it. */
export interface ReadTable {
  readonly path: string;
  readonly written: string;
  readonly source: Source;
  readonly header: Header;
  readonly cells: Columns;
  readonly fields: ResolvedFields;
  readonly entry: SourceEntry;
}

/** Another column with a name of a field that one is read for: which of two amounts is meant, nobody can know. */
export function twoColumns(table: ReadTable): PlanNote[] {
  if (table.source.tool !== 'generic') return [];
  return [...twoAmounts(table), ...twoStatuses(table)];
}

function twoAmounts({ path, written, source, header, cells, fields, entry }: ReadTable): PlanNote[] {
  const used = new Set(Object.values(fields).flatMap((from) => columnsOf(from).map(({ index }) => index)));
  return [...recordFields(source.kind)].flatMap(([field, { type }]): PlanNote[] => {
    const from = fields[field];
    if (from?.op !== 'column' || !amounts.has(type) || entry.columns?.[field] !== undefined) return [];
    const differs = (index: number): boolean => {
      const [own, other] = [cells.of(from.index).values, cells.of(index).values];
      return own.some((value, row) => Number.isFinite(value) && Number.isFinite(other[row]) && value !== other[row]);
    };
    const isOther = (index: number): boolean => !used.has(index) && cells.holds(index, 'money') && differs(index);
    const again = header.names.findIndex((name, index) => keyOf(name) === keyOf(from.name) && isOther(index));
    if (again !== -1) return [calledAlike(path, from.name, field)];
    const other = fieldNames(source.kind, field)
      .flatMap((name) => header.find(name) ?? [])
      .find(isOther);
    if (other === undefined) return [];
    const name = header.names[other] ?? '';
    const [read, left] = [quoted(shownName(from.name)), quoted(shownName(name))];
    const line = `sources: [{ path: ${yamlText(written)}, columns: { ${field}: ${yamlText(name)} } }]`;
    return [
      {
        code: 'two_columns',
        message: {
          en: `${path}: ${read.en} and ${left.en} may both be ${field}, and differ; ${read.en} is read. To read the other, write in kpi.yaml: ${line}; to keep it, name ${read.en} there`,
          fr: `${path}\u00a0: ${read.fr} et ${left.fr} peuvent tous deux être ${field}, et diffèrent\u00a0; ${read.fr} est lu. Pour lire l'autre, écrivez dans kpi.yaml\u00a0: ${line}\u00a0; pour le garder, indiquez-y ${read.fr}`,
        },
        strict: true,
      },
    ];
  });
}

/** The status and that of the payment, by one of which an order counts, and by the other it does not. */
function twoStatuses({ path, written, source, header, cells, fields, entry }: ReadTable): PlanNote[] {
  const from = fields.status?.op === 'first' ? fields.status.of.at(-1) : fields.status;
  if (source.kind !== 'order' || from?.op !== 'column' || entry.columns?.status !== undefined) return [];
  const other = otherStatus(header, cells, from.as, from.index);
  if (other?.op !== 'column') return [];
  const [own, told] = [readText(from), readText(other)];
  let differ = 0;
  for (const row of cells.rows([from.index, other.index])) {
    const [one, two] = [own(row), told(row)];
    if (one !== null && two !== null && invalidStatuses.has(one) !== invalidStatuses.has(two)) differ += 1;
  }
  if (differ === 0) return [];
  const [read, left] = [quoted(shownName(from.name)), quoted(shownName(other.name))];
  const line = `sources: [{ path: ${yamlText(written)}, columns: { status: ${yamlText(other.name)} } }]`;
  // Yes and no are no statuses that a configuration could name.
  const how: Text =
    other.as.words === undefined
      ? {
          en: `write in kpi.yaml: ${line}; to keep it, name ${read.en} there`,
          fr: `écrivez dans kpi.yaml\u00a0: ${line}\u00a0; pour le garder, indiquez-y ${read.fr}`,
        }
      : { en: `delete or rename ${read.en}`, fr: `supprimez ou renommez ${read.fr}` };
  return [
    {
      code: 'two_columns',
      message: {
        en: `${path}: by ${read.en} some orders count that do not by ${left.en}, or the reverse (${differ} at the beginning of the file); ${read.en} is read. To read the other, ${how.en}`,
        fr: `${path}\u00a0: d'après ${read.fr}, certaines commandes comptent, et d'après ${left.fr} non, ou l'inverse (${differ} au début du fichier)\u00a0; ${read.fr} est lu. Pour lire l'autre, ${how.fr}`,
      },
      strict: true,
    },
  ];
}

/** No configuration can name the second of two columns with one name. */
function calledAlike(path: string, column: string, field: string): PlanNote {
  const name = quoted(shownName(column));
  return {
    code: 'two_columns',
    message: {
      en: `${path}: two columns are called ${name.en} (${field}), and differ; the first is read. Delete or rename the one that is not meant`,
      fr: `${path}\u00a0: deux colonnes s'appellent ${name.fr} (${field}) et diffèrent\u00a0; la première est lue. Supprimez ou renommez celle qui n'est pas la bonne`,
    },
    strict: true,
  };
}
