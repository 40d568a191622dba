import { recordOf } from '../../records/index.ts';
import type { Source } from '../../sources/source.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import type { Resolved, ResolvedFields } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

/** Kinds whose records are distinguished by a number, which no file of them needs to have. */
const kinds: ReadonlySet<string> = new Set(['order', 'refund', 'lead', 'survey', 'checkout']);

/**
 * The number of the records of a list of one's own that calls it `id` and nothing else, as databases do: a newer copy of a record
 * replaces the older one then, and lines and refunds find their order. It is no proof of what the list is. If it occurs twice at the
 * beginning, it is the number of something else.
 */
export function withOwnId(
  fields: Record<string, Resolved>,
  source: Source,
  header: Header,
  cells: Columns,
): Record<string, Resolved> {
  const name = recordOf(source.kind).id;
  const index = header.find(['id', '_id']);
  if (source.tool !== 'generic' || !kinds.has(source.kind) || name === undefined || index === undefined) return fields;
  if (fields[name] !== undefined || isRead(fields, index)) return fields;
  const { values, filled, different } = cells.of(index);
  if (filled === 0 || filled < values.length || different < filled) return fields;
  return { [name]: { op: 'column', index, name: header.names[index]!, as: { type: 'text' } }, ...fields };
}

const isRead = (fields: ResolvedFields, index: number): boolean =>
  Object.values(fields).some((from) => positionsOf(from).includes(index));
