import type { Kind } from '../../core/kinds.ts';
import { statusOf } from '../../core/order-status.ts';
import { Problem } from '../../core/problem.ts';
import { joined, quoted, type Text } from '../../core/text.ts';
import type { FieldMeta } from '../../records/field-types.ts';
import { recordFields } from '../../records/index.ts';
import { type ColumnType, col, constant, type From, type Source, titleOf } from '../../sources/source.ts';

/** What the configuration says of the fields of a file. */
export interface GivenFields {
  /** Names of columns, by the field that they hold. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Values that hold for every row, by field. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

/** The fields that are named, by a column or by a constant. */
export const namedFields = ({ columns = {}, set = {} }: GivenFields): string[] => [
  ...Object.keys(columns),
  ...Object.keys(set),
];

/** The fields that an entry of a kind may name. Orders and their lines may be in one row: each has the fields of both. */
export function fieldsOfEntry(kind: Kind): ReadonlyMap<string, FieldMeta> {
  const own = recordFields(kind);
  if (kind !== 'order' && kind !== 'order_line') return own;
  return new Map([...recordFields(kind === 'order' ? 'order_line' : 'order'), ...own]);
}

/** Whether a source has a place for every field that is named. */
export const holds = (source: Source, given: GivenFields): boolean => unheld(source, given).length === 0;

/** A generic source lists all fields that it may have; what a tool's export does not have may still be stated. */
function unheld({ kind, fields, line, tool }: Source, given: GivenFields): string[] {
  const isKnown = (field: string): boolean =>
    tool === 'generic'
      ? fields[field] !== undefined || line?.[field] !== undefined
      : recordFields(kind).has(field) || (line !== undefined && recordFields('order_line').has(field));
  return namedFields(given).filter((field) => !isKnown(field));
}

/** A tool's source with what the configuration says of it: a column of its own for a field, or a constant. Generic sources are made with it. */
export function withGiven(path: string, source: Source, given: GivenFields): Source {
  const named = namedFields(given);
  if (named.length === 0) return source;
  const wrong = unheld(source, given);
  if (wrong.length > 0) throw noSuchFields(path, source, wrong);
  if (source.tool === 'generic') return source;
  const { columns = {}, set = {} } = given;
  const fields: Record<string, From> = { ...source.fields };
  const line: Record<string, From> = { ...source.line };
  for (const field of named) {
    const isOwn = recordFields(source.kind).has(field);
    const meta = recordFields(isOwn ? source.kind : 'order_line').get(field)!;
    const before = (isOwn ? fields : line)[field];
    const column = columns[field];
    const from = column === undefined ? fixed(set[field]!, meta, before) : ofColumn(column, meta, before);
    if (isOwn) fields[field] = from;
    // An order's id is its lines' as well.
    if (!isOwn || line[field] !== undefined) line[field] = from;
  }
  return { ...source, fields, ...(source.line === undefined ? {} : { line }) };
}

/** How a field's own column is read; of a status, beside whatever overrides it. */
const typeOfColumn = (from: From | undefined): ColumnType | undefined =>
  from?.op === 'column' ? from.as : from?.op === 'when_filled' ? typeOfColumn(from.otherwise) : undefined;

const ofColumn = (name: string, { type }: FieldMeta, before: From | undefined): From =>
  col(name, typeOfColumn(before) ?? type);

/** A constant as a value; a word of the tool, or of a sheet, means what it means in its column. */
export function fixed(value: string, { type }: FieldMeta, before?: From): From {
  if (type !== 'text' && type !== 'key') return { op: 'constant', value, as: { type } };
  const { words, status = false } = typeOfColumn(before) ?? {};
  if (status) return constant(statusOf(value) ?? value);
  return constant(words?.[value.toLowerCase()] ?? value);
}

function noSuchFields(path: string, source: Source, fields: readonly string[]): Problem {
  const title = titleOf(source);
  const list: Text = joined(fields.map(quoted), ', ');
  return new Problem(
    'unknown_field',
    {
      en: `${path} is "${title.en}", whose records have no ${list.en}: naming it in the configuration has no effect`,
      fr: `${path} est «\u00a0${title.fr}\u00a0», dont les enregistrements n'ont pas de champ ${list.fr}\u00a0: la configuration l'indique en vain`,
    },
    [{ en: 'see kpi list --fields', fr: 'voir kpi list --fields' }],
    { file: path },
  );
}
