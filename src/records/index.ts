import type { Kind } from '../core/kinds.ts';
import type { FieldMeta } from './field-types.ts';
import { checkout, order, order_line, refund } from './order.ts';
import { lead, social, survey, ticket } from './service.ts';
import { cost, spend, visit } from './visit.ts';

/** The fields of each record kind. */
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
  lead,
  cost,
} as const;

const fields = new Map<Kind, ReadonlyMap<string, FieldMeta>>();

/** What is known of each field of a kind, by name. */
export function recordFields(kind: Kind): ReadonlyMap<string, FieldMeta> {
  const known = fields.get(kind) ?? new Map<string, FieldMeta>(Object.entries(records[kind]));
  fields.set(kind, known);
  return known;
}
