import { getOrInsert } from '../core/get-or-insert.ts';
import type { Kind } from '../core/kinds.ts';
import { checkout } from './checkout.ts';
import { cost } from './cost.ts';
import { email } from './email.ts';
import type { FieldMeta } from './field-types.ts';
import { lead } from './lead.ts';
import { order } from './order.ts';
import { order_line } from './order-line.ts';
import type { RecordKind } from './record.ts';
import { refund } from './refund.ts';
import { search } from './search.ts';
import { social } from './social.ts';
import { spend } from './spend.ts';
import { survey } from './survey.ts';
import { ticket } from './ticket.ts';
import { visit } from './visit.ts';

/** The kinds of records. */
export const records = {
  order,
  order_line,
  refund,
  checkout,
  visit,
  spend,
  ticket,
  survey,
  social,
  email,
  search,
  lead,
  cost,
} as const satisfies Readonly<Record<Kind, RecordKind>>;

/** The fields of a kind. */
export type FieldOf<K extends Kind> = keyof (typeof records)[K]['fields'] & string;

/** The fields of a kind that are derived from several records. */
export type DerivedOf<K extends Kind> = (typeof records)[K]['derived'][number];

/** The definition of a kind. */
export const recordOf = (kind: Kind): RecordKind => records[kind];

const fields = new Map<Kind, ReadonlyMap<string, FieldMeta>>();

/** The definition of each field of a kind, by name. */
export function recordFields(kind: Kind): ReadonlyMap<string, FieldMeta> {
  return getOrInsert(fields, kind, () => new Map<string, FieldMeta>(Object.entries(recordOf(kind).fields)));
}
